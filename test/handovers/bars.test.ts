import { describe, expect, test } from '@jest/globals';
import type { ReminderLadder } from '../../src/engine/plan/reminders.js';
import { holidaysIn, specialHoursIn } from '../../src/handovers/days-off.js';
import { barOf, firstReminderOf, windowOf } from '../../src/handovers/views/bars.js';
import { calendarOf } from '../engine/places.js';

const LADDER: ReminderLadder = {
  beforeDue: [
    { offset: -3, unit: 'working_days', to: ['owner'] },
    { offset: -10, unit: 'working_days', to: ['owner'] },
  ],
  afterDue: [],
};

describe('The bar of a task', () => {
  test('begins with its first reminder, counted in the working days of its desk', () => {
    // 11 January is a holiday in Morocco, and the new year in both.
    expect(firstReminderOf('2024-01-17', calendarOf('MA'), LADDER)).toBe('2024-01-02');
    expect(firstReminderOf('2024-01-17', calendarOf('PT'), LADDER)).toBe('2024-01-03');
  });

  test('begins on its due day where no reminder comes before', () => {
    expect(firstReminderOf('2024-01-17', calendarOf('PT'), { beforeDue: [], afterDue: [] })).toBe('2024-01-17');
  });

  test('begins earlier where work did, and no later where it did not', () => {
    expect(barOf('2024-01-17', '2024-01-03', '2023-12-20')?.from).toBe('2023-12-20');
    expect(barOf('2024-01-17', '2024-01-03', '2024-01-15')?.from).toBe('2024-01-03');
    expect(barOf('2024-01-17', '2024-01-03', '2024-02-01')).toEqual({ from: '2024-01-03', until: '2024-01-17' });
  });

  test('is not there without a due day', () => {
    expect(barOf(null, null, '2024-01-01')).toBeNull();
  });
});

describe('The days that a drawing shows', () => {
  const bars = [
    { from: '2023-11-06', until: '2023-11-20' },
    { from: '2024-07-16', until: '2024-07-30' },
  ];

  test('leave out of a whole handover what lies far from the handover day', () => {
    expect(windowOf(bars, ['2024-02-01', null], ['2024-02-01'])).toEqual({ from: '2023-11-03', until: '2024-02-04' });
  });

  test('hold today, however early it is', () => {
    expect(windowOf(bars, ['2024-02-01', '2023-06-01'], ['2024-02-01', '2023-06-01'])?.from).toBe('2023-05-29');
  });

  test('hold everything of a single section', () => {
    expect(windowOf(bars, ['2024-02-01'], null)).toEqual({ from: '2023-11-03', until: '2024-08-02' });
  });

  test('are none where nothing has a date', () => {
    expect(windowOf([], [null], null)).toBeNull();
  });
});

describe('Quiet days', () => {
  test('are the public holidays that cost a working day', () => {
    const names = holidaysIn('incoming', calendarOf('PT'), { from: '2023-12-01', until: '2024-01-01' });
    expect(names.map(({ from, name }) => [from, name])).toEqual([
      ['2023-12-01', expect.any(String)],
      ['2023-12-08', expect.any(String)],
      ['2023-12-25', expect.any(String)],
      ['2024-01-01', expect.any(String)],
    ]);
  });

  test('are special office hours that touch the days shown', () => {
    const ramadan = {
      name: 'Ramadan 2024',
      opens: '09:00',
      closes: '15:00',
      validFrom: '2024-03-12',
      validTo: '2024-04-09',
      provisional: false,
    };
    expect(specialHoursIn('outgoing', [ramadan], { from: '2024-01-01', until: '2024-03-12' })).toHaveLength(1);
    expect(specialHoursIn('outgoing', [ramadan], { from: '2024-01-01', until: '2024-03-11' })).toHaveLength(0);
  });
});
