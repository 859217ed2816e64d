import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanChange } from '../../src/engine/plan/re-planning.js';
import { ApplyPlan } from '../../src/handovers/apply-plan.js';
import { PreviewPlan } from '../../src/handovers/preview-plan.js';
import { OTHER_BODY, TestApp } from '../support/app.js';
import { readFeed, type Feed, type FeedEvent } from '../support/icalendar.js';
import { HANDOVER, must, RABAT, type PersonId } from '../support/rabat.js';

const ADDRESS = `/bodies/${RABAT}/handovers/${HANDOVER}/calendar/address`;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

/** The path of the feed that a page shows. */
const pathIn = (html: string): string => /\/feeds\/[\w-]{43}\.ics/.exec(html)?.[0] ?? '';

async function makeAddress(person: PersonId, body = RABAT): Promise<string> {
  const visitor = await app.signIn(person, body);
  const answer = await visitor.post(ADDRESS.replace(RABAT, body), {});
  expect(answer.status).toBe(200);
  return pathIn(answer.text);
}

async function feedAt(path: string): Promise<Feed> {
  const answer = await app.stranger().get(path);
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  return readFeed(answer.text);
}

const named = ({ events }: Feed, words: string): FeedEvent => {
  const found = events.find(({ properties }) => properties.get('SUMMARY')?.includes(words));
  if (found === undefined) throw new Error(`No event is called ${words}`);
  return found;
};
const of = (event: FeedEvent, name: string): string => event.properties.get(name) ?? '';
const statusAt = async (path: string): Promise<number> => (await app.stranger().get(path)).status;

async function replan(change: PlanChange): Promise<void> {
  const { token } = must(await new PreviewPlan(app.rabat.database).execute(RABAT, change));
  must(await new ApplyPlan(app.rabat.database).execute(RABAT, 'sec', change, token, 'The hall is not free'));
}
const meetingOn = (startsOn: string | null, endsOn: string | null): PlanChange => ({
  kind: 'meeting',
  meetingId: 'som-2024-rabat',
  startsOn,
  endsOn,
  keepHandoverDate: false,
});

describe('The address of a feed', () => {
  test('is shown once, to whom it belongs, and is kept by its hash alone', async () => {
    const visitor = await app.signIn('ma-lead');
    const made = await visitor.post(ADDRESS, {});
    const path = pathIn(made.text);
    expect(path).not.toBe('');
    expect(made.headers['cache-control']).toBe('no-store');
    expect((await visitor.get(ADDRESS)).text).not.toContain('/feeds/');
    const secret = path.slice('/feeds/'.length, -'.ics'.length);
    const kept = JSON.stringify([
      await app.rabat.rows('SELECT * FROM calendar_feed'),
      await app.rabat.rows('SELECT * FROM account_entry'),
    ]);
    expect(kept).not.toContain(secret);
  });

  test('opens the feed without signing in, and a stranger learns nothing from one that was never made', async () => {
    const path = await makeAddress('pt-lead');
    expect(await statusAt(path)).toBe(200);
    const wrong = [path.replace(/.\.ics$/, '_.ics'), '/feeds/x.ics', path.replace('.ics', ''), '/feeds/.ics'];
    expect(await Promise.all(wrong.map(statusAt))).toEqual([404, 404, 404, 404]);
  });

  test('stops when it is renewed, and the new one works', async () => {
    const first = await makeAddress('sec-2');
    const second = await makeAddress('sec-2');
    expect([await statusAt(first), await statusAt(second)]).toEqual([404, 200]);
  });

  test('stops when it is revoked, and revoking twice is no mistake', async () => {
    const path = await makeAddress('pt-delegate');
    const visitor = await app.signIn('pt-delegate');
    const again = [await visitor.post(`${ADDRESS}/revoke`, {}), await visitor.post(`${ADDRESS}/revoke`, {})];
    expect(again.map(({ status }) => status)).toEqual([303, 303]);
    expect(await statusAt(path)).toBe(404);
  });

  test('cannot be made by a member without a part in the handover', async () => {
    const visitor = await app.signIn('es-delegate');
    expect((await visitor.post(ADDRESS, {})).status).toBe(403);
  });

  test('stops for whoever has lost every role, and for whoever has left', async () => {
    const path = await makeAddress('ma-delegate');
    const change = (sql: string): Promise<unknown> =>
      app.rabat.database.change(RABAT, (em) => em.query(sql, [RABAT, 'ma-delegate']));
    await change(`UPDATE role_grant SET until_day = '2023-09-01' WHERE body_id = $1 AND person_id = $2`);
    expect(await statusAt(path)).toBe(404);
    await change(`UPDATE role_grant SET until_day = NULL WHERE body_id = $1 AND person_id = $2`);
    expect(await statusAt(path)).toBe(200);
    await change(`UPDATE person SET left_on = '2023-09-01' WHERE body_id = $1 AND id = $2`);
    expect(await statusAt(path)).toBe(404);
    await change(`UPDATE person SET left_on = NULL WHERE body_id = $1 AND id = $2`);
  });
});

