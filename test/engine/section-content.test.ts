import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideReopening } from '../../src/engine/handovers/decide-section.js';
import {
  contentChanges,
  contentText,
  standingOf,
  type SectionContent,
} from '../../src/engine/handovers/section-content.js';
import type { TaskState } from '../../src/engine/tasks/task.js';
import { standing } from './section-examples.js';

const content: SectionContent = {
  summary: 'What was kept.',
  needs: '',
  tasks: [
    { id: 'DOC-01', standing: 'accepted' },
    { id: 'DOC-02', standing: 'unfinished' },
  ],
  pieces: [
    {
      id: 'p1',
      task: 'DOC-01',
      title: 'Index',
      marking: 'participants',
      reference: null,
      version: 1,
      sha256: 'a'.repeat(64),
    },
  ],
};

describe('a section that changes', () => {
  const now: SectionContent = {
    ...content,
    tasks: [{ id: 'DOC-01', standing: 'unfinished' }, ...content.tasks.slice(1)],
    pieces: content.pieces.map((piece) => ({ ...piece, version: 2, sha256: 'b'.repeat(64) })),
  };

  test('goes back to drafting by itself, and the account names what has changed', () => {
    const reopened = decideReopening(standing('accepted'), content, now, ['outgoing']);
    expect(reopened).toMatchObject({
      changes: { state: 'drafting' },
      happenings: [{ action: 'section.reopened', facts: { from: 'accepted', what: ['DOC-01'], sides: ['outgoing'] } }],
      messages: [{ kind: 'section.reopened', to: ['incoming'], urgent: false }],
    });
    expect(contentChanges(content, now).map(({ what }) => what)).toEqual(['task', 'piece']);
  });

  test('stays where it is while it is drafted, once the pack is frozen, and where nothing has changed', () => {
    expect(decideReopening(standing('drafting'), content, now, [])).toBeNull();
    expect(decideReopening({ ...standing('accepted'), handoverState: 'signing' }, content, now, [])).toBeNull();
    expect(decideReopening(standing('accepted'), content, content, [])).toBeNull();
  });

  test('tells nobody when it was returned: that it is worked on is what its reviewer asked for', () => {
    expect(decideReopening(standing('returned'), content, now, [])?.messages).toEqual([]);
  });

  test('does not change by work that goes on in an unfinished task', () => {
    const going: readonly TaskState[] = ['open', 'started', 'submitted', 'returned'];
    expect(new Set(going.map(standingOf))).toEqual(new Set(['unfinished']));
  });
});

const someContent: fc.Arbitrary<SectionContent> = fc.record({
  summary: fc.constantFrom('', 'one', 'two'),
  needs: fc.constantFrom('', 'do this'),
  tasks: fc
    .uniqueArray(
      fc.record({
        id: fc.constantFrom('A', 'B', 'C'),
        standing: fc.constantFrom('unfinished' as const, 'accepted' as const),
      }),
      { selector: ({ id }) => id },
    )
    .map((tasks) => tasks.sort((one, other) => (one.id < other.id ? -1 : 1))),
  pieces: fc
    .uniqueArray(
      fc.record({
        id: fc.constantFrom('p', 'q'),
        task: fc.constant('A'),
        title: fc.constantFrom('x', 'y'),
        marking: fc.constantFrom('public' as const, 'restricted' as const),
        reference: fc.constant(null),
        version: fc.constantFrom(1, 2),
        sha256: fc.constant('a'.repeat(64)),
      }),
      { selector: ({ id }) => id },
    )
    .map((pieces) => pieces.sort((one, other) => (one.id < other.id ? -1 : 1))),
});

test('two contents have the same text exactly when nothing has changed between them', () => {
  fc.assert(
    fc.property(someContent, someContent, (one, other) => {
      expect(contentText(one) === contentText(other)).toBe(contentChanges(one, other).length === 0);
    }),
    { numRuns: 2000 },
  );
});
