import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarProblems, openCalendar, type CalendarDefinition } from '../../src/engine/time/calendar.js';
import { definition } from './places.js';

function pathsOf(input: unknown): string[] {
  return calendarProblems(input).map((problem) => problem.path);
}

/** A definition with one thing replaced by what might come in a request. */
function broken(key: string, value: unknown): unknown {
  return { ...definition(), [key]: value };
}

describe('a sound definition', () => {
  test('has no problems, and opens', () => {
    const sound = definition({
      weekend: [
        { days: [5, 6], validTo: '2021-12-31' },
        { days: [6, 7], validFrom: '2022-01-01' },
      ],
      officeHours: [
        { opens: '08:30', closes: '16:30' },
        {
          opens: '09:00',
          closes: '15:00',
          name: 'رمضان',
          provisional: true,
          validFrom: '2024-03-12',
          validTo: '2024-04-09',
        },
      ],
      holidays: [
        { kind: 'yearly', month: 2, day: 29, name: 'Leap Day', source: 'made up', provisional: false },
        { kind: 'easter', offset: -47, name: 'Carnival', validFrom: '2016-01-01' },
        {
          kind: 'dates',
          name: 'Moon Feast',
          dates: [{ date: '2024-04-10' }, { date: '2025-03-31', provisional: true }],
        },
      ],
    });
    expect(calendarProblems(JSON.parse(JSON.stringify(sound)))).toEqual([]);
    expect(openCalendar(sound).step('2021-12-30', 1).date).toBe('2022-01-03');
  });

  test('may hold to the end of time', () => {
    expect(pathsOf(broken('weekend', [{ days: [7], validFrom: '0001-01-01', validTo: '9999-12-31' }]))).toEqual([]);
  });
});

describe('a definition', () => {
  test.each([null, 'MA', 7, [], true])('is an object and not %j', (input) => {
    expect(calendarProblems(input)).toEqual([{ path: '', message: 'must be an object' }]);
  });

  test('lists everything that is missing at once', () => {
    expect(pathsOf({})).toEqual(['id', 'name', 'zone', 'weekend', 'officeHours', 'holidays', 'sources']);
  });

  test('lists every problem with its path, not the first', () => {
    const paths = pathsOf({
      id: 'P T',
      name: 'Nowhere',
      zone: 'Europe/Lisboa',
      weekend: [{ days: [0, 6] }],
      officeHours: [{ opens: '9:00', closes: '17:00' }],
      holidays: [
        { kind: 'yearly', month: 2, day: 30, name: 'Never' },
        { kind: 'easter', offset: 1.5, name: '' },
        {
          kind: 'dates',
          name: 'Moon Feast',
          dates: [{ date: '2024-02-30' }, { date: '2024-04-10', provisional: 'yes' }],
        },
        { kind: 'lunar', name: 'Unknown' },
      ],
      sources: [],
      colour: 'green',
    });
    expect(paths.sort()).toEqual([
      'colour',
      'holidays[0].day',
      'holidays[1].name',
      'holidays[1].offset',
      'holidays[2].dates[0].date',
      'holidays[2].dates[1].provisional',
      'holidays[3].kind',
      'id',
      'officeHours[0].opens',
      'sources',
      'weekend[0].days',
      'zone',
    ]);
  });

  test.each(['+01:00', 'CET', 'Etc/GMT-1', 'europe/lisbon', 7, null])('refuses %j as its zone', (zone) => {
    expect(pathsOf(broken('zone', zone))).toEqual(['zone']);
  });

  test.each(['', 'a'.repeat(41), 'PT/Porto', 'PT\u0000', 'Évora', 7])('refuses %j as its id', (id) => {
    expect(pathsOf(broken('id', id))).toEqual(['id']);
  });

  test.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['U+0000', 'Rabat\u0000'],
    ['a line break', 'Rabat\nLisbon'],
    ['a right-to-left override', 'Rabat\u202egro'],
    ['a lone surrogate', 'Rabat\ud800'],
    ['a list', ['Rabat']],
  ])('refuses %s as its name', (_, name) => {
    expect(pathsOf(broken('name', name))).toEqual(['name']);
    const rule = { kind: 'yearly', month: 1, day: 1, name };
    expect(pathsOf(broken('holidays', [rule]))).toEqual(['holidays[0].name']);
    expect(pathsOf(broken('sources', [name]))).toEqual(['sources[0]']);
  });

  test('refuses a novel as its name', () => {
    expect(pathsOf(broken('name', 'a'.repeat(201)))).toEqual(['name']);
  });

  test('refuses keys it does not know, at any depth, and shows them harmlessly', () => {
    const input = JSON.parse(
      '{"__proto__": {"zone": "UTC"}, "weekend": [{"days": [6, 7], "until": "2024-01-01"}], "bad\\u202ekey": 1}',
    ) as object;
    expect(pathsOf({ ...definition(), ...input })).toEqual(['__proto__', '["bad?key"]', 'weekend[0].until']);
  });
});

