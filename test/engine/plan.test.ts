import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../src/engine/time/days.js';
import { comparePlans, isEmpty } from '../../src/engine/plan/plan-difference.js';
import { makePlan, planInForce, type PlanTask } from '../../src/engine/plan/plan.js';
import type { Anchors, IsoDate } from '../../src/engine/words.js';
import { checklist, inForce, plannedTask, planning, undated, withTask, workedExample } from './rabat-plan.js';

const inMarch: Anchors = {
  HANDOVER_DATE: '2024-03-21',
  TERM_START: '2024-03-21',
  MEETING_START: '2024-03-20',
  MEETING_END: '2024-03-21',
};

describe('the first plan of a handover', () => {
  test('gives each of the sixty tasks of Rabat 2024 its published date', () => {
    const plan = makePlan(planning());
    expect(Object.fromEntries(plan.tasks.map(({ taskId, due }) => [taskId, due]))).toEqual(workedExample.dueDates);
    expect(plan.tasks.filter((task) => task.compressed)).toEqual([]);
  });

  test('says how the rule came to the date: anchor, holidays passed over, nothing provisional', () => {
    const { because, ruleDate } = plannedTask(makePlan(planning()), 'RES-05');
    expect(ruleDate).toBe('2024-01-17');
    expect(because).toMatchObject({
      kind: 'rule',
      reason: { anchorDate: '2024-01-31', rule: { offset: -10, unit: 'working_days' }, provisional: false },
    });
  });

  test('says when a holiday on the way is only expected, so that the date may change', () => {
    const anchors = { ...undated, MEETING_START: '2027-03-24' };
    const { because } = plannedTask(makePlan(planning({ anchors })), 'RES-05');
    expect(because.reason).toMatchObject({
      provisional: true,
      passedOver: [
        { date: '2027-03-11', name: 'Eid al-Fitr, second day', provisional: true },
        { date: '2027-03-10', name: 'Eid al-Fitr', provisional: true },
      ],
    });
  });

  test('plans the reminders of a submitted task in the calendar of the accepting desk', () => {
    const tasks = withTask(checklist, 'RES-05', { state: 'submitted' });
    // Portugal works on 11 January 2024, Morocco does not.
    expect(plannedTask(makePlan(planning({ tasks })), 'RES-05').reminders[0]).toEqual({
      rung: 'review-before-10',
      on: '2024-01-03',
      to: ['acceptedBy'],
    });
    expect(plannedTask(makePlan(planning()), 'RES-05').reminders[0]).toMatchObject({ on: '2024-01-02' });
  });

  test('ends a task when the day ends at its owner, a joint one when the earlier of the two days ends', () => {
    const plan = makePlan(planning());
    expect(plannedTask(plan, 'RES-05')).toMatchObject({ due: '2024-01-17', dueAt: '2024-01-17T22:59:59.999Z' });
    const joint = checklist.find((task) => task.owner === 'joint' && task.rule.offset < 0);
    const { due, dueAt } = plannedTask(plan, joint?.id ?? '');
    expect(dueAt).toBe(`${due ?? ''}T22:59:59.999Z`);
  });

  test('makes a date that has passed today, and marks it compressed', () => {
    const plan = makePlan(planning({}, '2023-11-10'));
    expect(plannedTask(plan, 'GOV-01')).toMatchObject({
      due: '2023-11-10',
      compressed: true,
      ruleDate: '2023-11-02',
      because: { kind: 'compressed' },
    });
    expect(plannedTask(plan, 'GOV-02')).toMatchObject({ due: '2023-11-17', compressed: false });
  });

  test('goes by the date at the owner, when desks have two dates at once', () => {
    const today = { outgoing: '2024-01-18', incoming: '2024-01-17', secretariat: '2024-01-17', joint: '2024-01-18' };
    const tasks = withTask(checklist, 'SYS-01', { owner: 'incoming', rule: { ...ruleOf('RES-05') } });
    const plan = makePlan(planning({ today, tasks }));
    expect(plannedTask(plan, 'RES-05')).toMatchObject({ due: '2024-01-18', compressed: true });
    expect(plannedTask(plan, 'SYS-01')).toMatchObject({ due: '2024-01-17', compressed: false });
  });

  test('drops the reminders that have passed at the desk which is reminded', () => {
    const today = { outgoing: '2024-01-18', incoming: '2024-01-17', secretariat: '2024-01-17', joint: '2024-01-18' };
    const dated = withTask(checklist, 'RES-05', { pinned: '2024-01-17' });
    const rungs = (tasks: readonly PlanTask[]): string | undefined =>
      plannedTask(makePlan(planning({ today, tasks })), 'RES-05').reminders[0]?.rung;
    expect(rungs(dated)).toBe('after-1');
    expect(rungs(withTask(dated, 'RES-05', { state: 'submitted' }))).toBe('review-on');
  });

  test('has no date and no reminder for a task whose anchor has no date', () => {
    const plan = makePlan(planning({ anchors: { ...workedExample.anchors, MEETING_START: null } }));
    expect(plannedTask(plan, 'RES-05')).toMatchObject({
      due: null,
      dueAt: null,
      compressed: false,
      because: { kind: 'undated', reason: { anchorDate: null } },
      reminders: [],
    });
    expect(plannedTask(plan, 'RES-06').due).toBe('2024-01-25');
  });
});

