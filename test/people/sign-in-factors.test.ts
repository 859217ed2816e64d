import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { OTHER_BODY } from '../support/app.js';
import { RABAT, type PersonId } from '../support/rabat.js';
import { codeOf, secretOn, SignInStage, type AppHolder } from './sign-in-stage.js';

const FACTOR = `/sign-in/second-factor/${RABAT}`;
const ADD = `/sign-in/add/${RABAT}`;
const OWN = '/settings/second-factors';

let stage: SignInStage;
beforeAll(async () => {
  stage = await SignInStage.open();
});
beforeEach(() => stage.forgetTries());
afterAll(() => stage.close());

const mailOf = (person: PersonId): string => `${person}@${RABAT}.example`;

async function change(sql: string, values: unknown[]): Promise<void> {
  await stage.app.rabat.database.change(RABAT, (em) => em.query<unknown>(sql, [RABAT, ...values]));
}

/** What the account tells of somebody’s second factors. */
async function toldOf(person: PersonId): Promise<unknown[]> {
  const rows = await stage.app.rabat.rows(
    `SELECT actor, action FROM account_entry WHERE body_id = $1 AND subject = $2 AND action ~ '^(second_factor|recovery_code)' ORDER BY seq`,
    [RABAT, `person:${person}`],
  );
  return rows.map(({ actor, action }) => `${String(actor)} ${String(action)}`);
}

