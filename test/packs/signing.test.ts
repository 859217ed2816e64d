import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { paths } from '../../src/web/paths.js';
import { TestApp, type Answer } from '../support/app.js';
import { HANDOVER, must, RABAT, type PersonId } from '../support/rabat.js';
import { bringToSigning } from '../support/ready-to-sign.js';
import { pdf } from './files.js';
import type { Visitor } from '../support/visitor.js';

const PASSING = paths.passing(RABAT, HANDOVER);
const SIGN = paths.sign(RABAT, HANDOVER);
const API = `/handovers/${HANDOVER}`;
const WORDS = { rank: 'Director', language: 'en' } as const;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  // Whoever signs reads English here: the rules are the same in each language.
  await app.rabat.database.change(RABAT, (em) => em.query(`UPDATE person SET language = 'en'`));
  await bringToSigning(app.rabat);
});
afterAll(() => app.close());

async function version(): Promise<string> {
  const [row] = await app.rabat.rows('SELECT version FROM handover WHERE id = $1', [HANDOVER]);
  return String(row?.version);
}

async function state(): Promise<unknown> {
  const [row] = await app.rabat.rows('SELECT state FROM handover WHERE id = $1', [HANDOVER]);
  return row?.state;
}

const signatures = () =>
  app.rabat.rows('SELECT round, side, person_id AS person, signed_for_id AS "for" FROM signature ORDER BY round, side');

async function signBy(person: PersonId, confirmation: string): Promise<Answer> {
  const headers = { 'if-match': `"${await version()}"` };
  return app.as(person, 'post', `${API}/sign`, { ...WORDS, confirmation }, headers);
}

async function reopen(): Promise<void> {
  must(await app.rabat.tryHandover('sec', { move: 'reopen', reason: 'An annex is missing' }));
  await app.rabat.acceptSections();
  must(await app.rabat.tryHandover('sec', { move: 'freeze' }));
}

/** Sends a form with a file as a page does. */
async function sendFile(
  person: PersonId,
  address: string,
  fields: Record<string, string>,
  file: Buffer,
  name: string,
  as?: Visitor,
) {
  const visitor = as ?? (await app.signIn(person));
  const body = new FormData();
  for (const [key, value] of Object.entries({ formToken: visitor.formToken, ...fields })) body.append(key, value);
  body.append('file', new Blob([new Uint8Array(file)]), name);
  const headers = { cookie: visitor.cookie };
  return fetch(`${app.address}${address}`, { method: 'POST', headers, body, redirect: 'manual' });
}