describe('office hours', () => {
  test.each([
    ['24:00', '25:00', ['opens', 'closes']],
    ['17:00', '09:00', ['closes']],
    ['09:00', '09:00', ['closes']],
    ['09:00', '17:60', ['closes']],
    [9, 17, ['opens', 'closes']],
  ])('cannot be from %s to %s', (opens, closes, wrong) => {
    expect(pathsOf(broken('officeHours', [{ opens, closes }]))).toEqual(wrong.map((key) => `officeHours[0].${key}`));
  });

  test('must hold on every day: a gap is named by its first date', () => {
    const usual = { opens: '09:00', closes: '17:00' };
    const gap = [
      { ...usual, validTo: '2023-12-30' },
      { ...usual, validFrom: '2024-01-01' },
    ];
    expect(calendarProblems(broken('officeHours', gap))).toEqual([
      { path: 'officeHours', message: 'must hold on every day, and nothing holds on 2023-12-31' },
    ]);
    expect(pathsOf(broken('officeHours', [{ ...usual, validFrom: '2024-01-01' }]))).toEqual(['officeHours']);
    expect(pathsOf(broken('officeHours', [{ ...usual, validTo: '2024-01-01' }]))).toEqual(['officeHours']);
  });
});

describe('the weekend', () => {
  test.each([[[]], [[6, 6]], [[0]], [[8]], [[6.5]], [['6']], [[1, 2, 3, 4, 5, 6, 7]], ['6']])(
    'cannot be %j',
    (days) => {
      expect(pathsOf(broken('weekend', [{ days }]))).toEqual(['weekend[0].days']);
    },
  );

  test('with a date that does not exist is named for that alone, and not for the gap it leaves', () => {
    expect(pathsOf(broken('weekend', [{ days: [6, 7], validTo: '2024-02-30' }]))).toEqual(['weekend[0].validTo']);
  });

  test('cannot end before it begins', () => {
    const weekend = [{ days: [6, 7] }, { days: [5, 6], validFrom: '2024-02-01', validTo: '2024-01-01' }];
    expect(pathsOf(broken('weekend', weekend))).toEqual(['weekend[1].validTo']);
  });
});

describe('holidays', () => {
  test.each([
    [{ kind: 'yearly', month: 13, day: 1, name: 'X' }, 'month'],
    [{ kind: 'yearly', month: 4, day: 31, name: 'X' }, 'day'],
    [{ kind: 'yearly', month: 4, day: '1', name: 'X' }, 'day'],
    [{ kind: 'yearly', month: 4, name: 'X' }, 'day'],
    [{ kind: 'yearly', month: 4, day: 1, name: 'X', offset: 1 }, 'offset'],
    [{ kind: 'easter', offset: 1e309, name: 'X' }, 'offset'],
    [{ kind: 'easter', offset: -81, name: 'X' }, 'offset'],
    [{ kind: 'easter', name: 'X' }, 'offset'],
    [{ kind: 'dates', dates: [], name: 'X' }, 'dates'],
    [{ kind: 'dates', dates: Array(401).fill({ date: '2024-01-01' }), name: 'X' }, 'dates'],
    [{ kind: 'dates', dates: ['2024-01-01'], name: 'X' }, 'dates[0]'],
    [{ kind: 'dates', dates: [{}], name: 'X' }, 'dates[0].date'],
    [{ kind: 'dates', dates: [{ date: '2024-01-01' }, { date: '2024-01-01' }], name: 'X' }, 'dates[1].date'],
    [{ kind: 'dates', dates: [{ date: '2024-01-01' }], name: 'X', validFrom: '2025-01-01' }, 'dates[0].date'],
    [{ kind: 'yearly', month: 1, day: 1, name: 'X', validFrom: '2023-02-29' }, 'validFrom'],
    [{ kind: 'yearly', month: 1, day: 1, name: 'X', provisional: 1 }, 'provisional'],
    [{ kind: 'yearly', month: 1, day: 1, name: 'X', source: '' }, 'source'],
    [{ kind: 'toString', name: 'X' }, 'kind'],
    [{ kind: '__proto__', name: 'X' }, 'kind'],
    [{ name: 'X' }, 'kind'],
    ['New Year', 'kind'],
  ])('cannot be %.90j: the problem is named at %s', (rule, where) => {
    expect(pathsOf(broken('holidays', [rule]))).toEqual([`holidays[0].${where}`]);
  });

  test('may not leave a place without working days for more than 400 days', () => {
    const sixDaysOff = definition({ weekend: [{ days: [1, 2, 3, 4, 5, 6] }] });
    expect(calendarProblems(sixDaysOff)).toEqual([]);
    expect(calendarProblems({ ...sixDaysOff, holidays: [sundaysOff()] })).toEqual([
      { path: 'holidays', message: 'leave no working day for more than 400 days from 2024-01-01 on' },
    ]);
  });
});

/** Every Sunday of 2024 to 2026, which is all that a week of six days off leaves. */
function sundaysOff(): unknown {
  const sundays = Array.from({ length: 150 }, (_, week) =>
    new Date(Date.UTC(2024, 0, 7 + week * 7)).toISOString().slice(0, 10),
  );
  return { kind: 'dates', name: 'Sunday', dates: sundays.map((date) => ({ date })) };
}

test('whatever JSON comes in, the answer is a list of problems and never a crash; what is sound can be walked', () => {
  const rule = fc.record({
    kind: fc.constantFrom('yearly', 'easter', 'dates'),
    month: fc.integer(),
    day: fc.integer(),
    name: fc.string(),
  });
  const input = fc.oneof(
    fc.jsonValue(),
    fc.record({ ...Object.fromEntries(Object.keys(definition()).map((key) => [key, fc.jsonValue()])) }),
    fc.array(fc.oneof(rule, fc.jsonValue())).map((holidays) => broken('holidays', holidays)),
  );
  fc.assert(
    fc.property(input, (json) => {
      const problems = calendarProblems(json);
      for (const problem of problems) expect(problem.message).not.toBe('');
      if (problems.length === 0)
        expect(openCalendar(json as CalendarDefinition).step('2024-01-31', 5).date > '2024-01-31').toBe(true);
    }),
  );
});
