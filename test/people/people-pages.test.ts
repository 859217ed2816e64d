import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { RABAT, type PersonId } from '../support/rabat.js';
import type { PageAnswer, Visitor } from '../support/visitor.js';

const BODY = `/bodies/${RABAT}`;
const PEOPLE = `${BODY}/people`;

let app: TestApp;
let sec: Visitor;
beforeAll(async () => {
  app = await TestApp.start();
  sec = await app.signIn('sec');
});
afterAll(() => app.close());

const versionIn = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';

/** Reads a form and sends it filled in, on the strength of the version that it showed. */
async function fill(visitor: Visitor, address: string, fields: Readonly<Record<string, string>>): Promise<PageAnswer> {
  const form = await visitor.get(address);
  expect(form.status).toBe(200);
  return visitor.post(address, { version: versionIn(form.text), ...fields });
}

async function add(name: string, officeId: string): Promise<string> {
  const mail = `${name.toLowerCase().replaceAll(/\W/g, '-')}@${officeId}.example`;
  const answer = await sec.post(`${BODY}/new-person`, { name, mail, officeId, language: 'en' });
  expect(answer.status).toBe(303);
  return /people\/([^/]+)\/roles\/new$/.exec(answer.headers.location ?? '')?.[1] ?? '';
}

describe('the people of a body', () => {
  test('stand under their offices, with what they may do today', async () => {
    const { status, text } = await (await app.signIn('es-delegate')).get(PEOPLE);
    expect(status).toBe(200);
    expect(text).toContain('Morocco: Ministry');
    expect(text).toContain('Spain: Ministry');
    expect(text).toContain(`href="${PEOPLE}/pt-lead"`);
    expect(text).toContain('pt-lead@rabat-process.example');
    expect(text).not.toContain('/new-person');
  });

  test('are not those of another body', async () => {
    const visitor = await app.signIn('sec', 'other-process');
    expect((await visitor.get(PEOPLE)).status).toBe(404);
    expect((await visitor.get(`${PEOPLE}/ma-lead`)).status).toBe(404);
    expect((await visitor.get('/bodies/other-process/people')).text).not.toContain('rabat-process.example');
  });
});

describe('somebody new', () => {
  test('is added under a key that is not their name, and then given a role', async () => {
    const id = await add('Ana Newcomer', 'pt-office');
    expect(id).toMatch(/^p-[0-9a-f]{12}$/);
    const page = await sec.get(`${PEOPLE}/${id}`);
    expect(page.text).toContain('Ana Newcomer');
    expect(page.text).toContain('No role today');
    const given = await fill(sec, `${PEOPLE}/${id}/roles/new`, { role: 'delegate', fromDay: '2023-10-02' });
    expect([given.status, given.headers.location]).toEqual([303, `${PEOPLE}/${id}`]);
    expect((await sec.get(`${PEOPLE}/${id}`)).text).toContain('since 2 October 2023');
  });

  test('with a mail address that is taken is refused in words, and what was typed stays', async () => {
    const fields = { name: 'Second', mail: 'ma-lead@rabat-process.example', officeId: 'ma-office', language: 'fr' };
    const { status, text } = await sec.post(`${BODY}/new-person`, fields);
    expect(status).toBe(409);
    expect(text).toContain('Another person has this mail address.');
    expect(text).toContain('value="Second"');
    expect(text).toContain('<option value="fr" selected');
  });

  test.each([
    [{ mail: 'Name <a@b.example>' }, 'Give one plain mail address'],
    [{ mail: 'a@b.example\r\nBcc: c@d.example' }, 'Give one plain mail address'],
    [{ name: '\u202eevil' }, 'Shorten this to one line'],
    [{ language: 'ar' }, 'Choose one of these'],
    [{ officeId: '../..' }, 'Use letters, digits'],
  ])('with %j is not added', async (wrong, says) => {
    const fields = { name: 'Odd', mail: 'odd@pt-office.example', officeId: 'pt-office', language: 'en', ...wrong };
    const { status, text } = await sec.post(`${BODY}/new-person`, fields);
    expect(status).toBe(422);
    expect(text).toContain(says);
    expect(text).toContain('<title>Error: Add a person');
  });

  test('with markup for a name is shown as text', async () => {
    const id = await add('<script>alert(1)</script>', 'es-office');
    for (const address of [PEOPLE, `${PEOPLE}/${id}`, `${BODY}/stand-ins/new`]) {
      const { text } = await sec.get(address);
      expect(text).toContain('&lt;script>');
      expect(text).not.toContain('<script>alert');
    }
  });
});

