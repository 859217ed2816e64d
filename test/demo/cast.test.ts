import { beforeAll, describe, expect, test } from '@jest/globals';
import type { BodyDocuments } from '../../src/commands/body-file.js';
import { readOwnBody } from '../../src/commands/read-document.js';
import { asPlannedIn2020 } from '../../src/demo/as-planned-2020.js';
import { Cast } from '../../src/demo/cast.js';
import { knownOn } from '../../src/demo/known-on.js';
import { openCalendar } from '../../src/engine/time/calendar.js';
import { readRotation } from '../../src/engine/terms/rotation-import.js';

let documents: BodyDocuments;

beforeAll(async () => {
  documents = await readOwnBody('rabat-process', '2023-10-02');
});

describe('what was known when a story begins', () => {
  const isOff = (day: string): boolean => {
    const morocco = knownOn(day, documents).calendars.find(({ id }) => id === 'MA');
    return openCalendar(morocco!).dayOff('2025-01-14') !== null;
  };

  test('a holiday is there from the day of its decree on', () => {
    expect([isOff('2023-11-22'), isOff('2023-11-23')]).toEqual([false, true]);
  });

  test('meetings still to come are announced, whatever became of them', () => {
    const { meetings } = knownOn('2023-10-02', documents).file;
    expect(meetings.find(({ id }) => id === 'som-2024-rabat')?.status).toBe('announced');
    expect(meetings.find(({ id }) => id === 'tm-2023-geneva')?.status).toBe('held');
  });

  test('in the summer of 2020 France was to hand over in October, and Spain to follow in July', () => {
    const planned = asPlannedIn2020(documents);
    const rotation = readRotation(planned.rotation, '2020-06-15');
    const terms = 'terms' in rotation ? rotation.terms : [];
    expect(terms.slice(-3).map(({ id, state, planned: { start, end } }) => [id, state, start, end])).toEqual([
      ['2019-fr', 'serving', null, '2020-10-21'],
      ['2020-gq', 'confirmed', '2020-10-21', '2021-07-31'],
      ['2021-es', 'confirmed', '2021-07-01', '2022-12-31'],
    ]);
    expect(planned.file.meetings.filter(({ id }) => id === 'som-2021-paris')).toEqual([]);
  });
});

describe('who plays', () => {
  const absence = { personId: 'pt-lead', standInId: 'sec-officer', from: '2023-12-22', until: '2023-12-23' };

  test('is called by what they are, never by name', () => {
    const cast = new Cast(documents, []);
    const titles = ['ma-lead', 'pt-delegate-2', 'sec-officer', 'observer'].map((id) => cast.player(id).title);
    expect(titles).toEqual(['Morocco lead', 'Portugal delegate 2', 'secretariat officer', 'observer']);
    expect(() => cast.player('nobody')).toThrow('Nobody of that name has a part');
  });

  test('a stand-in acts on the days on which the other is away, and is torn between two parties then', () => {
    const cast = new Cast(documents, [absence]);
    const days = ['2023-12-21', '2023-12-22', '2023-12-23'];
    expect(days.map((day) => cast.present('pt-lead', day))).toEqual(['pt-lead', 'sec-officer', 'pt-lead']);
    expect(days.map((day) => cast.isTorn('sec-officer', day))).toEqual([false, true, false]);
  });

  test('each party comes with its lead first, observers with none', () => {
    const cast = new Cast(documents, []);
    expect(cast.party('PT').map(({ id }) => id)).toEqual(['pt-lead', 'pt-delegate', 'pt-delegate-2']);
    expect(cast.party(null).map(({ id }) => id)).toEqual(['sec-lead', 'sec-officer', 'sec-officer-2']);
  });
});
