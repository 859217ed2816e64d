import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideReopening, decideSection } from '../../src/engine/handovers/decide-section.js';
import type { Actor, Hat } from '../../src/engine/decision.js';
import type { SectionContent } from '../../src/engine/handovers/section-content.js';
import { isDecided, type SectionCommand, type SectionFacts } from '../../src/engine/handovers/section.js';
import { hats } from './cast.js';
import { AT, moves, standing } from './section-examples.js';

/** Somebody moves the section, or a task of it comes to stand otherwise. */
type Step = { readonly by: Actor; readonly command: SectionCommand } | { readonly standing: 'accepted' | 'unfinished' };

interface Played {
  readonly before: SectionFacts;
  readonly after: SectionFacts;
  readonly by: Actor | null;
  readonly command: SectionCommand | null;
  /** What was presented last, or decided on, and what there is now. */
  readonly presented: SectionContent | null;
  readonly now: SectionContent;
}

const pool: readonly Hat[] = Object.values(hats);

/** Anyone, at times standing in for up to two others. */
const anyone: fc.Arbitrary<Actor> = fc
  .tuple(
    fc.constantFrom(...pool),
    fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray([...pool], { maxLength: 2 })),
  )
  .map(([own, others]) => ({
    personId: own.personId,
    hats: [own, ...others.filter(({ personId }) => personId !== own.personId)],
  }));

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ by: anyone, command: fc.constantFrom<SectionCommand>(...Object.values(moves)) }),
  },
  { weight: 1, arbitrary: fc.record({ standing: fc.constantFrom('accepted' as const, 'unfinished' as const) }) },
);

/** As the use cases do: what was presented or accepted is kept, and after a task has changed it is asked what follows. */
function play(steps: readonly Step[]): readonly Played[] {
  let facts = standing('drafting');
  let presented: SectionContent | null = null;
  let now: SectionContent = { summary: facts.summary, needs: facts.needs, tasks: [], pieces: [] };
  return steps.map((step) => {
    const before = facts;
    if ('standing' in step) {
      now = { ...now, tasks: [{ id: 'DOC-01', standing: step.standing }] };
      const reopening = presented === null ? null : decideReopening(before, presented, now, ['outgoing']);
      facts = { ...before, state: reopening?.changes.state ?? before.state };
      return { before, after: facts, by: null, command: null, presented, now };
    }
    const decision = decideSection(before, step.command, step.by, AT);
    if (!decision.refused) {
      const { state, summary, needs, presentedBy } = decision.changes;
      now = { ...now, ...(summary === undefined ? {} : { summary }), ...(needs === undefined ? {} : { needs }) };
      facts = { ...before, state, summary: now.summary, needs: now.needs, ...(presentedBy ? { presentedBy } : {}) };
      if (state === 'in_review' || isDecided({ state })) presented = now;
    }
    return { before, after: facts, by: step.by, command: step.command, presented, now };
  });
}

function always(claim: (played: readonly Played[]) => void): void {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 60, size: 'max' }), (steps) => {
      claim(play(steps));
    }),
    { numRuns: 1000 },
  );
}

test('however a review goes, what is accepted is what was presented, as it is now', () => {
  let accepted = 0;
  always((played) => {
    for (const { after, presented, now } of played) {
      if (after.state !== 'in_review' && !isDecided(after)) continue;
      expect(now).toEqual(presented);
      accepted += isDecided(after) ? 1 : 0;
    }
  });
  expect(accepted).toBeGreaterThan(100);
});

test('however a review goes, whoever decides speaks for the incoming chair, and counts as nobody who presented', () => {
  let decided = 0;
  always((played) => {
    for (const { before, after, by } of played) {
      if (by === null || before.state !== 'in_review' || after.state === 'in_review' || after.state === 'drafting')
        continue;
      decided += 1;
      expect(by.hats.map(({ side }) => side)).toContain('incoming');
      expect(by.hats.filter(({ side }) => before.presentedBy?.sides.includes(side))).toEqual([]);
      const persons = [by.personId, ...by.hats.map(({ personId }) => personId)];
      expect(persons.filter((person) => before.presentedBy?.persons.includes(person))).toEqual([]);
    }
  });
  expect(decided).toBeGreaterThan(100);
});