describe('an entry', () => {
  test('changes by what is new in the form, and the record names just that', async () => {
    const id = await add('Old Name', 'pt-office');
    const fields = { name: 'New Name', mail: 'old-name@pt-office.example', officeId: 'pt-office', language: 'en' };
    expect((await fill(sec, `${PEOPLE}/${id}/change`, fields)).status).toBe(303);
    const [line] = await app.rabat.rows(
      `SELECT entry::jsonb->'facts'->'fields' AS fields FROM account_entry
       WHERE body_id = $1 AND subject = $2 AND action = 'person.changed'`,
      [RABAT, `person:${id}`],
    );
    expect(line?.fields).toEqual(['name']);
  });

  test('that somebody changed meanwhile is not overwritten, and nothing typed is lost', async () => {
    const id = await add('Twice Changed', 'pt-office');
    const address = `${PEOPLE}/${id}/change`;
    const version = versionIn((await sec.get(address)).text);
    const fields = { mail: 'twice-changed@pt-office.example', officeId: 'pt-office', language: 'en' };
    expect((await sec.post(address, { ...fields, version, name: 'First' })).status).toBe(303);
    const late = await sec.post(address, { ...fields, version, name: 'Second' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Somebody else has changed this since you opened it.');
    expect(late.text).toContain('value="Second"');
    const again = await sec.post(address, { ...fields, version: versionIn(late.text), name: 'Second' });
    expect(again.status).toBe(303);
  });

  test('of somebody whose roles have no place in an office does not move there', async () => {
    const { status, text } = await fill(sec, `${PEOPLE}/es-delegate/change`, {
      ...{ name: 'es-delegate', mail: 'es-delegate@rabat-process.example', officeId: 'sec-office', language: 'en' },
    });
    expect(status).toBe(409);
    expect(text).toContain('does not go with this office');
  });
});

describe('a role', () => {
  test('ends on the day that is given', async () => {
    const id = await add('Short Time', 'pt-office');
    await fill(sec, `${PEOPLE}/${id}/roles/new`, { role: 'delegate', fromDay: '2023-10-02' });
    const end = /href="([^"]+\/roles\/[0-9a-f-]+\/end)"/.exec((await sec.get(`${PEOPLE}/${id}`)).text)?.[1] ?? '';
    const ended = await fill(sec, end, { untilDay: '2023-12-01', reason: 'Another post' });
    expect([ended.status, ended.headers.location]).toEqual([303, `${PEOPLE}/${id}`]);
    expect((await sec.get(`${PEOPLE}/${id}`)).text).toContain('from 2 October 2023, ends on 1 December 2023');
  });

  test('that ends before it begins is a mistake at its field', async () => {
    const fields = { role: 'observer', fromDay: '2023-12-02', untilDay: '2023-12-01' };
    const { status, text } = await sec.post(`${PEOPLE}/pt-lead/roles/new`, fields);
    expect(status).toBe(422);
    expect(text).toContain('id="untilDay-error"');
    expect(text).toContain('value="2023-12-01"');
  });

  test('that is not this person’s is not there', async () => {
    const [row] = await app.rabat.rows(`SELECT id FROM role_grant WHERE body_id = $1 AND person_id = 'pt-lead'`, [
      RABAT,
    ]);
    expect((await sec.get(`${PEOPLE}/ma-lead/roles/${String(row?.id)}/end`)).status).toBe(404);
    expect((await sec.get(`${PEOPLE}/pt-lead/roles/not-a-uuid/end`)).status).toBe(404);
  });
});

