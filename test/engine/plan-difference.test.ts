import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../src/engine/time/days.js';
import { comparePlans, differenceText, isEmpty } from '../../src/engine/plan/plan-difference.js';
import { makePlan, planInForce, type PlanInput, type PlanTask } from '../../src/engine/plan/plan.js';
import { checklist, inForce, planning, undated, withTask, workedExample } from './rabat-plan.js';
import type { PlanDifference } from '../../src/engine/plan/plan-difference.js';

const tasks = inForce(makePlan(planning()), checklist);

/** What changes from the plan in force to one made for other parts, on the same day. */
function change(parts: Partial<PlanInput>, from: readonly PlanTask[] = tasks, day?: string): PlanDifference {
  return comparePlans(
    planInForce(planning({ tasks: from, revision: 1 }, day)),
    makePlan(planning({ tasks: from, revision: 2, ...parts }, day)),
  );
}

const aWeekLater = {
  HANDOVER_DATE: '2024-02-08',
  TERM_START: '2024-02-08',
  MEETING_START: '2024-02-07',
  MEETING_END: '2024-02-08',
};

describe('the difference between two plans', () => {
  test('is empty when nothing changes', () => {
    const difference = change({});
    expect(isEmpty(difference)).toBe(true);
    expect(difference).toMatchObject({ from: 1, unchanged: 60 });
  });

  test('names each date old and new, with its reason', () => {
    const difference = change({ anchors: aWeekLater });
    expect(difference.moved.find(({ taskId }) => taskId === 'RES-05')).toMatchObject({
      from: '2024-01-17',
      to: '2024-01-24',
      because: { kind: 'rule', reason: { anchorDate: '2024-02-07' } },
    });
    expect(difference.moved.length + difference.unchanged).toBe(60);
  });

  test('names what loses its date when the meeting is postponed without a new one, and its reminders', () => {
    const difference = change({ anchors: undated });
    expect(difference.undated).toHaveLength(60);
    expect(difference.undated[0]).toMatchObject({ taskId: 'AFT-01', because: { kind: 'undated' } });
    expect(difference.reminders.move).toEqual([]);
    expect(difference.reminders.appear).toEqual([]);
    expect(difference.reminders.vanish.filter(({ taskId }) => taskId === 'RES-05').map(({ rung }) => rung)).toEqual([
      'before-10',
      'before-3',
      'on',
      'after-1',
      'after-3',
      'every-5-1',
    ]);
  });

  test('names what has a date again', () => {
    const without = inForce(makePlan(planning({ tasks, anchors: undated })), tasks);
    const difference = comparePlans(
      planInForce(planning({ tasks: without, anchors: undated })),
      makePlan(planning({ tasks: without })),
    );
    expect(difference.dated).toHaveLength(60);
    expect(difference.dated.find(({ taskId }) => taskId === 'RES-05')).toMatchObject({ to: '2024-01-17' });
    expect(difference.reminders.appear.length).toBeGreaterThan(300);
  });

  test('names pinned and done tasks that the change would have moved, and only those', () => {
    const some = withTask(withTask(tasks, 'RES-05', { state: 'accepted' }), 'RES-06', { pinned: '2024-01-22' });
    const difference = change({ anchors: aWeekLater }, some);
    expect(difference.kept).toEqual([{ taskId: 'RES-05', due: '2024-01-17', ruleDate: '2024-01-24', why: 'done' }]);
    expect(difference.pinned).toMatchObject([{ taskId: 'RES-06', ruleDate: '2024-02-01' }]);
    expect(change({}, some)).toMatchObject({ kept: [], pinned: [] });
  });

  test('names what is compressed now and was not before', () => {
    const anchors = { ...workedExample.anchors, MEETING_START: '2024-01-10' };
    const difference = change({ anchors }, tasks, '2024-01-02');
    expect(difference.compressed).toContainEqual({ taskId: 'RES-05', due: '2024-01-02', ruleDate: '2023-12-26' });
    expect(difference.moved.map(({ taskId }) => taskId)).toContain('RES-05');
    expect(difference.findings.new).toContainEqual(
      expect.objectContaining({ code: 'plan.compressed', taskIds: ['RES-05'] }),
    );
  });

  test('names what was found before and is solved', () => {
    const tight = withTask(tasks, 'RES-03', { pinned: '2024-01-25', current: '2024-01-25' });
    const unpinned = withTask(tight, 'RES-03', { pinned: null });
    const difference = comparePlans(planInForce(planning({ tasks: tight })), makePlan(planning({ tasks: unpinned })));
    expect(difference.findings).toMatchObject({ new: [], gone: [{ code: 'plan.waits_for_later' }] });
    expect(difference.moved).toMatchObject([{ taskId: 'RES-03', from: '2024-01-25', to: '2023-12-25' }]);
  });

  test('says of reminders which move, vanish and appear', () => {
    // On 8 January the ten days' notice of RES-05 has passed; a week more brings it back.
    const { reminders } = change({ anchors: aWeekLater }, tasks, '2024-01-08');
    function ofRes05<R extends { readonly taskId: string }>(list: readonly R[]): R[] {
      return list.filter(({ taskId }) => taskId === 'RES-05');
    }
    expect(ofRes05(reminders.move)[0]).toEqual({
      taskId: 'RES-05',
      rung: 'before-3',
      from: '2024-01-12',
      to: '2024-01-19',
    });
    expect(ofRes05(reminders.appear)).toEqual([{ taskId: 'RES-05', rung: 'before-10', on: '2024-01-09' }]);
    expect(ofRes05(reminders.vanish)).toEqual([]);
  });

  test('counts a task that is new as dated', () => {
    const before = planInForce(planning({ tasks: tasks.slice(1) }));
    const difference = comparePlans(before, makePlan(planning({ tasks })));
    expect(difference.dated).toMatchObject([{ taskId: tasks[0]?.id }]);
    expect(difference.unchanged).toBe(59);
  });

  test('is refused for plans of different days, and when a task has gone', () => {
    const before = planInForce(planning({ tasks }));
    expect(() => comparePlans(before, makePlan(planning({ tasks }, '2023-09-16')))).toThrow('same day');
    expect(() => comparePlans(before, makePlan(planning({ tasks: tasks.slice(1) })))).toThrow('has gone');
  });
});