describe('A chair signs a declaration', () => {
  test('not without the exact words: what was typed is kept, and nothing is signed', async () => {
    const visitor = await app.signIn('ma-lead');
    const sent = { version: await version(), ...WORDS, rank: 'Head <b>', confirmation: 'I confirm for Portugal' };
    const page = await visitor.post(SIGN, sent);
    expect(page.status).toBe(422);
    expect(page.text).toContain('I confirm for Morocco');
    expect(page.text).toContain('Head &lt;b>');
    expect(await signatures()).toEqual([]);
    expect((await signBy('ma-lead', 'I confirm')).status).toBe(422);
  });

  test('not on the strength of an old sign-in: the way leads over a new one and back', async () => {
    const visitor = await app.signIn('ma-lead');
    await app.rabat.database.change(RABAT, (em) =>
      em.query(
        `UPDATE session SET signed_in_at = clock_timestamp() - interval '6 minutes' WHERE person_id = 'ma-lead'`,
      ),
    );
    expect((await visitor.get(SIGN)).text).toContain(paths.signInAgain(SIGN).replaceAll('&', '&amp;'));
    const sent = { version: await version(), ...WORDS, confirmation: 'I confirm for Morocco' };
    expect(await visitor.post(SIGN, sent)).toMatchObject({
      status: 303,
      headers: { location: paths.signInAgain(SIGN) },
    });
    const address = paths.signOnPaper(RABAT, HANDOVER);
    const onPaper = await sendFile('ma-lead', address, { version: await version(), ...WORDS }, pdf(), 'p.pdf', visitor);
    expect([onPaper.status, onPaper.headers.get('location')]).toEqual([303, paths.signInAgain(address)]);
    expect(await signatures()).toEqual([]);
  });

  test('and nothing is added to a pack that both have not signed', async () => {
    const form = { title: 'Contacts', text: 'Two numbers changed.' };
    const sent = await sendFile('ma-delegate', paths.addAddendum(RABAT, HANDOVER), form, pdf(), 'contacts.pdf');
    expect(sent.status).toBe(409);
    expect(await sent.text()).toContain('Late entries are added once both chairs have signed');
    expect(await app.rabat.rows('SELECT number FROM addendum')).toEqual([]);
  });

  test('through a lead only, and for their own chair', async () => {
    for (const person of ['ma-delegate', 'sec'] as const) {
      expect(await signBy(person, 'I confirm for Morocco')).toMatchObject({ status: 409 });
    }
    const wrong = await signBy('ma-lead', 'I confirm for Portugal');
    expect([wrong.status, await signatures()]).toEqual([422, []]);
  });

  test('and what was signed is written down: words, language, rank, and the end of the account', async () => {
    const [before] = await app.rabat.rows('SELECT seq, head FROM account WHERE stream = $1', [HANDOVER]);
    const visitor = await app.signIn('ma-lead');
    const sent = { version: await version(), ...WORDS, confirmation: 'I confirm  for Morocco. ' };
    expect(await visitor.post(SIGN, sent)).toMatchObject({ status: 303, headers: { location: PASSING } });
    const [signature] = await app.rabat.rows('SELECT * FROM signature');
    expect(signature).toMatchObject({ side: 'outgoing', rank: 'Director', language: 'en', signed_name: 'ma-lead' });
    expect(signature).toMatchObject({ account_seq: before?.seq, account_head: before?.head });
    expect(signature?.declaration).toContain('from Morocco to Portugal on Thursday, 1 February 2024');
    expect(signature?.declaration).toMatch(/I confirm for Morocco\.$/);
    const [entry] = await app.rabat.rows(
      `SELECT entry FROM account_entry WHERE stream = $1 AND action = 'handover.signature_given'`,
      [HANDOVER],
    );
    expect(JSON.parse(String(entry?.entry))).toMatchObject({ facts: { declaration: signature?.declaration } });
    expect((await visitor.get(PASSING)).text).toContain('Portugal: not signed yet');
  });

  test('once: signing again is refused with the reason, and changes nothing', async () => {
    const visitor = await app.signIn('ma-lead');
    const sent = { version: await version(), ...WORDS, confirmation: 'I confirm for Morocco' };
    const page = await visitor.post(SIGN, sent);
    expect(page.status).toBe(409);
    expect(page.text).toContain('Your side has signed already.');
    expect(await signatures()).toHaveLength(1);
  });

  test('a form from before a reopening signs nothing', async () => {
    const old = await version();
    await reopen();
    const visitor = await app.signIn('pt-lead');
    const page = await visitor.post(SIGN, { version: old, ...WORDS, confirmation: 'I confirm for Portugal' });
    expect(page.status).toBe(409);
    expect(page.text).toContain('value="Director"');
    expect((await signatures()).filter(({ round }) => round === 1)).toEqual([]);
  });

  test('void signatures stay readable, with what was signed', async () => {
    const page = await (await app.signIn('watcher')).get(PASSING);
    expect(page.text).toContain('Signatures that count no more');
    expect(page.text).toContain('I confirm for Morocco.');
  });

  test('a stand-in signs as standing in, and both names are shown', async () => {
    const named = { personId: 'ma-lead', standInId: 'ma-delegate', fromDay: '2024-02-01', untilDay: '2024-02-02' };
    expect((await app.as('ma-lead', 'post', '/stand-ins', named)).status).toBe(201);
    const visitor = await app.signIn('ma-delegate');
    expect((await visitor.get(SIGN)).text).toContain('You sign in the name of ma-lead');
    expect((await signBy('ma-delegate', 'I confirm for Morocco')).status).toBe(200);
    const shown = (await visitor.get(PASSING)).text.replace(/<[^>]*>/g, '');
    expect(shown).toContain('ma-delegate, Director, standing in for ma-lead');
    expect(await signatures()).toContainEqual({ round: 1, side: 'outgoing', person: 'ma-delegate', for: 'ma-lead' });
  });

  test('a paper signed by hand counts by its digest, and nothing but a PDF does', async () => {
    const address = paths.signOnPaper(RABAT, HANDOVER);
    const fields = { version: await version(), rank: 'Diretora-Geral', language: 'en' };
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
      'base64',
    );
    expect((await sendFile('pt-lead', address, fields, png, 'paper.pdf')).status).toBe(422);
    expect((await sendFile('pt-lead', address, fields, pdf(), 'paper.pdf')).status).toBe(303);
    const sha256 = createHash('sha256').update(pdf()).digest('hex');
    const [entry] = await app.rabat.rows(`SELECT entry FROM account_entry WHERE action = 'handover.signed'`);
    expect(JSON.parse(String(entry?.entry))).toMatchObject({ facts: { paper: { sha256 } } });
    expect(await state()).toBe('signed');
    const paper = paths.signedPaper(RABAT, HANDOVER, 1, 'incoming');
    expect((await (await app.signIn('ma-delegate')).get(paper)).headers['content-type']).toBe('application/pdf');
    expect((await (await app.signIn('watcher')).get(paper)).status).toBe(403);
  });
});