describe('A feed', () => {
  test('has the meeting and the passing for an observer, the dates of their side for a chair, all for the secretariat', async () => {
    const tasks = async (person: PersonId): Promise<number> =>
      (await feedAt(await makeAddress(person))).events.length - 2;
    const owned = async (...owners: string[]): Promise<number> =>
      (await app.rabat.rows('SELECT id FROM task WHERE owner = ANY ($1)', [owners])).length;
    expect(await tasks('watcher')).toBe(0);
    expect(await tasks('ma-lead')).toBe(await owned('outgoing', 'joint'));
    expect(await tasks('pt-lead')).toBe(await owned('incoming', 'joint'));
    expect(await tasks('sec')).toBe(60);
  });

  test('is in the language of its person, and has whole days', async () => {
    const feed = await feedAt(await makeAddress('ma-lead'));
    expect(named(feed, 'Passation de la présidence : Maroc – Portugal')).toBeDefined();
    const meeting = named(feed, 'Senior Officials’ Meeting');
    expect([of(meeting, 'DTSTART'), of(meeting, 'DTEND')]).toEqual(['20240131', '20240202']);
    expect(meeting.written).toEqual(expect.arrayContaining(['DTSTART;VALUE=DATE', 'DTEND;VALUE=DATE']));
    expect(of(meeting, 'LOCATION')).toBe('Rabat');
  });

  test('names each event once, and the same however often it is read', async () => {
    const path = await makeAddress('sec');
    const uids = async (): Promise<string[]> => (await feedAt(path)).events.map((event) => of(event, 'UID'));
    const first = await uids();
    expect(new Set(first).size).toBe(62);
    expect(await uids()).toEqual(first);
  });

  test('is not sent again to whoever has it', async () => {
    const path = await makeAddress('sec');
    const { headers } = await app.stranger().get(path);
    const again = await app.stranger().get(path, { headers: { 'if-none-match': `W/${headers.etag ?? ''}` } });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  test('of another body with the same keys shows nothing of this one', async () => {
    await app.rabat.createHandover(OTHER_BODY);
    const path = await makeAddress('sec', OTHER_BODY);
    await app.rabat.database.change(RABAT, (em) =>
      em.query(`UPDATE task SET title = '{"en": "Seen from here alone"}' WHERE body_id = $1 AND id = 'GOV-02'`, [
        RABAT,
      ]),
    );
    const { text } = await app.stranger().get(path);
    expect(text).toContain('GOV-02');
    expect(text).not.toContain('Seen from here');
  });

  test('keeps to RFC 5545 whatever things are called', async () => {
    const hostile =
      'Comma, semicolon; back\\slash "quoted"\r\nBEGIN:VEVENT\nUID:1\u0007\u202e' + ' long ç 文 🦆'.repeat(20);
    await app.rabat.database.change(RABAT, async (em) => {
      await em.query(`UPDATE task SET title = $2 WHERE body_id = $1 AND id = 'GOV-01'`, [RABAT, { en: hostile }]);
      await em.query(`UPDATE handover SET title = $2 WHERE body_id = $1`, [RABAT, 'A, b; c\\n d:e']);
    });
    const feed = await feedAt(await makeAddress('sec'));
    expect(feed.events).toHaveLength(62);
    expect(feed.properties.get('X-WR-CALNAME')).toContain('A, b; c\\n d:e');
    expect(of(named(feed, 'Comma, semicolon; back\\slash "quoted"\nBEGIN:VEVENT\nUID:1'), 'STATUS')).toBe('CONFIRMED');
  });
});

describe('When the meeting moves', () => {
  test('events keep their names, move, and have a higher SEQUENCE; those that stay keep theirs', async () => {
    await app.rabat.task('PRG-06', 'sec', { move: 'pin', on: '2024-01-19', reason: 'Agreed with the minister' });
    const path = await makeAddress('sec');
    const before = await feedAt(path);
    await replan(meetingOn('2024-02-13', '2024-02-14'));
    const after = await feedAt(path);
    for (const words of ['Senior Officials', 'The chair passes', 'SOM-07', 'PRO-04']) {
      const [old, moved] = [named(before, words), named(after, words)];
      expect(of(moved, 'UID')).toBe(of(old, 'UID'));
      expect(of(moved, 'DTSTART') > of(old, 'DTSTART')).toBe(true);
      expect(Number(of(moved, 'SEQUENCE'))).toBeGreaterThan(Number(of(old, 'SEQUENCE')));
      expect(of(moved, 'LAST-MODIFIED') >= of(old, 'LAST-MODIFIED')).toBe(true);
    }
    expect(named(after, 'PRG-06').properties).toEqual(named(before, 'PRG-06').properties);
  });

  test('without a new date, what hung on it is cancelled on its last days', async () => {
    const path = await makeAddress('sec');
    const before = await feedAt(path);
    await replan(meetingOn(null, null));
    const after = await feedAt(path);
    for (const words of ['Senior Officials', 'SOM-07']) {
      const [old, off] = [named(before, words), named(after, words)];
      expect(of(off, 'STATUS')).toBe('CANCELLED');
      expect([of(off, 'UID'), of(off, 'DTSTART')]).toEqual([of(old, 'UID'), of(old, 'DTSTART')]);
      expect(Number(of(off, 'SEQUENCE'))).toBeGreaterThan(Number(of(old, 'SEQUENCE')));
    }
  });
});