describe('whoever leaves', () => {
  test('has no role from that day on, and leaves the list when it comes', async () => {
    const id = await add('Leaves Soon', 'pt-office');
    await fill(sec, `${PEOPLE}/${id}/roles/new`, { role: 'delegate', fromDay: '2023-10-02' });
    const left = await fill(sec, `${PEOPLE}/${id}/leave`, { leftOn: '2023-10-02' });
    expect(left.status).toBe(303);
    expect((await sec.get(PEOPLE)).text).not.toContain('Leaves Soon');
    const page = await sec.get(`${PEOPLE}/${id}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain(`${PEOPLE}/${id}/roles/new`);
  });

  test('yesterday is refused, with the reason', async () => {
    const { status, text } = await fill(sec, `${PEOPLE}/pt-delegate/leave`, { leftOn: '2023-10-01' });
    expect(status).toBe(409);
    expect(text).toContain('1 October 2023 has passed.');
    expect(text).toContain('value="2023-10-01"');
  });
});

describe('a stand-in', () => {
  const form = `${BODY}/stand-ins/new`;
  const endsOf = (html: string): string | undefined => /href="([^"]+\/stand-ins\/[0-9a-f-]+\/end)"/.exec(html)?.[1];

  test('is named by everyone for themselves, whoever the form says', async () => {
    const visitor = await app.signIn('ma-delegate');
    const answer = await fill(visitor, form, {
      ...{ personId: 'pt-lead', standInId: 'ma-lead', fromDay: '2023-10-05', untilDay: '2023-10-09' },
    });
    expect([answer.status, answer.headers.location]).toEqual([303, `${PEOPLE}/ma-delegate`]);
    expect((await visitor.get(`${PEOPLE}/ma-delegate`)).text).toContain('Remplacement par ma-lead');
    expect((await visitor.get(`${PEOPLE}/pt-lead`)).text).not.toContain('Remplacement par');
  });

  test('is named for anyone by the secretariat, and ended when they are back', async () => {
    const offered = await sec.get(`${form}?person=pt-delegate`);
    expect(offered.text).toContain('<option value="pt-delegate" selected');
    const fields = { personId: 'pt-delegate', standInId: 'pt-lead', fromDay: '2023-10-05', untilDay: '2023-10-12' };
    expect((await sec.post(form, fields)).status).toBe(303);
    const end = endsOf((await sec.get(`${PEOPLE}/pt-delegate`)).text) ?? '';
    expect((await (await app.signIn('ma-lead')).get(end)).status).toBe(403);
    expect((await (await app.signIn('watcher')).get(end)).status).toBe(403);
    const ended = await fill(await app.signIn('pt-delegate'), end, { untilDay: '2023-10-10' });
    expect(ended.status).toBe(303);
    expect((await sec.get(`${PEOPLE}/pt-delegate`)).text).toContain('back on 10 October 2023');
  });

  test.each([
    [{ standInId: '' }, 422, 'Fill this in'],
    [{ untilDay: '2023-10-05' }, 422, 'Give a day after the first one'],
    [{ standInId: 'es-delegate' }, 409, 'Nobody stands in for themselves.'],
    [{ fromDay: '2023-09-01' }, 409, '1 September 2023 has passed.'],
  ])('with %j is refused, and what was typed stays', async (wrong, status, says) => {
    const visitor = await app.signIn('es-delegate');
    const fields = { standInId: 'sec', fromDay: '2023-10-05', untilDay: '2023-10-09', reason: 'On leave', ...wrong };
    const answer = await visitor.post(form, fields);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(says);
    expect(answer.text).toContain('On leave');
    expect(answer.text).toContain(`value="${fields.fromDay}"`);
  });

  test('of somebody else is nobody’s to look for', async () => {
    const visitor = await app.signIn('es-delegate');
    expect((await visitor.get(`${BODY}/stand-ins/00000000-0000-4000-8000-000000000000/end`)).status).toBe(404);
  });
});

test.each(['ma-lead', 'pt-delegate', 'watcher'] as const satisfies readonly PersonId[])(
  '%s manages nobody',
  async (person) => {
    const visitor = await app.signIn(person);
    const { text } = await visitor.get(`${PEOPLE}/sec`);
    expect(text).not.toMatch(/\/(change|leave|roles\/new|second-factors)"/);
  },
);
