import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { calendarProblems } from '../../src/engine/time/calendar.js';
import { addDays } from '../../src/engine/time/days.js';
import { calendarOf, definitionOf } from './places.js';
import { projectFile } from '../support/project-file.js';

const places = readdirSync(projectFile('config/calendars/')).map((file) => file.replace('.json', ''));

function offWithin(place: string, from: string, to: string): string[] {
  const calendar = calendarOf(place);
  const off: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (calendar.dayOff(date)?.weekend === false) off.push(date);
  }
  return off;
}

test('there is a calendar for the secretariat and for everyone who has chaired the Rabat Process since 2017', () => {
  const chairsAndSecretariat = ['AT', 'BE', 'BF', 'CH', 'ES', 'FR', 'GQ', 'MA', 'NG', 'PT'];
  expect(places).toEqual(expect.arrayContaining([...chairsAndSecretariat, 'PT-lisbon', 'PT-porto']));
});

describe.each(places)('the calendar %s', (place) => {
  test('has no problems, and is named as its file', () => {
    expect(calendarProblems(definitionOf(place))).toEqual([]);
    expect(definitionOf(place).id).toBe(place);
  });

  test('says where each of its holidays comes from', () => {
    expect(definitionOf(place).holidays.filter((rule) => rule.source === undefined)).toEqual([]);
  });

  test('has between 4 and 20 holidays on weekdays in any year', () => {
    for (let year = 2017; year <= 2027; year++) {
      const off = offWithin(place, `${String(year)}-01-01`, `${String(year)}-12-31`).length;
      expect([year, off >= 4, off <= 20]).toEqual([year, true, true]);
    }
  });
});

describe('Morocco', () => {
  const rabat = calendarOf('MA');

  test('keeps the Amazigh New Year from 2024 on, by the decree of 23 November 2023', () => {
    expect(rabat.isWorkingDay('2022-01-14')).toBe(true);
    expect(rabat.dayOff('2024-01-14')?.name).toBe('Amazigh New Year');
    expect(rabat.isWorkingDay('2025-01-14')).toBe(false);
  });

  test('has two days for each Eid', () => {
    expect(offWithin('MA', '2019-06-01', '2019-06-30')).toEqual(['2019-06-05', '2019-06-06']);
    expect(offWithin('MA', '2023-06-15', '2023-07-15')).toEqual(['2023-06-29', '2023-06-30']);
    expect(rabat.dayOff('2023-04-22')?.name).toBe('Eid al-Fitr');
    expect(rabat.isWorkingDay('2023-04-21')).toBe(true);
  });

  test('had Eid al-Adha 2025 on a weekend, and the Monday after it off by decree', () => {
    expect(rabat.dayOff('2025-06-07')).toEqual({ name: 'Eid al-Adha', provisional: false, weekend: true });
    expect(offWithin('MA', '2025-06-01', '2025-06-15')).toEqual(['2025-06-09']);
  });

  test('expects the feasts of 2027, and Ramadan, without being sure', () => {
    expect(rabat.dayOff('2027-05-17')).toEqual({ name: 'Eid al-Adha', provisional: true, weekend: false });
    const ramadan = definitionOf('MA').officeHours.filter((hours) => hours.name?.startsWith('Ramadan'));
    expect(ramadan.map((hours) => hours.validFrom?.slice(0, 4))).toEqual(
      Array.from({ length: 11 }, (_, index) => String(2017 + index)),
    );
    expect(ramadan.filter((hours) => hours.provisional).map((hours) => hours.name)).toEqual([
      'Ramadan 2026',
      'Ramadan 2027',
    ]);
  });

  test('ends Ramadan hours on the day before Eid al-Fitr, each year', () => {
    const feasts = definitionOf('MA').holidays.flatMap((rule) =>
      rule.kind === 'dates' && rule.name === 'Eid al-Fitr' ? rule.dates.map(({ date }) => date) : [],
    );
    const ends = definitionOf('MA').officeHours.flatMap((hours) => hours.validTo ?? []);
    expect(ends.map((date) => addDays(date, 1))).toEqual(feasts);
  });
});

describe('Portugal', () => {
  const portugal = calendarOf('PT');

  test('has Carnival by leave of the government: not in 2021, expected from 2027', () => {
    expect(portugal.dayOff('2024-02-13')).toEqual({ name: 'Carnival', provisional: false, weekend: false });
    expect(portugal.isWorkingDay('2021-02-16')).toBe(true);
    expect(portugal.dayOff('2027-02-09')?.provisional).toBe(true);
  });

  test.each([
    ['PT-lisbon', '2024-06-13'],
    ['PT-porto', '2024-06-24'],
  ])('%s has the national days and its own on %s', (city, date) => {
    expect(definitionOf(city).holidays.slice(0, -1)).toEqual(definitionOf('PT').holidays);
    expect(portugal.isWorkingDay(date)).toBe(true);
    expect(calendarOf(city).isWorkingDay(date)).toBe(false);
  });
});

describe('laws that changed', () => {
  test('Nigeria moved Democracy Day from 29 May to 12 June in 2019', () => {
    const nigeria = calendarOf('NG');
    const off = ['2018-05-29', '2018-06-12', '2019-05-29', '2019-06-12'].map((date) => !nigeria.isWorkingDay(date));
    expect(off).toEqual([true, false, false, true]);
  });

  test('Burkina Faso gave the day after a feast on a Sunday until the law of January 2026', () => {
    const burkina = calendarOf('BF');
    expect(burkina.dayOff('2019-11-11')?.name).toBe('Day after a feast on a Sunday');
    expect(burkina.isWorkingDay('2026-03-09')).toBe(true);
    expect([burkina.isWorkingDay('2025-10-31'), burkina.isWorkingDay('2026-10-30')]).toEqual([false, true]);
  });

  test('Equatorial Guinea had 16 August 2021 off, after Constitution Day on a Sunday', () => {
    expect(calendarOf('GQ').isWorkingDay('2021-08-16')).toBe(false);
  });

  test('Madrid moved San Isidro and Christmas from Sundays in 2022', () => {
    expect(offWithin('ES', '2022-05-10', '2022-05-20')).toEqual(['2022-05-16']);
    expect(offWithin('ES', '2022-12-20', '2022-12-31')).toEqual(['2022-12-26']);
  });
});
