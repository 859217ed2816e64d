import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { handoverReadiness, type ReadinessTask } from '../../src/engine/tasks/readiness.js';
import { STATES } from './task-examples.js';

const of = (
  state: ReadinessTask['state'],
  evidence: ReadinessTask['evidence'] = 'required',
  evidenceCount = 1,
): ReadinessTask => ({
  section: 'DOC',
  state,
  evidence,
  evidenceCount,
});
const percent = (...tasks: readonly ReadinessTask[]) => handoverReadiness(tasks).overall.percent;

describe('readiness', () => {
  test('counts what each section has come to', () => {
    const { sections, overall } = handoverReadiness([
      of('accepted'),
      of('waived'),
      of('submitted'),
      of('started', 'required', 0),
      { ...of('returned'), section: 'SYS' },
      { ...of('open', 'required', 0), section: 'SYS' },
      { ...of('committed', 'required', 0), section: 'SYS' },
    ]);
    expect(sections).toEqual([
      {
        section: 'DOC',
        total: 4,
        settled: 2,
        withReviewer: 1,
        inProgress: 1,
        returned: 0,
        untouched: 0,
        evidenceMissing: 1,
        percent: 50,
      },
      {
        section: 'SYS',
        total: 3,
        settled: 1,
        withReviewer: 0,
        inProgress: 0,
        returned: 1,
        untouched: 1,
        evidenceMissing: 1,
        percent: 33,
      },
    ]);
    expect(overall).toEqual({
      total: 7,
      settled: 3,
      withReviewer: 1,
      inProgress: 1,
      returned: 1,
      untouched: 1,
      evidenceMissing: 2,
      percent: 42,
    });
  });

  test('work that nobody has accepted is not ready, however far it is', () => {
    expect(percent(of('started'), of('submitted'), of('returned'))).toBe(0);
  });

  test('an accepted task with nothing behind it is not ready, where evidence is required', () => {
    expect(percent(of('accepted', 'required', 0))).toBe(0);
    expect(percent(of('accepted', 'optional', 0), of('accepted', 'none', 0))).toBe(100);
    expect(handoverReadiness([of('accepted', 'required', 0)]).overall).toMatchObject({
      settled: 1,
      evidenceMissing: 1,
    });
  });

  test('what was waived or taken on by the incoming chair needs no evidence', () => {
    expect(percent(of('waived', 'required', 0), of('committed', 'required', 0))).toBe(100);
  });

  test('where nothing is asked, all is ready', () => {
    expect(handoverReadiness([])).toEqual({
      sections: [],
      overall: {
        total: 0,
        settled: 0,
        withReviewer: 0,
        inProgress: 0,
        returned: 0,
        untouched: 0,
        evidenceMissing: 0,
        percent: 100,
      },
    });
  });

  test('one task of two hundred that is missing keeps it from a hundred', () => {
    expect(percent(...Array.from({ length: 199 }, () => of('accepted')), of('submitted'))).toBe(99);
  });
});

const anyTask: fc.Arbitrary<ReadinessTask> = fc.record({
  section: fc.constantFrom('GOV', 'DOC', 'SYS'),
  state: fc.constantFrom(...STATES),
  evidence: fc.constantFrom('required', 'optional', 'none'),
  evidenceCount: fc.nat({ max: 2 }),
});

test('every task is counted once in its section and once in all, and a hundred percent means that nothing is left', () => {
  fc.assert(
    fc.property(fc.array(anyTask), (tasks) => {
      const { sections, overall } = handoverReadiness(tasks);
      for (const each of [overall, ...sections]) {
        const { settled, withReviewer, inProgress, returned, untouched } = each;
        expect(settled + withReviewer + inProgress + returned + untouched).toBe(each.total);
        expect(each.percent === 100).toBe(each.settled === each.total && each.evidenceMissing === 0);
      }
      expect(overall.total).toBe(tasks.length);
      expect(sections.reduce((sum, section) => sum + section.settled, 0)).toBe(overall.settled);
      expect(sections.reduce((sum, section) => sum + section.evidenceMissing, 0)).toBe(overall.evidenceMissing);
    }),
  );
});
