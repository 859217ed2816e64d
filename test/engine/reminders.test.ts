import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../src/engine/time/days.js';
import {
  ladderProblems,
  nextEvery,
  remindersFor,
  type RemindedTask,
  type ReminderLadder,
} from '../../src/engine/plan/reminders.js';
import type { TaskState } from '../../src/engine/tasks/task.js';
import type { IsoDate } from '../../src/engine/words.js';
import { calendarOf } from './places.js';
import { ladder } from './rabat-plan.js';

const morocco = calendarOf('MA');
const portugal = calendarOf('PT');

function task(parts: Partial<RemindedTask> = {}): RemindedTask {
  return { state: 'started', owner: 'outgoing', acceptedBy: 'incoming', compressed: false, ...parts };
}

/** The reminders of a task due on Wednesday 17 January 2024, as `rung day recipients`. */
function reminders(
  today: IsoDate,
  parts: Partial<RemindedTask> = {},
  calendar = morocco,
  due = '2024-01-17',
): string[] {
  return remindersFor(task(parts), due, calendar, ladder, today).map(
    ({ rung, on, to }) => `${rung} ${on} ${to.join()}`,
  );
}

describe('the reminders of a task', () => {
  test('climb the ladder in working days of the owner', () => {
    // 1 and 11 January are holidays in Morocco.
    expect(reminders('2023-12-01')).toEqual([
      'before-10 2024-01-02 owner',
      'before-3 2024-01-12 owner,secretariat',
      'on 2024-01-17 owner',
      'after-1 2024-01-18 owner,secretariat',
      'after-3 2024-01-22 owner,acceptedBy,secretariat',
      'every-5-1 2024-01-24 secretariat',
    ]);
  });

  test('of days that have passed are dropped, that of today is not', () => {
    expect(reminders('2024-01-12')[0]).toBe('before-3 2024-01-12 owner,secretariat');
    expect(reminders('2024-01-13')[0]).toBe('on 2024-01-17 owner');
  });

  test('go on with the next repeated one when it is long overdue', () => {
    expect(reminders('2024-02-20')).toEqual(['every-5-5 2024-02-21 secretariat']);
  });

  const settled: readonly TaskState[] = ['accepted', 'waived'];
  test.each(settled)('are none once it is %s', (state) => {
    expect(reminders('2023-12-01', { state })).toEqual([]);
  });

  test('go to the incoming chair in its own calendar once it has taken the task on, in the place of the owner', () => {
    expect(reminders('2023-12-01', { state: 'committed' }, portugal)).toEqual([
      'commitment-before-10 2024-01-03 incoming',
      'commitment-before-3 2024-01-12 incoming,secretariat',
      'commitment-on 2024-01-17 incoming',
      'commitment-after-1 2024-01-18 incoming,secretariat',
      'commitment-after-3 2024-01-22 incoming,secretariat',
      'commitment-every-5-1 2024-01-24 secretariat',
    ]);
  });

  test('are none once what was taken on is done', () => {
    expect(reminders('2023-12-01', { state: 'committed', fulfilled: true })).toEqual([]);
  });

  test('go to the accepting desk in its own calendar once it is submitted', () => {
    // 11 January is no holiday in Portugal.
    expect(reminders('2023-12-01', { state: 'submitted' }, portugal)).toEqual([
      'review-before-10 2024-01-03 acceptedBy',
      'review-before-3 2024-01-12 acceptedBy,secretariat',
      'review-on 2024-01-17 acceptedBy',
      'review-after-1 2024-01-18 acceptedBy,secretariat',
      'review-after-3 2024-01-22 acceptedBy,secretariat',
      'review-every-5-1 2024-01-24 secretariat',
    ]);
  });

  test('name no desk twice: a task of the secretariat reminds it once', () => {
    expect(reminders('2024-01-12', { owner: 'secretariat' })[0]).toBe('before-3 2024-01-12 owner');
    expect(reminders('2024-01-20', { acceptedBy: 'secretariat' })[0]).toBe('after-3 2024-01-22 owner,acceptedBy');
  });

  test('name no accepting desk where there is none', () => {
    expect(reminders('2024-01-20', { acceptedBy: null })[0]).toBe('after-3 2024-01-22 owner,secretariat');
  });

  test('due on a day off come on the last working day before it', () => {
    expect(reminders('2024-01-17', {}, morocco, '2024-01-21')).toContain('on 2024-01-19 owner');
  });

  test('due on a day off, when no working day is left, come on the due date itself', () => {
    expect(reminders('2024-01-20', {}, morocco, '2024-01-21')).toContain('on 2024-01-21 owner');
  });

  test('of a task compressed to today always include one today', () => {
    const quiet: ReminderLadder = { beforeDue: [], afterDue: [] };
    const today = '2024-01-17';
    expect(remindersFor(task({ compressed: true }), today, morocco, quiet, today)).toEqual([
      { rung: 'on', on: today, to: ['owner'] },
    ]);
    expect(remindersFor(task(), today, morocco, quiet, today)).toEqual([]);
    expect(reminders(today, { compressed: true })[0]).toBe('on 2024-01-17 owner');
  });
});