describe('After the signing', () => {
  test('what comes late is an addendum, with a number of its own', async () => {
    const form = { title: 'Contacts', text: 'Two numbers <i>changed</i>.' };
    const sent = await sendFile('ma-delegate', paths.addAddendum(RABAT, HANDOVER), form, pdf(), 'contacts.pdf');
    expect(sent.status).toBe(303);
    const page = await (await app.signIn('pt-lead')).get(PASSING);
    expect(page.text).toContain('Addendum 1');
    expect(page.text).toContain('Two numbers &lt;i>changed&lt;/i>.');
    const document = await (await app.signIn('pt-lead')).get(paths.addendumDocument(RABAT, HANDOVER, 1));
    expect([document.status, document.headers['content-type']]).toEqual([200, 'application/pdf']);
  });

  test('the chair passes on words that are typed, and how it passed is kept', async () => {
    const address = paths.effect(RABAT, HANDOVER);
    const visitor = await app.signIn('sec');
    const words = { version: await version(), way: 'meeting', confirmation: 'The chair passes to Portugal' };
    expect((await visitor.post(address, { ...words, confirmation: 'yes' })).status).toBe(422);
    expect((await visitor.post(address, { ...words, way: 'decision' })).status).toBe(422);
    expect((await visitor.post(address, words)).status).toBe(303);
    expect(await app.rabat.rows('SELECT state, effected_by FROM handover WHERE id = $1', [HANDOVER])).toEqual([
      { state: 'effected', effected_by: 'meeting' },
    ]);
    const { body } = await app.as('ma-lead', 'get', `${API}/passing`);
    expect(body).toMatchObject({ state: 'effected', rights: { writesUntil: '2024-03-02', readsUntil: '2025-01-31' } });
  });
});

