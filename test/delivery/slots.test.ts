import { describe, expect, test } from '@jest/globals';
import { slotAfter, slotFor } from '../../src/delivery/slots.js';
import { openCalendar, type CalendarDefinition } from '../../src/engine/time/calendar.js';
import { readProjectFile } from '../support/project-file.js';

function calendarOf(id: string): ReturnType<typeof openCalendar> {
  return openCalendar(JSON.parse(readProjectFile(`config/calendars/${id}.json`)) as CalendarDefinition);
}

const MOROCCO = calendarOf('MA');
const PORTUGAL = calendarOf('PT');

const slot = (dueAt: string, now: string, calendar = PORTUGAL, urgentId: string | null = null) =>
  slotFor('p', calendar, dueAt, now, urgentId);

describe('What falls due', () => {
  test('in the night is in the digest of that morning', () => {
    const night = '2024-01-16T00:00:00.000Z';
    expect(slot(night, night)).toEqual({
      recipientId: 'p',
      day: '2024-01-16',
      lane: 'digest',
      sendAt: '2024-01-16T09:00:00.000Z',
    });
  });

  test('after the digest of the day is in that of the next working day', () => {
    const friday = '2024-01-19T11:00:00.000Z';
    expect(slot(friday, friday)).toMatchObject({ day: '2024-01-22', sendAt: '2024-01-22T09:00:00.000Z' });
  });

  test('in the night, but is found out late in the morning, still goes that day', () => {
    const now = '2024-01-16T11:00:00.000Z';
    expect(slot('2024-01-16T00:00:00.000Z', now)).toMatchObject({ day: '2024-01-16', sendAt: now });
  });

  test('days ago, but is found out only now, goes as if it were of today', () => {
    expect(slot('2024-01-10T00:00:00.000Z', '2024-01-16T11:00:00.000Z')).toMatchObject({ day: '2024-01-16' });
    expect(slot('2024-01-10T00:00:00.000Z', '2024-01-16T22:00:00.000Z')).toMatchObject({ day: '2024-01-17' });
  });

  test('and is urgent goes at once in office hours, and in a lane of its own', () => {
    const now = '2024-01-16T11:07:00.000Z';
    expect(slot(now, now, PORTUGAL, 'message')).toMatchObject({ day: '2024-01-16', lane: 'message', sendAt: now });
  });
});

describe('The reader’s own clock and hours', () => {
  test('make nine o’clock in Rabat an hour earlier than in Lisbon in winter, and the same in Ramadan', () => {
    const winter = '2024-01-16T00:00:00.000Z';
    expect(slot(winter, winter, MOROCCO).sendAt).toBe('2024-01-16T08:00:00.000Z');
    expect(slot(winter, winter, PORTUGAL).sendAt).toBe('2024-01-16T09:00:00.000Z');
    const ramadan = '2024-03-20T00:30:00.000Z';
    expect(slot(ramadan, ramadan, MOROCCO).sendAt).toBe('2024-03-20T09:00:00.000Z');
  });

  test('let urgent mail of a Ramadan afternoon wait for the next morning', () => {
    const afternoon = '2024-03-20T16:00:00.000Z';
    expect(slot(afternoon, afternoon, MOROCCO, 'message').sendAt).toBe('2024-03-21T09:00:00.000Z');
    expect(slot(afternoon, afternoon, PORTUGAL, 'message').sendAt).toBe(afternoon);
  });

  test('keep a local nine o’clock through the night in which clocks change', () => {
    const before = '2024-03-30T23:00:00.000Z';
    expect(slot(before, before).sendAt).toBe('2024-04-01T08:00:00.000Z');
  });
});

describe('The slot after one that is taken', () => {
  test('is on the next working day, in the same lane', () => {
    const friday = slot('2024-01-19T00:00:00.000Z', '2024-01-19T00:00:00.000Z');
    expect(slotAfter(friday, PORTUGAL)).toMatchObject({ day: '2024-01-22', lane: 'digest' });
  });
});