describe('the first visit', () => {
  test('sets up an app, shows ten recovery codes once, and opens a session', async () => {
    const { visit, recoveryCodes, secret } = await stage.enrol(mailOf('ma-lead'));
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await visit.get(OWN)).status).toBe(200);
    expect(visit.cookie('half')).toBeUndefined();
    expect(await toldOf('ma-lead')).toEqual(['ma-lead second_factor.added']);
    expect((await stage.mailsTo(mailOf('ma-lead'), 2)).map(({ subject }) => subject)).toContain(
      '[Rabat] Votre mode de connexion a changé',
    );
  });

  test('keeps no secret as it is', async () => {
    const { secret, recoveryCodes } = await stage.enrol(mailOf('es-delegate'));
    const factors = await stage.app.rabat.rows('SELECT * FROM second_factor WHERE body_id = $1', [RABAT]);
    const codes = await stage.app.rabat.rows('SELECT * FROM recovery_code WHERE body_id = $1', [RABAT]);
    const kept = JSON.stringify([factors, codes]);
    for (const hidden of [secret, ...recoveryCodes]) expect(kept).not.toContain(hidden);
  });

  test('shows the same secret however often the page is loaded, and takes no code but its own', async () => {
    const visit = stage.visit();
    await stage.prove(visit, mailOf('sec-2'));
    const first = secretOn(await visit.get(ADD));
    expect(secretOn(await visit.get(ADD))).toBe(first);
    const wrong = codeOf(first) === '000000' ? '000001' : '000000';
    expect((await visit.post(`${ADD}/app`, { code: wrong })).status).toBe(422);
    expect((await visit.post(`${ADD}/app`, { code: 'abc' })).status).toBe(422);
    expect(visit.cookie('session')).toBeUndefined();
    expect((await visit.post(`${ADD}/app`, { code: codeOf(first) })).status).toBe(200);
  });

  test('is the only one at which a link alone may set one up', async () => {
    const visit = stage.visit();
    await stage.prove(visit, mailOf('sec-2'));
    expect((await visit.get(ADD)).location).toBe('/sign-in/second-factor');
    expect((await visit.follow('/sign-in/second-factor')).text).toContain(`action="${FACTOR}/app"`);
    expect((await visit.post(`${ADD}/app`, { code: '123456' })).location).toBe('/sign-in/second-factor');
  });

  test('of two that set one up at once, one is first', async () => {
    const one = stage.visit();
    const other = stage.visit();
    await stage.prove(one, mailOf('watcher'));
    await stage.prove(other, mailOf('watcher'));
    const codes = [codeOf(secretOn(await one.get(ADD))), codeOf(secretOn(await other.get(ADD)))];
    const added = await Promise.all([
      one.post(`${ADD}/app`, { code: codes[0] ?? '' }),
      other.post(`${ADD}/app`, { code: codes[1] ?? '' }),
    ]);
    expect(added.filter(({ status }) => status === 200)).toHaveLength(1);
    const rows = await stage.app.rabat.rows(
      `SELECT id FROM second_factor WHERE body_id = $1 AND person_id = 'watcher'`,
      [RABAT],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('recovery codes', () => {
  let holder: AppHolder;
  beforeAll(async () => {
    holder = await stage.enrol(mailOf('pt-lead'));
  });

  test('let their person in once each, and they are told', async () => {
    const [code = '', another = ''] = holder.recoveryCodes;
    const visit = stage.visit();
    await stage.prove(visit, holder.mail);
    const seen = await visit.post(`${FACTOR}/recovery`, { recovery: code.toLowerCase().replaceAll('-', ' ') });
    expect([seen.status, seen.location]).toEqual([303, OWN]);
    expect((await visit.get(OWN)).text).toContain('9 recovery codes are left');

    const again = stage.visit();
    await stage.prove(again, holder.mail);
    expect((await again.post(`${FACTOR}/recovery`, { recovery: code })).status).toBe(422);
    expect((await again.post(`${FACTOR}/recovery`, { recovery: 'no code at all' })).status).toBe(422);
    expect((await again.post(`${FACTOR}/recovery`, { recovery: another })).status).toBe(303);
    expect(await toldOf('pt-lead')).toEqual([
      'pt-lead second_factor.added',
      'pt-lead recovery_code.used',
      'pt-lead recovery_code.used',
    ]);
  });

  test('are made anew by whoever has just signed in, and the old ones stop working', async () => {
    await holder.visit.get(OWN);
    const made = await holder.visit.post(`${OWN}/recovery-codes`, {});
    expect(made.status).toBe(200);
    expect([...made.text.matchAll(/<code>[A-Z0-9-]{14}<\/code>/g)]).toHaveLength(10);
    const visit = stage.visit();
    await stage.prove(visit, holder.mail);
    expect((await visit.post(`${FACTOR}/recovery`, { recovery: holder.recoveryCodes[5] ?? '' })).status).toBe(422);
  });
});

describe('one’s own second factors', () => {
  test('change only within five minutes of a sign-in; the proof is asked for again', async () => {
    const { visit } = await stage.enrol(mailOf('sec'));
    await change(`UPDATE session SET signed_in_at = signed_in_at - interval '6 minutes' WHERE body_id = $1`, []);
    expect((await visit.get(OWN)).status).toBe(200);
    for (const path of [`${OWN}/add`, `${OWN}/recovery-codes`]) {
      expect((await visit.post(path, {})).location).toBe(`/sign-in/again?next=${encodeURIComponent(OWN)}`);
    }
  });

  test('keep at least one', async () => {
    const visit = await stage.app.signIn('sec-2');
    const page = await visit.get(OWN);
    expect(page.text).toContain('The last one cannot be removed');
    const [row] = await stage.app.rabat.rows(
      `SELECT id FROM second_factor WHERE body_id = $1 AND person_id = 'sec-2'`,
      [RABAT],
    );
    const kept = await visit.post(`${OWN}/${String(row?.id)}/remove`, {});
    expect([kept.status, kept.headers.location]).toEqual([303, OWN]);
    expect((await visit.get(OWN)).text).toContain('App with codes');
  });

  test('are nobody else’s to remove', async () => {
    const [row] = await stage.app.rabat.rows(
      `SELECT id FROM second_factor WHERE body_id = $1 AND person_id = 'sec-2'`,
      [RABAT],
    );
    const visit = await stage.app.signIn('pt-lead');
    expect((await visit.post(`${OWN}/${String(row?.id)}/remove`, {})).status).toBe(404);
  });
});

describe('the secretariat', () => {
  const RESET = `/bodies/${RABAT}/people/ma-lead/second-factors`;

  test('resets what somebody lost: their sessions end, they are told, and set up another', async () => {
    const lost = stage.visit();
    await stage.prove(lost, mailOf('ma-lead'));
    const theirs = await stage.app.signIn('ma-lead');
    const visit = await stage.app.signIn('sec');
    expect((await visit.get(RESET)).text).toContain('All their sessions end.');
    expect((await visit.post(RESET, {})).status).toBe(303);
    expect((await theirs.get(OWN)).headers.location).toMatch(/^\/sign-in/);
    expect((await lost.get(FACTOR)).location).toBe('/sign-in');
    expect(await toldOf('ma-lead')).toEqual(['ma-lead second_factor.added', 'sec second_factor.reset']);
    const again = await stage.enrol(mailOf('ma-lead'));
    expect(again.recoveryCodes).toHaveLength(10);
  });

  test('has to have signed in just before', async () => {
    const visit = await stage.app.signIn('sec');
    await change(`UPDATE session SET signed_in_at = signed_in_at - interval '6 minutes' WHERE body_id = $1`, []);
    expect((await visit.post(RESET, {})).headers.location).toBe(`/sign-in/again?next=${encodeURIComponent(RESET)}`);
  });

  test('is the only one who may', async () => {
    const visit = await stage.app.signIn('pt-lead');
    expect((await visit.post(RESET, {})).status).toBe(403);
    const other = await stage.app.signIn('sec', OTHER_BODY);
    expect((await other.post(RESET, {})).status).toBe(404);
  });
});

test('second factors are seen by their own body alone', async () => {
  const { database, dataSource } = stage.app.rabat;
  for (const table of ['second_factor', 'recovery_code', 'half_session']) {
    const count = `SELECT count(*)::integer AS count FROM ${table}`;
    const seen = await database.read(OTHER_BODY, (em) => em.query<{ count: number }[]>(count));
    expect(seen[0]?.count).toBe(0);
    const unfenced: { count: number }[] = await dataSource.query(count);
    expect(unfenced[0]?.count).toBe(0);
  }
});
