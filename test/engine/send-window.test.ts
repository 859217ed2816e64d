import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openCalendar } from '../../src/engine/time/calendar.js';
import { digestDay, sendAt, type Recipient } from '../../src/engine/plan/send-window.js';
import { localDate, localTime } from '../../src/engine/time/zones.js';
import { calendarOf, definition } from './places.js';

const rabat: Recipient = { calendar: calendarOf('MA'), zone: 'Africa/Casablanca' };
const lisbon: Recipient = { calendar: calendarOf('PT'), zone: 'Europe/Lisbon' };

function withHours(opens: string, closes: string): Recipient {
  return { calendar: openCalendar(definition({ officeHours: [{ opens, closes }] })), zone: 'UTC' };
}

describe('the digest', () => {
  const cases: readonly (readonly [string, Recipient, string, string])[] = [
    ['goes out at nine local time on the day itself', lisbon, '2024-01-16T00:00:00.000Z', '2024-01-16T09:00:00.000Z'],
    ['goes out at nine in Rabat, which is eight in UTC', rabat, '2024-01-16T00:00:00.000Z', '2024-01-16T08:00:00.000Z'],
    ['takes what is owed at nine sharp', lisbon, '2024-01-16T09:00:00.000Z', '2024-01-16T09:00:00.000Z'],
    ['leaves what comes after nine for the next day', lisbon, '2024-01-16T09:00:00.001Z', '2024-01-17T09:00:00.000Z'],
    ['waits from Friday noon until Monday', lisbon, '2024-01-19T12:00:00.000Z', '2024-01-22T09:00:00.000Z'],
    ['waits for the end of a public holiday', rabat, '2024-01-10T12:00:00.000Z', '2024-01-12T08:00:00.000Z'],
    [
      'waits for the end of Easter in Lisbon, across the clock change',
      lisbon,
      '2024-03-28T18:00:00.000Z',
      '2024-04-01T08:00:00.000Z',
    ],
    ['stays at nine when Lisbon’s clocks go back', lisbon, '2024-10-25T12:00:00.000Z', '2024-10-28T09:00:00.000Z'],
    [
      'stays at nine when Rabat’s clocks go back for Ramadan',
      rabat,
      '2024-03-08T12:00:00.000Z',
      '2024-03-11T09:00:00.000Z',
    ],
    [
      'stays at nine when Rabat’s clocks go forward after Eid',
      rabat,
      '2024-04-09T12:00:00.000Z',
      '2024-04-15T08:00:00.000Z',
    ],
    ['goes out at nine on 29 February', lisbon, '2024-02-28T12:00:00.000Z', '2024-02-29T09:00:00.000Z'],
  ];
  test.each(cases)('%s', (_, recipient, from, expected) => {
    expect(sendAt(from, recipient, false)).toBe(expected);
  });

  test('goes out when the office opens, where that is after nine', () => {
    expect(sendAt('2024-01-16T00:00:00.000Z', withHours('10:00', '16:00'), false)).toBe('2024-01-16T10:00:00.000Z');
  });

  test('goes out when the office opens, where it closes by nine', () => {
    expect(sendAt('2024-01-16T00:00:00.000Z', withHours('05:00', '09:00'), false)).toBe('2024-01-16T05:00:00.000Z');
  });

  test('goes by the clock of the person, who may sit elsewhere than their calendar', () => {
    const inBrussels = { calendar: calendarOf('PT'), zone: 'Europe/Brussels' };
    expect(sendAt('2024-01-16T00:00:00.000Z', inBrussels, false)).toBe('2024-01-16T08:00:00.000Z');
  });
});

