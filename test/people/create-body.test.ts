import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CalendarDefinition } from '../../src/engine/time/calendar.js';
import { CreateBody, type BodyDefinition } from '../../src/people/create-body.js';
import { IssueToken } from '../../src/people/issue-token.js';
import { hashOfToken, newTokenSecret } from '../../src/people/token-secret.js';
import { systemCaller } from '../../src/people/caller.js';
import { TestApp } from '../support/app.js';
import { must, RABAT } from '../support/rabat.js';
import { readProjectFile } from '../support/project-file.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

const austria = JSON.parse(readProjectFile('config/calendars/AT.json')) as CalendarDefinition;

const council: BodyDefinition = {
  id: 'alpine-council',
  name: 'Council of Alpine Regions',
  shortName: 'Council',
  zone: 'Europe/Vienna',
  boundary: 'inclusive',
  secretariatName: 'Permanent office',
  secretariatCalendarId: 'AT',
  facts: { founded: '1990' },
  calendars: [austria],
  members: [{ id: 'AT', name: 'Austria', rotationGroup: null, status: 'partner', calendarId: 'AT' }],
  offices: [{ id: 'permanent', memberId: null, name: 'Permanent office', calendarId: 'AT' }],
  people: [{ id: 'clerk', officeId: 'permanent', name: 'Clerk', mail: 'clerk@council.example', language: 'en' }],
  roles: [{ personId: 'clerk', role: 'secretariat', fromDay: '2020-01-01', untilDay: null }],
};

describe('a body', () => {
  test('is founded with its account, and its first person can begin', async () => {
    const receipt = must(await app.app.get(CreateBody).execute(council));
    expect(receipt).toMatchObject({ id: 'alpine-council', version: 1, account: { seq: 1 } });
    const secret = newTokenSecret();
    const token = { personId: 'clerk', label: 'first', expiresOn: null };
    must(await app.app.get(IssueToken).execute(systemCaller('alpine-council'), token, hashOfToken(secret)));
    const read = await app.send('get', '/api/v1/bodies/alpine-council', { token: secret });
    expect(read.body).toMatchObject({ id: 'alpine-council', boundary: 'inclusive', facts: { founded: '1990' } });
  });

  test('is founded once', async () => {
    const again = await app.app.get(CreateBody).execute({ ...council, id: RABAT });
    expect(again).toMatchObject({ refused: true, gates: [{ code: 'body.exists' }] });
  });

  test('is not founded halfway', async () => {
    const broken = {
      ...council,
      id: 'broken',
      offices: [{ id: 'o', memberId: 'XX', name: 'Office', calendarId: 'AT' }],
    };
    expect(await app.app.get(CreateBody).execute(broken)).toMatchObject({ gates: [{ code: 'member.unknown' }] });
    expect(await app.app.get(CreateBody).execute({ ...council, id: 'broken' })).toMatchObject({ id: 'broken' });
  });
});