describe('the repeated reminder', () => {
  const next = (laterThan: IsoDate, parts: Partial<RemindedTask> = {}, rungs = ladder): string | undefined => {
    const found = nextEvery(task(parts), '2024-01-17', morocco, rungs, laterThan);
    return found === null ? undefined : `${found.rung} ${found.on}`;
  };

  test('comes every fifth working day after the due date', () => {
    expect(next('2024-01-24')).toBe('every-5-2 2024-01-31');
    expect(next('2024-01-31')).toBe('every-5-3 2024-02-07');
  });

  test('leaves out those missed while nobody sent anything', () => {
    expect(next('2024-02-08')).toBe('every-5-4 2024-02-14');
  });

  test('begins after the last single step of the ladder', () => {
    const to = ['owner'] as const;
    const long: ReminderLadder = {
      beforeDue: [],
      afterDue: [
        { every: 5, unit: 'working_days', to },
        { offset: 7, unit: 'working_days', to },
      ],
    };
    expect(next('2024-01-17', {}, long)).toBe('every-5-2 2024-01-31');
  });

  test('ends when the task is settled, and where the ladder has none', () => {
    expect(next('2024-01-24', { state: 'accepted' })).toBeUndefined();
    expect(next('2024-01-24', {}, { beforeDue: [], afterDue: [] })).toBeUndefined();
  });

  test('never misses a day: one after the other they are all multiples of five working days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
        const due = addDays('2024-01-02', days);
        const first = remindersFor(task(), due, morocco, ladder, due).at(-1);
        const second = nextEvery(task(), due, morocco, ladder, first?.on ?? due);
        expect(first?.on).toBe(morocco.step(due, 5).date);
        expect(second?.on).toBe(morocco.step(due, 10).date);
      }),
    );
  });
});

describe('a ladder from outside', () => {
  const to = ['owner'];
  const step = (parts: object): object => ({ unit: 'working_days', to, ...parts });
  const ladderWith = (parts: object): unknown => ({ beforeDue: [], afterDue: [], ...parts });

  test('of the handover template has no problem', () => {
    expect(ladderProblems(ladder)).toEqual([]);
    expect(ladderProblems(ladderWith({}))).toEqual([]);
  });

  const broken: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['nothing at all', null, ['']],
    ['a list', [], ['']],
    ['parts that are missing', {}, ['beforeDue', 'afterDue']],
    ['a part that is not known', ladderWith({ onWeekends: true }), ['onWeekends']],
    [
      'the prototype as a part',
      JSON.parse('{"beforeDue":[],"afterDue":[],"__proto__":{"to":1}}') as unknown,
      ['__proto__'],
    ],
    ['a step before that comes after', ladderWith({ beforeDue: [step({ offset: 3 })] }), ['beforeDue[0].offset']],
    ['a step on the day itself', ladderWith({ afterDue: [step({ offset: 0 })] }), ['afterDue[0].offset']],
    ['a step of half a day', ladderWith({ afterDue: [step({ offset: 0.5 })] }), ['afterDue[0].offset']],
    ['a step years away', ladderWith({ afterDue: [step({ offset: 1e309 })] }), ['afterDue[0].offset']],
    [
      'the same step twice',
      ladderWith({ beforeDue: [step({ offset: -3 }), step({ offset: -3 })] }),
      ['beforeDue[1].offset'],
    ],
    ['two repeated steps', ladderWith({ afterDue: [step({ every: 5 }), step({ every: 7 })] }), ['afterDue[1].every']],
    [
      'a repeated step before',
      ladderWith({ beforeDue: [step({ every: 5 })] }),
      ['beforeDue[0].every', 'beforeDue[0].offset'],
    ],
    ['repeating every zero days', ladderWith({ afterDue: [step({ every: 0 })] }), ['afterDue[0].every']],
    ['calendar days', ladderWith({ afterDue: [step({ offset: 1, unit: 'calendar_days' })] }), ['afterDue[0].unit']],
    ['nobody to remind', ladderWith({ onDue: { to: [] } }), ['onDue.to']],
    ['somebody unknown', ladderWith({ onDue: { to: ['owner', 'press'] } }), ['onDue.to[1]']],
    ['somebody twice', ladderWith({ onDue: { to: ['owner', 'owner'] } }), ['onDue.to[1]']],
    ['a list for somebody', ladderWith({ onDue: { to: [['owner']] } }), ['onDue.to[0]']],
    [
      'eleven steps',
      ladderWith({ afterDue: Array.from({ length: 11 }, (_, n) => step({ offset: n + 1 })) }),
      ['afterDue'],
    ],
    ['a note with a NUL', ladderWith({ quiet: 'no\u0000mail' }), ['quiet']],
  ];
  test.each(broken)('is refused with %s', (_, input, paths) => {
    expect([...new Set(ladderProblems(input).map(({ path }) => path))]).toEqual(paths);
  });

  test('is told all its problems at once', () => {
    const input = { beforeDue: [step({ offset: 1 }), step({ offset: -1, to: [] })], afterDue: 'none', status: 7 };
    expect(ladderProblems(input).map(({ path }) => path)).toEqual([
      'status',
      'beforeDue[0].offset',
      'beforeDue[1].to',
      'afterDue',
    ]);
  });
});