describe('urgent mail', () => {
  const cases: readonly (readonly [string, Recipient, string, string])[] = [
    ['goes at once while the office is open', rabat, '2024-01-16T13:17:05.250Z', '2024-01-16T13:17:05.250Z'],
    ['waits in the morning for the office to open', rabat, '2024-01-16T06:00:00.000Z', '2024-01-16T07:30:00.000Z'],
    ['waits from closing time for the next opening', rabat, '2024-01-16T15:30:00.000Z', '2024-01-17T07:30:00.000Z'],
    ['waits over the weekend', rabat, '2024-01-20T10:00:00.000Z', '2024-01-22T07:30:00.000Z'],
    [
      'goes at four in the afternoon on the eve of Ramadan',
      rabat,
      '2024-03-11T16:00:00.000Z',
      '2024-03-11T16:00:00.000Z',
    ],
    [
      'waits at four in the afternoon in Ramadan, for nine the next day',
      rabat,
      '2024-03-12T16:00:00.000Z',
      '2024-03-13T09:00:00.000Z',
    ],
    ['goes before three in the afternoon in Ramadan', rabat, '2024-03-12T14:59:59.999Z', '2024-03-12T14:59:59.999Z'],
    [
      'waits for half past eight again once Ramadan and Eid are over',
      rabat,
      '2024-04-09T16:00:00.000Z',
      '2024-04-15T07:30:00.000Z',
    ],
  ];
  test.each(cases)('%s', (_, recipient, from, expected) => {
    expect(sendAt(from, recipient, true)).toBe(expected);
  });
});

describe('every moment of sending', () => {
  const start = Date.parse('2023-12-01T00:00:00.000Z');
  const instant = fc.integer({ min: 0, max: 500 * 86_400_000 }).map((ms) => new Date(start + ms).toISOString());
  const recipient = fc.constantFrom(rabat, lisbon);

  test('is on a working day, in office hours, and never early', () => {
    fc.assert(
      fc.property(instant, recipient, fc.boolean(), (from, reader, urgent) => {
        const moment = sendAt(from, reader, urgent);
        const day = localDate(moment, reader.zone);
        const hours = reader.calendar.officeHours(day);
        const time = localTime(moment, reader.zone);
        expect(moment >= from).toBe(true);
        expect(reader.calendar.isWorkingDay(day)).toBe(true);
        expect(time >= hours.opens && time < hours.closes).toBe(true);
        expect(urgent || time === '09:00').toBe(true);
      }),
    );
  });

  test('stands when it is worked out again at that moment', () => {
    fc.assert(
      fc.property(instant, recipient, fc.boolean(), (from, reader, urgent) => {
        const moment = sendAt(from, reader, urgent);
        expect(sendAt(moment, reader, urgent)).toBe(moment);
      }),
    );
  });

  test('keeps the order of what is owed', () => {
    fc.assert(
      fc.property(instant, instant, recipient, fc.boolean(), (one, other, reader, urgent) => {
        const [first, second] = [one, other].sort();
        if (first === undefined || second === undefined) throw new Error('two instants stay two');
        expect(sendAt(first, reader, urgent) <= sendAt(second, reader, urgent)).toBe(true);
      }),
    );
  });

  test('is one and the same for all digest messages of one person and day', () => {
    fc.assert(
      fc.property(instant, instant, recipient, (one, other, reader) => {
        const [first, second] = [sendAt(one, reader, false), sendAt(other, reader, false)];
        expect(digestDay(first, reader.zone) === digestDay(second, reader.zone)).toBe(first === second);
      }),
    );
  });
});

describe('a moment of sending is refused', () => {
  test('for an instant that is not written in full, in UTC', () => {
    for (const from of ['2024-01-16', '2024-01-16T09:00:00Z', '2024-01-16T09:00:00.000+01:00', '']) {
      expect(() => sendAt(from, lisbon, false)).toThrow(RangeError);
    }
  });

  test('for someone who never works', () => {
    const calendar = openCalendar(definition({ weekend: [{ days: [1, 2, 3, 4, 5, 6, 7] }] }));
    expect(() => sendAt('2024-01-16T09:00:00.000Z', { calendar, zone: 'UTC' }, true)).toThrow(RangeError);
  });
});

test('a message counts for the day that the recipient has, not for the day in UTC', () => {
  expect(digestDay('2024-01-15T23:30:00.000Z', 'Africa/Casablanca')).toBe('2024-01-16');
  expect(digestDay('2024-01-15T23:30:00.000Z', 'Europe/Lisbon')).toBe('2024-01-15');
});
