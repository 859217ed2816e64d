import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { OTHER_BODY } from '../support/app.js';
import { RABAT, type PersonId } from '../support/rabat.js';
import { codeOf, SignInStage, type AppHolder } from './sign-in-stage.js';

const FACTOR = `/sign-in/second-factor/${RABAT}`;
const OWN = '/settings/second-factors';

let stage: SignInStage;
beforeAll(async () => {
  stage = await SignInStage.open();
});
beforeEach(() => stage.forgetTries());
afterAll(() => stage.close());

const mailOf = (person: PersonId): string => `${person}@${RABAT}.example`;

/** Lets the code that the app shows now be used once more, as if it were half a minute later. */
async function laterOn(): Promise<void> {
  await change('UPDATE second_factor SET last_step = last_step - 10 WHERE body_id = $1', []);
}

async function change(sql: string, values: unknown[]): Promise<void> {
  await stage.app.rabat.database.change(RABAT, (em) => em.query<unknown>(sql, [RABAT, ...values]));
}

describe('an app', () => {
  let holder: AppHolder;
  beforeAll(async () => {
    holder = await stage.enrol(mailOf('ma-delegate'));
  });
  beforeEach(laterOn);

  test('lets its person in, to where they wanted to go, with a new session', async () => {
    const visit = stage.visit();
    await stage.prove(visit, holder.mail, OWN);
    const half = visit.cookie('half');
    await visit.follow('/sign-in/second-factor');
    const seen = await visit.post(`${FACTOR}/app`, { code: codeOf(holder.secret) });
    expect([seen.status, seen.location]).toEqual([303, OWN]);
    expect(visit.cookie('session')).not.toBe(holder.visit.cookie('session'));
    expect(visit.cookie('session')).not.toBe(half);
    expect((await visit.get(OWN)).status).toBe(200);
  });

  test('ends the session that the same browser had before', async () => {
    const visit = stage.visit();
    await stage.prove(visit, holder.mail);
    await visit.post(`${FACTOR}/app`, { code: codeOf(holder.secret) });
    const before = visit.cookie('session');
    await laterOn();
    await visit.get('/sign-in/again?next=/');
    await visit.post('/sign-in/again', { next: '/' });
    await visit.get(FACTOR);
    await visit.post(`${FACTOR}/app`, { code: codeOf(holder.secret) });
    expect(visit.cookie('session')).not.toBe(before);
    const open = await stage.app.rabat.rows(
      `SELECT secret_hash FROM session WHERE body_id = $1 AND secret_hash = encode(sha256($2::bytea), 'hex') AND ended_at IS NULL`,
      [RABAT, before],
    );
    expect(open).toEqual([]);
  });

  test('has each of its codes taken once, also when it comes twice at once', async () => {
    const code = codeOf(holder.secret);
    const visits = [stage.visit(), stage.visit(), stage.visit()];
    for (const visit of visits) await stage.prove(visit, holder.mail);
    const tried = await Promise.all(visits.map((visit) => visit.post(`${FACTOR}/app`, { code })));
    // Whoever was first has ended what the others had begun.
    expect(tried.filter((seen) => seen.location === '/')).toHaveLength(1);
    const late = stage.visit();
    await stage.forgetTries();
    await stage.prove(late, holder.mail);
    const again = await late.post(`${FACTOR}/app`, { code });
    expect(again.status).toBe(422);
    expect(again.text).toContain('This code is not right, or it no longer works');
  });

  test('goes by the real time, whatever a demo’s clock shows', async () => {
    await stage.app.rabat.setClock('2023-12-01T08:00:00.000Z');
    const visit = stage.visit();
    await stage.prove(visit, holder.mail);
    expect((await visit.post(`${FACTOR}/app`, { code: codeOf(holder.secret) })).location).toBe('/');
    await stage.app.rabat.setClock('2023-10-02T08:00:00.000Z');
  });

  test('is right within half a minute, and no longer', async () => {
    const visit = stage.visit();
    await stage.prove(visit, holder.mail);
    for (const later of [-90, 90, 300]) {
      expect((await visit.post(`${FACTOR}/app`, { code: codeOf(holder.secret, later) })).status).toBe(422);
    }
    expect((await visit.post(`${FACTOR}/app`, { code: codeOf(holder.secret, 30) })).status).toBe(303);
  });

  test('is tried five times in a quarter of an hour; then even the right code is refused, in words', async () => {
    const visit = stage.visit();
    await stage.prove(visit, holder.mail);
    for (let time = 0; time < 5; time++) {
      expect((await visit.post(`${FACTOR}/app`, { code: codeOf(holder.secret, 3_000 + time) })).status).toBe(422);
    }
    const seen = await visit.post(`${FACTOR}/app`, { code: codeOf(holder.secret) });
    expect(seen.status).toBe(429);
    expect(seen.text).toContain('Too many tries');
    expect(visit.cookie('session')).toBeUndefined();
  });

  test('counts only what went wrong', async () => {
    for (let time = 0; time < 7; time++) {
      await laterOn();
      await stage.app.rabat.dataSource.query(`DELETE FROM sign_in_try WHERE kind = 'mail'`);
      const visit = stage.visit();
      await stage.prove(visit, holder.mail);
      expect((await visit.post(`${FACTOR}/app`, { code: codeOf(holder.secret) })).status).toBe(303);
    }
  });

  test('of somebody else is of no use', async () => {
    const other = await stage.enrol(mailOf('pt-delegate'));
    const visit = stage.visit();
    await stage.prove(visit, holder.mail);
    expect((await visit.post(`${FACTOR}/app`, { code: codeOf(other.secret, 30) })).status).toBe(422);
  });

  test('cannot be asked for without a link, nor with a form that is not ours', async () => {
    const stranger = stage.visit();
    await stranger.get('/sign-in');
    expect((await stranger.post(`${FACTOR}/app`, { code: codeOf(holder.secret) })).location).toBe('/sign-in');
    const visit = stage.visit();
    await stage.prove(visit, holder.mail);
    const code = codeOf(holder.secret);
    expect((await visit.post(`${FACTOR}/app`, { code, formToken: '' })).status).toBe(403);
    expect((await visit.post(`${FACTOR}/app`, { code }, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await visit.post(`/sign-in/second-factor/${OTHER_BODY}/app`, { code })).location).toBe('/sign-in');
    expect(visit.cookie('session')).toBeUndefined();
  });

  test('is asked for within a quarter of an hour after the link', async () => {
    const visit = stage.visit();
    await stage.prove(visit, holder.mail);
    await change(
      `UPDATE half_session SET began_at = began_at - interval '15 minutes', expires_at = expires_at - interval '15 minutes'
       WHERE body_id = $1`,
      [],
    );
    expect((await visit.post(`${FACTOR}/app`, { code: codeOf(holder.secret) })).location).toBe('/sign-in');
  });
});