describe('planning again when the meeting moves to March', () => {
  const first = makePlan(planning());
  const tasks = inForce(first, checklist);

  test('moves open tasks with it', () => {
    expect(plannedTask(makePlan(planning({ tasks, anchors: inMarch })), 'RES-05').due).toBe('2024-03-06');
  });

  const keeping: readonly (readonly [string, Partial<PlanTask>, IsoDate, string])[] = [
    ['an accepted task keeps its date', { state: 'accepted' }, '2024-01-17', 'done'],
    ['a waived task keeps its date', { state: 'waived' }, '2024-01-17', 'waived'],
    [
      'a commitment keeps the date it was taken on for',
      { state: 'committed', committedDue: '2024-06-28' },
      '2024-06-28',
      'committed',
    ],
    ['a pinned task stays where it was pinned', { pinned: '2024-01-19' }, '2024-01-19', 'pinned'],
    [
      'an accepted task keeps the date it was done by, though pinned',
      { state: 'accepted', pinned: '2024-01-19' },
      '2024-01-17',
      'done',
    ],
  ];
  test.each(keeping)('%s', (_, change, due, why) => {
    const changed = withTask(tasks, 'RES-05', change);
    expect(plannedTask(makePlan(planning({ tasks: changed, anchors: inMarch })), 'RES-05')).toMatchObject({
      due,
      kept: why,
      compressed: false,
      ruleDate: '2024-03-06',
      because: { kind: 'kept', why },
    });
  });

  test('a submitted task is re-dated, for it may be returned', () => {
    const submitted = withTask(tasks, 'RES-05', { state: 'submitted' });
    expect(plannedTask(makePlan(planning({ tasks: submitted, anchors: inMarch })), 'RES-05').due).toBe('2024-03-06');
  });

  test('a pinned date in the past stays, and is not compressed', () => {
    const pinned = withTask(tasks, 'RES-05', { pinned: '2023-09-01' });
    expect(plannedTask(makePlan(planning({ tasks: pinned })), 'RES-05')).toMatchObject({
      due: '2023-09-01',
      compressed: false,
    });
  });

  test('without a new date, open tasks lose theirs, and pinned and done ones do not', () => {
    const changed = withTask(withTask(tasks, 'GOV-01', { state: 'accepted' }), 'GOV-02', { pinned: '2023-11-20' });
    const plan = makePlan(planning({ tasks: changed, anchors: undated }));
    expect(plan.tasks.filter(({ due }) => due !== null).map(({ taskId }) => taskId)).toEqual(['GOV-01', 'GOV-02']);
  });
});

describe('a task that is late', () => {
  const tasks = inForce(makePlan(planning()), checklist);

  test('stays late when planning gives it the same date again', () => {
    const plan = makePlan(planning({ tasks }, '2024-01-22'));
    expect(plannedTask(plan, 'RES-05')).toMatchObject({
      due: '2024-01-17',
      compressed: false,
      because: { kind: 'overdue' },
    });
  });

  test('becomes due today, compressed, when a new anchor moves it to another day that has passed', () => {
    const anchors = { ...workedExample.anchors, MEETING_START: '2024-02-01' };
    const plan = makePlan(planning({ tasks, anchors }, '2024-01-22'));
    expect(plannedTask(plan, 'RES-05')).toMatchObject({ due: '2024-01-22', compressed: true, ruleDate: '2024-01-18' });
  });

  test('gets no second day of grace after it was compressed once', () => {
    const compressed = inForce(makePlan(planning({}, '2023-11-10')), checklist);
    expect(plannedTask(makePlan(planning({ tasks: compressed }, '2023-11-14')), 'GOV-01')).toMatchObject({
      due: '2023-11-10',
      compressed: true,
      because: { kind: 'overdue' },
    });
  });

  test('has time again when the meeting moves away', () => {
    const plan = makePlan(planning({ tasks, anchors: inMarch }, '2024-01-22'));
    expect(plannedTask(plan, 'RES-05')).toMatchObject({ due: '2024-03-06', compressed: false });
  });
});