describe('The side that gave up the chair', () => {
  const addendum = async (): Promise<Answer> => {
    const answer = await sendFile(
      'ma-lead',
      paths.addAddendum(RABAT, HANDOVER),
      { title: 'T', text: 'T' },
      pdf(),
      'a.pdf',
    );
    return { status: answer.status, headers: {}, body: {}, text: await answer.text() };
  };
  const open = ['', '/tasks', '/passing', '/activity', '/calendar', '/pack', '/commitments', '/events'];

  test('writes until its last day, that day included', async () => {
    await app.rabat.setClock('2024-03-02T20:00:00.000Z');
    expect((await addendum()).status).toBe(303);
  });

  test('then reads on, and finishes only what it still owes', async () => {
    await app.rabat.setClock('2024-03-03T08:00:00.000Z');
    expect((await addendum()).status).toBe(409);
    const { headers } = await app.as('ma-delegate', 'get', `${API}/tasks/AFT-03`);
    const start = await app.as('ma-delegate', 'post', `${API}/tasks/AFT-03/start`, undefined, {
      'if-match': headers.etag,
    });
    expect(start.status).toBe(200);
    const { headers: other } = await app.as('ma-lead', 'get', `${API}/tasks/GOV-01`);
    const comment = { text: 'One more thing' };
    const refused = await app.as('ma-lead', 'post', `${API}/tasks/GOV-01/comments`, comment, {
      'if-match': other.etag,
    });
    expect(refused).toMatchObject({ status: 403, body: { gates: [{ code: 'handover.writing_ended' }] } });
    const visitor = await app.signIn('ma-lead');
    for (const page of open) {
      const headers: Record<string, string> = page === '/events' ? { 'save-data': 'on' } : {};
      expect([page, (await visitor.get(`${paths.handover(RABAT, HANDOVER)}${page}`, { headers })).status]).not.toEqual([
        page,
        403,
      ]);
    }
  });

  test('and in the end reads no more, by page, API, file, calendar or live', async () => {
    const [document] = await app.rabat.rows('SELECT sha256 FROM addendum LIMIT 1');
    expect(document).toBeDefined();
    const made = await app.rabat.rows('SELECT count(*)::int AS count FROM addendum');
    await app.rabat.setClock('2025-02-01T08:00:00.000Z');
    const visitor = await app.signIn('ma-lead');
    const files = ['/addenda/1/document', '/signatures/1/incoming/paper'];
    for (const page of [...open, ...files]) {
      const headers: Record<string, string> = page === '/events' ? { 'save-data': 'on' } : {};
      const answer = await visitor.get(`${paths.handover(RABAT, HANDOVER)}${page}`, { headers });
      expect([page, answer.status]).toEqual([page, 403]);
    }
    const ended = (await visitor.get(PASSING)).text;
    expect(ended).toContain('Your side gave up the chair.');
    expect(ended).toContain(`href="${paths.packFiles(RABAT, HANDOVER)}"`);
    for (const part of ['', '/tasks', '/passing', '/account', '/plan', '/commitments', '/addenda/1/document']) {
      expect([part, (await app.as('ma-lead', 'get', `${API}${part}`)).status]).toEqual([part, 403]);
    }
    const list = await app.as('ma-lead', 'get', '/handovers');
    expect(list.body.items).toEqual([]);
    expect((await app.as('pt-lead', 'get', `${API}/passing`)).status).toBe(200);
    expect(await app.rabat.rows('SELECT count(*)::int AS count FROM addendum')).toEqual(made);
  });

  test('but keeps the records and their archives, and whoever never had the chair has none', async () => {
    const record = await app.as('sec', 'post', `${API}/records`);
    expect(record.body).toMatchObject({ number: 1 });
    const page = await (await app.signIn('ma-lead')).get(paths.packFiles(RABAT, HANDOVER));
    expect(page.status).toBe(200);
    expect(page.text).toContain(String(record.body.sha256));
    // Nothing on it leads to what is closed to its reader.
    for (const address of [paths.tasks(RABAT, HANDOVER), paths.pack(RABAT, HANDOVER)]) {
      expect(page.text).not.toContain(`href="${address}"`);
    }
    const asked = await app.as('ma-delegate', 'post', `${API}/files/archive`, { record: 1 });
    expect([asked.status, asked.body.state]).toEqual([201, 'queued']);
    expect((await app.as('ma-lead', 'get', `${API}/files`)).body.items).toHaveLength(1);
    // The pack as it is now is no archive.
    const pack = await app.as('ma-lead', 'post', `${API}/files/pack-pdf`, { language: 'fr', standard: 'ua-1' });
    expect(pack.status).toBe(403);
    expect(page.text).not.toContain('pack-pdf');
    expect((await app.as('es-delegate', 'get', `${API}/files`)).status).toBe(403);
    expect((await (await app.signIn('es-delegate')).get(paths.packFiles(RABAT, HANDOVER))).status).toBe(403);
  });
});
