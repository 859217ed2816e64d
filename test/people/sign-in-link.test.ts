import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { databaseDigest } from '../support/database-digest.js';
import { OTHER_BODY } from '../support/app.js';
import { RABAT } from '../support/rabat.js';
import { SignInStage } from './sign-in-stage.js';

const LEAD = `ma-lead@${RABAT}.example`;
const DELEGATE = `ma-delegate@${RABAT}.example`;
const PORTUGUESE = `pt-lead@${RABAT}.example`;
const NOBODY = 'nobody@elsewhere.example';

const logged: string[] = [];
let stage: SignInStage;
beforeAll(async () => {
  stage = await SignInStage.open({ hears: (line) => logged.push(line) });
});
beforeEach(() => stage.forgetTries());
afterAll(() => stage.close());

const secretOf = (link: string): string => link.replace('/sign-in/link/', '');

describe('whoever asks for a link', () => {
  test('is answered the same, whether anybody has the address or not', async () => {
    const answers = [];
    for (const mail of [LEAD, NOBODY]) {
      const visit = stage.visit();
      const asked = await visit.ask(mail);
      const page = await visit.follow(asked.location);
      const wrong = await visit.post('/sign-in/code', { code: '000000' });
      const strip = (text: string): string =>
        text.replaceAll(mail, 'MAIL').replace(/value="[A-Za-z0-9_-]{86}"/g, 'TOKEN');
      answers.push([asked.status, asked.location, page.status, strip(page.text), wrong.status, strip(wrong.text)]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(await stage.mailsTo(NOBODY, 0)).toEqual([]);
  });

  test('gets a mail in their own language, with a link and a code', async () => {
    const mail = await stage.linkFor(stage.visit(), PORTUGUESE);
    expect(mail.subject).toBe('[Rabat] A sua ligação para entrar');
    expect(mail.link).toMatch(/^\/sign-in\/link\/[\w-]{43}$/);
    expect(mail.code).toMatch(/^\d{6}$/);
  });

  test('finds their address however they write it', async () => {
    const visit = stage.visit();
    const before = (await stage.mailsTo(LEAD, 0)).length;
    await visit.ask(LEAD.toUpperCase());
    expect(await stage.mailsTo(LEAD, before + 1)).toHaveLength(before + 1);
  });

  test('is told what is wrong with an address that is none, and what they typed stays', async () => {
    const seen = await stage.visit().ask('ma-lead@rabat-process.example\r\nBcc: all@x.example');
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('Give one plain mail address');
    expect(seen.text).toContain('Bcc: all@x.example');
  });

  test('gets three mails an hour, and then a page that says so, whether anybody has the address or not', async () => {
    for (const mail of [DELEGATE, NOBODY]) {
      const statuses = [];
      for (let time = 0; time < 4; time++) statuses.push((await stage.visit().ask(mail)).status);
      expect(statuses).toEqual([303, 303, 303, 429]);
    }
    const refused = await stage.visit().ask(DELEGATE);
    expect(refused.text).toContain('Too many tries');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_000);
    expect((await stage.visit().ask(PORTUGUESE)).status).toBe(303);
  });

  test('is counted one by one, also when a hundred ask at once', async () => {
    const visits = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const visit = stage.visit();
        await visit.get('/sign-in');
        return visit;
      }),
    );
    const asked = await Promise.all(visits.map((visit) => visit.post('/sign-in', { mail: NOBODY })));
    expect(asked.filter(({ status }) => status === 303)).toHaveLength(3);
  });

  test('has to come from the page of ours that their browser was given', async () => {
    const visit = stage.visit();
    expect((await visit.post('/sign-in', { mail: LEAD })).status).toBe(403);
    await visit.get('/sign-in');
    expect((await visit.post('/sign-in', { mail: LEAD, formToken: '' })).status).toBe(403);
    const other = stage.visit();
    const { text } = await other.get('/sign-in');
    const foreign = /name="formToken" value="([^"]+)"/.exec(text)?.[1] ?? '';
    expect((await visit.post('/sign-in', { mail: LEAD, formToken: foreign })).status).toBe(403);
    expect((await visit.post('/sign-in', { mail: LEAD }, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await visit.post('/sign-in', { mail: LEAD }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await visit.post('/sign-in', { mail: LEAD })).status).toBe(303);
  });
});