describe('properties of planning', () => {
  const day = (from: IsoDate, most: number): fc.Arbitrary<IsoDate> =>
    fc.integer({ min: 0, max: most }).map((days) => addDays(from, days));
  const someAnchors: fc.Arbitrary<Anchors> = fc.record({
    HANDOVER_DATE: fc.option(day('2023-10-01', 500)),
    TERM_START: fc.option(day('2023-10-01', 500)),
    MEETING_START: fc.option(day('2023-10-01', 500)),
    MEETING_END: fc.option(day('2023-10-01', 500)),
  });
  const change: fc.Arbitrary<Partial<PlanTask>> = fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('started', 'submitted', 'returned', 'accepted', 'waived').map((state) => ({ state })),
    },
    { weight: 1, arbitrary: day('2023-10-01', 500).map((pinned) => ({ pinned })) },
    {
      weight: 1,
      arbitrary: day('2024-02-01', 300).map((committedDue) => ({ state: 'committed' as const, committedDue })),
    },
  );
  const handover = fc
    .record({
      anchors: someAnchors,
      other: someAnchors,
      firstDay: day('2023-09-01', 300),
      later: fc.integer({ min: 0, max: 60 }),
      changes: fc.array(change, { minLength: checklist.length, maxLength: checklist.length }),
    })
    .map(({ anchors, other, firstDay, later, changes }) => {
      // First everything is planned, then days go by, tasks are done or pinned, and a plan with that is in force.
      const planned = inForce(makePlan(planning({ anchors }, firstDay)), checklist);
      const worked = planned.map((task, index) => ({ ...task, ...changes[index] }));
      const today = addDays(firstDay, later);
      const plan = makePlan(planning({ anchors, tasks: worked }, today));
      return { anchors, other, today, plan, tasks: inForce(plan, worked) };
    });

  test('planning for other anchors and back again gives every task that was not late its date and reminders back', () => {
    fc.assert(
      fc.property(handover, ({ anchors, other, today, plan, tasks }) => {
        const away = inForce(makePlan(planning({ anchors: other, tasks }, today)), tasks);
        const back = makePlan(planning({ anchors, tasks: away }, today));
        const wasLate = (id: string): boolean => (plannedTask(plan, id).due ?? today) < today;
        const timely = ({ taskId }: { readonly taskId: string }): boolean => !wasLate(taskId);
        expect(back.tasks.filter(timely)).toEqual(plan.tasks.filter(timely));
      }),
      { numRuns: 100 },
    );
  });

  test('planning again on the same day changes nothing, late or not', () => {
    fc.assert(
      fc.property(handover, ({ anchors, today, tasks }) => {
        const input = planning({ anchors, tasks }, today);
        expect(isEmpty(comparePlans(planInForce(input), makePlan(input)))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('no task that is neither settled nor pinned gets a new date in the past', () => {
    fc.assert(
      fc.property(handover, ({ other, today, tasks }) => {
        const plan = makePlan(planning({ anchors: other, tasks }, today));
        for (const task of tasks) {
          const { due, kept } = plannedTask(plan, task.id);
          if (kept === null && due !== null && due !== task.current) expect(due >= today).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('no reminder is planned for a day that has passed, for what is settled, or for what has no date', () => {
    fc.assert(
      fc.property(handover, ({ other, today, tasks }) => {
        for (const task of makePlan(planning({ anchors: other, tasks }, today)).tasks) {
          expect(task.reminders.every(({ on }) => on >= today)).toBe(true);
          const isOwed = task.kept === null || task.kept === 'pinned' || task.kept === 'committed';
          if (task.due === null || !isOwed) expect(task.reminders).toEqual([]);
          expect(new Set(task.reminders.map(({ rung }) => rung)).size).toBe(task.reminders.length);
        }
      }),
      { numRuns: 40 },
    );
  });
});

function ruleOf(id: string): PlanTask['rule'] {
  const task = checklist.find((one) => one.id === id);
  if (task === undefined) throw new Error(`The checklist has no task ${id}`);
  return task.rule;
}
