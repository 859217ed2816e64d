import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OpenSession } from '../../src/people/open-session.js';
import { TestApp } from '../support/app.js';
import { RABAT, type PersonId } from '../support/rabat.js';
import type { Visitor } from '../support/visitor.js';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

async function settingsOf(visitor: Visitor): Promise<string> {
  const { status, text } = await visitor.get('/settings');
  expect(status).toBe(200);
  return text;
}

/** Opens a session for somebody in another browser, and gives its id. */
async function signInElsewhere(person: PersonId, browser: string): Promise<string> {
  await app.app.get(OpenSession).execute(RABAT, person, 'demo', browser);
  const [row] = await app.rabat.rows(
    'SELECT id FROM session WHERE body_id = $1 AND person_id = $2 ORDER BY signed_in_at DESC LIMIT 1',
    [RABAT, person],
  );
  return String(row?.id);
}

const versionIn = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';

describe('one’s own settings', () => {
  test('show the office and its clock', async () => {
    const html = await settingsOf(await app.signIn('pt-lead'));
    expect(html).toContain('pt-lead@rabat-process.example');
    expect(html).toContain('As horas são as de Lisboa');
  });

  test('change the language of one’s mails, and of nothing else', async () => {
    const visitor = await app.signIn('ma-delegate');
    const version = versionIn(await settingsOf(visitor));
    const answer = await visitor.post('/settings/language', { version, language: 'pt', name: 'Somebody else' });
    expect([answer.status, answer.headers.location]).toEqual([303, '/settings']);
    const [row] = await app.rabat.rows(`SELECT name, language FROM person WHERE body_id = $1 AND id = 'ma-delegate'`, [
      RABAT,
    ]);
    expect(row).toEqual({ name: 'ma-delegate', language: 'pt' });
  });

  test('keep a choice that is based on an older version, and say why it was not saved', async () => {
    const visitor = await app.signIn('pt-delegate');
    const version = versionIn(await settingsOf(visitor));
    await visitor.post('/settings/language', { version, language: 'fr' });
    const late = await visitor.post('/settings/language', { version, language: 'en' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('<option value="en" selected');
    expect(late.text).toContain('role="alert"');
    const again = await visitor.post('/settings/language', { version: versionIn(late.text), language: 'en' });
    expect(again.status).toBe(303);
  });

  test('refuse a language that mails are not written in', async () => {
    const visitor = await app.signIn('sec');
    const answer = await visitor.post('/settings/language', { version: '1', language: 'ar' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<title>Error: My settings');
  });
});

describe('one’s sessions', () => {
  test('are listed with the browser, and one of them can be ended', async () => {
    const visitor = await app.signIn('watcher');
    const id = await signInElsewhere('watcher', FIREFOX);
    expect(await settingsOf(visitor)).toContain('Firefox, Linux');
    const answer = await visitor.post(`/settings/sessions/${id}/end`, {});
    expect([answer.status, answer.headers.location]).toEqual([303, '/settings']);
    expect(await settingsOf(visitor)).not.toContain('Firefox, Linux');
  });

  test('of others are not listed, and not ended', async () => {
    const id = await signInElsewhere('pt-lead', FIREFOX);
    const visitor = await app.signIn('ma-lead');
    expect(await settingsOf(visitor)).not.toContain('Firefox, Linux');
    expect((await visitor.post(`/settings/sessions/${id}/end`, {})).status).toBe(403);
  });

  test('show what a browser says of itself as text', async () => {
    await signInElsewhere('es-delegate', '<img src=x onerror=alert(1)>');
    const html = await settingsOf(await app.signIn('es-delegate'));
    expect(html).toContain('&lt;img src=x');
    expect(html).not.toContain('<img');
  });
});

describe('one’s access keys', () => {
  const keyIn = (html: string): string => /gvl_[A-Za-z0-9_-]{43}/.exec(html)?.[0] ?? '';

  test('are shown once, open the API, and open nothing when revoked', async () => {
    const visitor = await app.signIn('sec-2');
    const issued = await visitor.post('/settings/tokens', { label: 'Weekly report' });
    expect(issued.status).toBe(200);
    expect(issued.headers['cache-control']).toContain('no-store');
    const token = keyIn(issued.text);
    expect((await app.send('get', '/api/v1/me', { token })).status).toBe(200);
    const html = await settingsOf(visitor);
    expect(html).toContain('Weekly report');
    expect(keyIn(html)).toBe('');
    const [row] = await app.rabat.rows(
      `SELECT id, version FROM api_token WHERE body_id = $1 AND label = 'Weekly report'`,
      [RABAT],
    );
    const { id, version } = row ?? {};
    const revoked = await visitor.post(`/settings/tokens/${String(id)}/revoke`, { version: String(version) });
    expect(revoked.status).toBe(303);
    expect((await app.send('get', '/api/v1/me', { token })).status).toBe(401);
  });

  test.each([
    [{ label: '' }, 422],
    [{ label: 'x'.repeat(101) }, 422],
    [{ label: 'Report', expiresOn: '2024-02-30' }, 422],
    [{ label: 'Report', expiresOn: '2020-01-01' }, 409],
  ])('are not made from %j, and what was typed stays', async (fields, status) => {
    const answer = await (await app.signIn('ma-lead')).post('/settings/tokens', fields);
    expect(answer.status).toBe(status);
    expect(keyIn(answer.text)).toBe('');
    if (fields.label !== '') expect(answer.text).toContain(`value="${fields.label}"`);
  });
});
