import type { Actor, Decision, UnmetGate } from '../../src/engine/decision.js';
import type { Rotation, Unreadable } from '../../src/engine/terms/rotation-import.js';
import type { Term } from '../../src/engine/terms/term.js';
import type { IsoDate } from '../../src/engine/words.js';
import { readProjectFile } from './project-file.js';

export const secretariat: Actor = {
  personId: 'officer',
  hats: [{ personId: 'officer', side: 'secretariat', role: 'secretariat' }],
};
export const outgoingLead: Actor = {
  personId: 'minister',
  hats: [{ personId: 'minister', side: 'outgoing', role: 'lead' }],
};
export const grounds = { reason: 'The committee agreed', decidedBy: 'minutes 12/2023, item 4' };

/** A confirmed regular term of one holder; what a test is about is given. */
export function aTerm(given: Partial<Term> & { readonly id: string }): Term {
  return {
    holders: [given.id.slice(-2).toUpperCase()],
    kind: 'regular',
    state: 'confirmed',
    position: 1,
    planned: { start: null, end: null },
    effective: { start: null, end: null },
    label: null,
    boundary: 'shared_day',
    certainty: 'confirmed',
    certaintyNote: null,
    precision: { start: 'day', end: 'day' },
    pauses: [],
    sources: [],
    ...given,
  };
}

export function concluded(id: string, position: number, start: IsoDate, end: IsoDate, more: Partial<Term> = {}): Term {
  return aTerm({ id, position, state: 'concluded', effective: { start, end }, ...more });
}

export function serving(
  id: string,
  position: number,
  start: IsoDate,
  plannedEnd: IsoDate | null,
  more: Partial<Term> = {},
): Term {
  const precision = { start: 'day', end: plannedEnd === null ? 'unknown' : 'day' } as const;
  const dates = { effective: { start, end: null }, planned: { start: null, end: plannedEnd } };
  return aTerm({ id, position, state: 'serving', precision, ...dates, ...more });
}

export function planned(id: string, position: number, start: IsoDate, end: IsoDate, more: Partial<Term> = {}): Term {
  return aTerm({ id, position, planned: { start, end }, ...more });
}

/** The changes of a decision that must be yes. */
export function changesOf<Changes>(decision: Decision<Changes>): Changes {
  if (decision.refused) throw new Error(`Refused: ${JSON.stringify(decision.gates)}`);
  return decision.changes;
}

/** The gates of a decision that must be no; a refusal carries nothing else. */
export function gatesOf(decision: Decision<unknown>): readonly UnmetGate[] {
  if (!decision.refused) throw new Error(`Not refused: ${JSON.stringify(decision.changes)}`);
  return decision.gates;
}

export function codesOf(decision: Decision<unknown>): readonly string[] {
  return gatesOf(decision).map((gate) => gate.code);
}

/** Holders with their planned dates, in order: what a rotation looks like on paper. */
export function onPaper(terms: readonly Term[]): readonly string[] {
  return [...terms]
    .filter((term) => term.state !== 'lapsed')
    .sort((a, b) => a.position - b.position)
    .map((term) => `${term.holders.join('+')} ${String(term.planned.start)} ${String(term.planned.end)}`);
}

/** A rotation file of the configuration, as parsed JSON. */
export function rotationFile(name: 'other-bodies' | 'rabat-process'): unknown {
  return JSON.parse(readProjectFile(`config/rotations/${name}.json`));
}

/** What was read, which must be readable. */
export function readable<Read extends object>(result: Read | Unreadable): Read {
  if ('problems' in result) throw new Error(`Unreadable: ${JSON.stringify(result.problems)}`);
  return result;
}

export function bodyOf(rotations: readonly Rotation[], key: string): Rotation {
  const found = rotations.find((rotation) => rotation.body.key === key);
  if (found === undefined) throw new Error(`No body ${key}`);
  return found;
}

export function termOf(terms: readonly Term[], id: string): Term {
  const found = terms.find((term) => term.id === id);
  if (found === undefined) throw new Error(`No term ${id}`);
  return found;
}