describe('the link', () => {
  test('only shows a button when it is opened, as often as it may be, and nothing changes', async () => {
    const visit = stage.visit();
    const { link } = await stage.linkFor(visit, LEAD);
    const before = await databaseDigest(stage.app.rabat.url);
    for (const browser of [visit, stage.visit(), visit]) await browser.get(link);
    expect(await databaseDigest(stage.app.rabat.url)).toBe(before);
    const seen = await visit.get(link);
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('<form method="post" action="/sign-in/link"');
    expect(visit.cookie('half')).toBeUndefined();
  });

  test('leads to the second factor, and the address alone opens nothing else', async () => {
    const visit = stage.visit();
    const used = await stage.prove(visit, LEAD, '/settings/second-factors');
    expect([used.status, used.location]).toEqual([303, '/sign-in/second-factor']);
    expect(visit.cookie('session')).toBeUndefined();
    for (const path of ['/', '/settings/second-factors', `/bodies/${RABAT}/handovers/2024-pt`]) {
      expect((await visit.get(path)).location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    }
  });

  test('works once', async () => {
    const visit = stage.visit();
    const { link } = await stage.linkFor(visit, LEAD);
    expect((await visit.post('/sign-in/link', { secret: secretOf(link) })).status).toBe(303);
    expect((await visit.post('/sign-in/link', { secret: secretOf(link) })).status).toBe(410);
    const seen = await visit.get(link);
    expect(seen.status).toBe(410);
    expect(seen.text).toContain('This link no longer works');
  });

  test('works once, also when it is used twice at once', async () => {
    const visit = stage.visit();
    const { link } = await stage.linkFor(visit, LEAD);
    await visit.get(link);
    const used = await Promise.all(
      Array.from({ length: 10 }, () => visit.post('/sign-in/link', { secret: secretOf(link) })),
    );
    expect(used.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  test('works for ten minutes', async () => {
    const visit = stage.visit();
    const { link, code } = await stage.linkFor(visit, LEAD);
    await stage.app.rabat.dataSource.query(
      `UPDATE sign_in_link SET asked_at = asked_at - interval '10 minutes', expires_at = expires_at - interval '10 minutes'`,
    );
    expect((await visit.get(link)).status).toBe(410);
    expect((await visit.post('/sign-in/link', { secret: secretOf(link) })).status).toBe(410);
    const late = await visit.post('/sign-in/code', { code });
    expect([late.status, late.location]).toEqual([303, '/sign-in']);
  });

  test('works only in the browser that asked for it, and says so elsewhere', async () => {
    const visit = stage.visit();
    const { link } = await stage.linkFor(visit, LEAD);
    const other = stage.visit();
    const seen = await other.get(link);
    expect(seen.status).toBe(403);
    expect(seen.text).toContain('asked for in another browser');
    await other.get('/sign-in');
    expect((await other.post('/sign-in/link', { secret: secretOf(link) })).status).toBe(403);
    expect(other.cookie('half')).toBeUndefined();
    expect((await visit.get(link)).status).toBe(200);
  });

  test('that nobody sent is one that no longer works', async () => {
    for (const secret of ['x', 'A'.repeat(43), '%00', 'a'.repeat(5_000)]) {
      expect([404, 410, 414]).toContain((await stage.visit().get(`/sign-in/link/${secret}`)).status);
    }
  });

  test('is kept nowhere as it is: not in the database, not in the log', async () => {
    const visit = stage.visit();
    const { link, code } = await stage.linkFor(visit, LEAD);
    await visit.get(link);
    await visit.post('/sign-in/link', { secret: secretOf(link) });
    const rows: object[] = await stage.app.rabat.dataSource.query('SELECT * FROM sign_in_link');
    const kept = JSON.stringify(rows);
    expect(kept).not.toContain(secretOf(link));
    expect(kept).not.toContain(code);
    const told = logged.join('\n');
    expect(told).toContain('/sign-in/link/:secret');
    expect(told).not.toContain(secretOf(link));
    expect(told).not.toContain(code);
    expect(told).not.toContain(LEAD);
  });
});

describe('the code', () => {
  test('does what the link does, in the browser that asked', async () => {
    const visit = stage.visit();
    const { code } = await stage.linkFor(visit, LEAD);
    await visit.get('/sign-in/sent');
    const used = await visit.post('/sign-in/code', { code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect([used.status, used.location]).toEqual([303, '/sign-in/second-factor']);
    const again = await visit.post('/sign-in/code', { code });
    expect(again.location).toBe('/sign-in');
  });

  test('does nothing in another browser', async () => {
    const { code } = await stage.linkFor(stage.visit(), LEAD);
    const other = stage.visit();
    await other.ask(NOBODY);
    await other.get('/sign-in/sent');
    expect((await other.post('/sign-in/code', { code })).status).toBe(422);
  });

  test('can be tried five times; then even the right one is refused', async () => {
    const visit = stage.visit();
    const { code } = await stage.linkFor(visit, LEAD);
    await visit.get('/sign-in/sent');
    const wrong = code === '000000' ? '000001' : '000000';
    for (let time = 0; time < 5; time++) {
      expect((await visit.post('/sign-in/code', { code: wrong })).status).toBe(422);
    }
    expect((await visit.post('/sign-in/code', { code })).status).toBe(429);
    await stage.forgetTries();
    expect((await visit.post('/sign-in/code', { code })).status).toBe(422);
  });

  test('is counted for the account too, whoever tries it and with however many mails', async () => {
    for (let time = 0; time < 5; time++) {
      const visit = stage.visit();
      await visit.ask(time < 3 ? LEAD : LEAD.toUpperCase());
      await stage.app.rabat.dataSource.query(`DELETE FROM sign_in_try WHERE kind = 'mail'`);
      await visit.get('/sign-in/sent');
      await visit.post('/sign-in/code', { code: '000000' });
    }
    const visit = stage.visit();
    const { code } = await stage.linkFor(visit, LEAD);
    expect((await visit.post('/sign-in/code', { code })).status).toBe(429);
  });
});

describe('whoever has an address in several bodies', () => {
  const SHARED = 'shared@ministry.example';
  beforeAll(async () => {
    for (const body of [RABAT, OTHER_BODY]) {
      await stage.app.rabat.database.change(body, (em) =>
        em.query(`UPDATE person SET mail = $2 WHERE body_id = $1 AND id = 'watcher'`, [body, SHARED]),
      );
    }
  });

  test('gets one mail, and chooses one of them', async () => {
    const visit = stage.visit();
    await stage.prove(visit, SHARED);
    expect(await stage.mailsTo(SHARED, 1)).toHaveLength(1);
    const seen = await visit.follow('/sign-in/second-factor');
    for (const body of [RABAT, OTHER_BODY]) expect(seen.text).toContain(`/sign-in/second-factor/${body}`);
    expect((await visit.get(`/sign-in/second-factor/${OTHER_BODY}`)).location).toBe(`/sign-in/add/${OTHER_BODY}`);
  });

  test('cannot choose one that they are not in', async () => {
    const visit = stage.visit();
    await stage.prove(visit, LEAD);
    expect((await visit.get(`/sign-in/second-factor/${OTHER_BODY}`)).location).toBe('/sign-in');
  });
});

test('whoever has left is nobody any more', async () => {
  const mail = `es-delegate@${RABAT}.example`;
  const visit = stage.visit();
  const { link } = await stage.linkFor(visit, mail);
  await stage.app.rabat.database.change(RABAT, (em) =>
    em.query(`UPDATE person SET left_on = '2023-01-01' WHERE body_id = $1 AND id = 'es-delegate'`, [RABAT]),
  );
  const used = await visit.post('/sign-in/link', { secret: secretOf(link) });
  expect([used.status, used.location]).toEqual([303, '/sign-in']);
  expect(visit.cookie('half')).toBeUndefined();
});
