import { readRotations } from '../../src/engine/terms/rotation-import.js';
import { applied } from '../../src/engine/terms/rotation-change.js';
import { decideRotation, type RotationCommand } from '../../src/engine/terms/rotation.js';
import type { Term, TermDraft } from '../../src/engine/terms/term.js';
import { bodyOf, changesOf, codesOf, planned, readable, rotationFile, secretariat } from './terms.js';

export const TODAY = '2010-04-09';
export const inclusive = { boundary: 'inclusive' } as const;
export const bodies = readable(readRotations(rotationFile('other-bodies'), '2026-11-23')).rotations;

/** Calendar years as ASEAN plans them, one holder a year. */
export function years(first: number, holders: readonly string[], from = 1): Term[] {
  return holders.map((holder, at) => {
    const year = String(first + at);
    const id = `${year}-${holder.toLowerCase()}`;
    return planned(id, from + at, `${year}-01-01`, `${year}-12-31`, { holders: [holder], ...inclusive });
  });
}

export function draftOf(id: string, start: string | null, end: string | null, holder: readonly string[]): TermDraft {
  return {
    id,
    holders: holder,
    kind: 'regular',
    planned: { start, end },
    boundary: 'inclusive',
    label: null,
    sources: [],
  };
}

export function decided(terms: readonly Term[], command: RotationCommand, today = TODAY): readonly Term[] {
  return applied(terms, changesOf(decideRotation(terms, command, secretariat, today)));
}

export function refused(terms: readonly Term[], command: RotationCommand, today = TODAY): readonly string[] {
  return codesOf(decideRotation(terms, command, secretariat, today));
}

/** The real turns of a body as printed, from one year to another. */
export function real(key: string, from: number, to: number): readonly string[] {
  return bodyOf(bodies, key)
    .terms.map((term) => {
      const start = term.effective.start ?? term.planned.start ?? '';
      return { start, line: `${term.holders.join('+')} ${start} ${term.effective.end ?? term.planned.end ?? ''}` };
    })
    .filter(({ start }) => start >= String(from) && start < String(to + 1))
    .map(({ line }) => line);
}
