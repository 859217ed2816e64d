import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CalendarDefinition } from '../../src/engine/time/calendar.js';
import { TestApp } from '../support/app.js';
import { databaseDigest } from '../support/database-digest.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

async function definitionOf(id: string): Promise<CalendarDefinition> {
  return (await app.as('sec', 'get', `/calendars/${id}`)).body.definition as CalendarDefinition;
}

describe('a calendar', () => {
  test('is replaced whole, and the account names the holidays that came and went', async () => {
    const before = await definitionOf('PT');
    const decreed = { kind: 'dates', name: 'Day of mourning', dates: [{ date: '2024-01-22' }] } as const;
    const after = { ...before, holidays: [...before.holidays.slice(1), decreed] };
    const replaced = await app.as('sec', 'put', '/calendars/PT', after, { 'if-match': '"1"' });
    expect(replaced).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(await definitionOf('PT')).toEqual(after);
    const [told] = await app.rabat.rows(
      `SELECT entry::json -> 'facts' AS facts FROM account_entry WHERE subject = 'calendar:PT'`,
    );
    expect(told?.facts).toEqual({
      holidaysAdded: ['Day of mourning'],
      holidaysRemoved: [before.holidays[0]?.name],
      changed: [],
    });
  });

  test('with faults is refused with each of them and its place, and nothing changes', async () => {
    const before = await databaseDigest(app.rabat.url);
    const definition = await definitionOf('MA');
    const faulty = {
      ...definition,
      zone: 'Africa/Atlantis',
      holidays: [{ kind: 'dates', name: 'Thirtieth of February', dates: [{ date: '2024-02-30' }] }],
      colour: 'green',
    };
    const answer = await app.as('sec', 'put', '/calendars/MA', faulty, { 'if-match': '"1"' });
    expect(answer.status).toBe(422);
    const fields = (answer.body.errors as { field: string }[]).map(({ field }) => field);
    expect(fields.sort()).toEqual(['colour', 'holidays[0].dates[0].date', 'zone']);
    expect(await databaseDigest(app.rabat.url)).toBe(before);
  });

  test('keeps its id', async () => {
    const definition = await definitionOf('ES');
    const answer = await app.as('sec', 'put', '/calendars/AT', definition, { 'if-match': '"1"' });
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'id', reason: 'must be AT, as in the address' }] },
    });
  });

  test('of another place is added', async () => {
    const lisbon = { ...(await definitionOf('ES')), id: 'ES-barcelona', name: 'Spain (Barcelona)' };
    expect((await app.as('sec', 'post', '/calendars', lisbon)).status).toBe(201);
    expect(await app.as('sec', 'post', '/calendars', lisbon)).toMatchObject({
      status: 409,
      body: { gates: [{ code: 'calendar.exists' }] },
    });
  });
});