describe('the text of a difference, of which the token of a preview is made', () => {
  const shift = fc.integer({ min: -40, max: 200 });

  function moved(days: number): PlanInput['anchors'] {
    const date = (anchor: keyof PlanInput['anchors']): string => addDays(workedExample.anchors[anchor] ?? '', days);
    return {
      HANDOVER_DATE: date('HANDOVER_DATE'),
      TERM_START: date('TERM_START'),
      MEETING_START: date('MEETING_START'),
      MEETING_END: date('MEETING_END'),
    };
  }

  test('does not depend on the order in which tasks were read', () => {
    fc.assert(
      fc.property(shift, fc.shuffledSubarray([...tasks], { minLength: tasks.length }), (days, shuffled) => {
        const anchors = moved(days);
        // In the middle of the work, when much is late or tight and there is much to find.
        const text = differenceText(change({ anchors }, tasks, '2024-01-08'));
        expect(differenceText(change({ anchors }, shuffled, '2024-01-08'))).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  test('differs when a task was done, pinned or re-dated since', () => {
    const text = differenceText(change({ anchors: aWeekLater }));
    for (const since of [{ state: 'accepted' }, { pinned: '2024-01-22' }, { current: '2024-01-16' }] as const) {
      expect(differenceText(change({ anchors: aWeekLater }, withTask(tasks, 'RES-05', since)))).not.toBe(text);
    }
  });

  test('differs when another revision is in force', () => {
    const before = planInForce(planning({ tasks, revision: 1 }));
    const after = makePlan(planning({ tasks, anchors: aWeekLater }));
    expect(differenceText(comparePlans({ ...before, revision: 7 }, after))).not.toBe(
      differenceText(comparePlans(before, after)),
    );
  });

  test('every task is moved, undated, dated, unchanged or without a date before and after', () => {
    fc.assert(
      fc.property(shift, shift, (days, otherDays) => {
        const from = inForce(makePlan(planning({ anchors: moved(days) })), checklist);
        const { moved: a, undated: b, dated: c, unchanged } = change({ anchors: moved(otherDays) }, from);
        expect(a.length + b.length + c.length + unchanged).toBe(60);
      }),
      { numRuns: 50 },
    );
  });
});
