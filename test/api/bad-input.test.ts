import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { TestApp, type Answer } from '../support/app.js';
import { databaseDigest } from '../support/database-digest.js';

const RLO = '\u202e';

let app: TestApp;
let before: string;
beforeAll(async () => {
  app = await TestApp.start();
  before = await databaseDigest(app.rabat.url);
});
/** Nothing that is refused changes anything, in any table. */
afterEach(async () => {
  expect(await databaseDigest(app.rabat.url)).toBe(before);
});
afterAll(() => app.close());

const person = {
  id: 'ma-9',
  officeId: 'ma-office',
  name: 'Desk officer',
  mail: 'desk@ministry.example',
  language: 'fr',
};
const add = (body: object | string): Promise<Answer> => app.as('sec', 'post', '/persons', body);
/** JSON written by hand, since a well-behaved client could not write it. */
const written = (name: string, value: string): string =>
  JSON.stringify({ ...person, [name]: 0 }).replace(`"${name}":0`, `"${name}":${value}`);

function reasons({ body }: Answer): Record<string, string> {
  const errors = (body.errors ?? []) as { field: string; reason: string }[];
  return Object.fromEntries(errors.map(({ field, reason }) => [field, reason]));
}

describe('a field that cannot be accepted is named with the reason', () => {
  test.each([
    ['an unknown field', { ...person, isAdmin: true }, 'isAdmin', 'is not known here'],
    ['a missing field', { ...person, mail: undefined }, 'mail', 'is missing'],
    ['a number for a text', { ...person, name: 7 }, 'name', 'must be one line'],
    ['a list for a text', { ...person, name: ['Desk officer'] }, 'name', 'must be one line'],
    ['an object for a text', { ...person, officeId: { $ne: '' } }, 'officeId', 'must be 1 to 63 letters'],
    ['null for a text', { ...person, language: null }, 'language', 'must be one of en, fr, pt'],
    ['a blank name', { ...person, name: ' \u00a0' }, 'name', 'must be one line'],
    ['a name of 201 characters', { ...person, name: 'n'.repeat(201) }, 'name', 'must be one line of 1 to 200'],
    ['a line break in a name', { ...person, name: 'Desk\nofficer' }, 'name', 'without control characters'],
    ['an escape character in a name', { ...person, name: 'Desk\u001b[31m' }, 'name', 'without control characters'],
    ['a direction override in a name', { ...person, name: `Desk ${RLO}reciffo` }, 'name', 'direction overrides'],
    ['a direction isolate in a name', { ...person, name: 'Desk \u2066officer' }, 'name', 'direction overrides'],
    ['a line separator in a name', { ...person, name: 'Desk\u2028officer' }, 'name', 'without control characters'],
    ['an id with a slash', { ...person, id: '../sec' }, 'id', 'must be 1 to 63 letters'],
    ['an id with SQL in it', { ...person, id: "x'; DROP TABLE person; --" }, 'id', 'must be 1 to 63 letters'],
    ['an id of 64 characters', { ...person, id: 'i'.repeat(64) }, 'id', 'must be 1 to 63 letters'],
  ])('%s', async (_what, body, field, reason) => {
    const answer = await add(body);
    expect(answer.status).toBe(422);
    expect(reasons(answer)).toEqual({ [field]: expect.stringContaining(reason) });
  });

  test.each([
    'no-at-sign.example',
    'two@ministry.example, three@ministry.example',
    'Desk officer <desk@ministry.example>',
    'desk@ministry.example\r\nBcc: everyone@ministry.example',
    'desk@ministry.example%0d%0aBcc:x@y.example',
    'desk(a comment)@ministry.example',
    '"desk officer"@ministry.example',
    'desk@[127.0.0.1]',
    'desk@ministry',
    '.desk@ministry.example',
    'desk..officer@ministry.example',
    `${'d'.repeat(65)}@ministry.example`,
    `desk@${'m'.repeat(64)}.example`,
    `${RLO}desk@ministry.example`,
    'désk@ministry.example',
    'desk@ministry.example ',
  ])('the mail address %j', async (mail) => {
    const answer = await add({ ...person, mail });
    expect(answer.status).toBe(422);
    expect(reasons(answer)).toHaveProperty('mail');
  });

  test.each([
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '2024-1-1',
    '20240101',
    '2024-01-01T00:00:00Z',
    '0000-01-01',
    'today',
  ])('the day %s', async (leftOn) => {
    const answer = await app.as('sec', 'post', '/persons/ma-lead/leave', { leftOn }, { 'if-match': '"1"' });
    expect(answer.status).toBe(422);
    expect(reasons(answer)).toEqual({ leftOn: 'must be a date that exists, written YYYY-MM-DD' });
  });

  test('a period that ends before it starts', async () => {
    const role = { personId: 'ma-lead', role: 'observer', fromDay: '2024-03-01', untilDay: '2024-03-01' };
    const answer = await app.as('sec', 'post', '/roles', role);
    expect(answer.status).toBe(422);
    expect(reasons(answer)).toEqual({ untilDay: expect.stringContaining('after fromDay') });
  });

  test.each([5, 'x', [], [[]], true])('%j where an object belongs', async (change) => {
    const answer = await app.as('sec', 'post', '/plan/preview', { change });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([{ field: 'change', reason: 'must be an object' }]);
  });

  test('something wrong further down', async () => {
    const answer = await app.as('sec', 'post', '/plan/preview', { change: { kind: 'moon', colour: 1 } });
    expect(Object.keys(reasons(answer)).sort()).toEqual(['change.colour', 'change.kind']);
  });

  test('all of them at once, each with its place', async () => {
    const answer = await add({ id: '', officeId: 1, name: RLO, mail: '@', language: 'xx', extra: 1 });
    expect(Object.keys(reasons(answer)).sort()).toEqual(['extra', 'id', 'language', 'mail', 'name', 'officeId']);
  });
});

describe('JSON that is not what it seems', () => {
  test.each([
    ['U+0000', written('name', '"Desk\\u0000officer"'), 'name'],
    ['a lone high surrogate', written('name', '"Desk \\ud83d"'), 'name'],
    ['a lone low surrogate', written('name', '"Desk \\udc00"'), 'name'],
    ['__proto__', written('name', '"x","__proto__":{"roles":["secretariat"]}'), '__proto__'],
    ['__proto__ further down', written('name', '{"a":[{"__proto__":{}}]}'), 'name.a[0].__proto__'],
    ['constructor', written('name', '"x","constructor":{"prototype":{}}'), 'constructor'],
    ['U+0000 in the name of a field', written('name', '"x","a\\u0000b":1'), '["a?b"]'],
    ['a number without end', written('name', '1e309'), 'name'],
    ['the number 2^63', written('name', '9223372036854775808'), 'name'],
    ['a list instead of an object', '[1, 2]', 'body'],
    ['a text instead of an object', '"person"', 'body'],
    ['null instead of an object', 'null', 'body'],
  ])('is refused with its place: %s', async (_what, body, field) => {
    const answer = await add(body);
    expect(answer.status).toBe(422);
    expect(Object.keys(reasons(answer))).toContain(field);
  });

  test('is refused when it is nested 100,000 deep, wherever the brackets stand', async () => {
    const brackets = '['.repeat(100_000) + ']'.repeat(100_000);
    for (const body of [brackets, written('name', brackets), `{"a":`.repeat(50_000) + '1' + '}'.repeat(50_000)]) {
      const answer = await add(body);
      expect(answer.status).toBe(422);
      expect(Object.values(reasons(answer))).toEqual(['must not be nested deeper than 32 levels']);
    }
  });

  test('is refused when it has more values than anyone has reason to send', async () => {
    const answer = await add(`{${Array.from({ length: 60_000 }, (_, each) => `"k${String(each)}":1`).join(',')}}`);
    expect(answer.status).toBe(422);
    expect(reasons(answer)).toEqual({ body: 'must have at most 50000 values' });
  });

  test('has its problems listed to a hundred and counted beyond', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, each) => [`k${String(each)}`, 1]));
    const answer = await add({ ...person, ...many });
    expect(answer.body).toMatchObject({ status: 422, detail: '900 more problems are not listed.' });
    expect(answer.body.errors).toHaveLength(100);
  });

  test.each([
    ['broken off', '{"id": "ma-9"'],
    ['nothing', ''],
    ['not JSON', "{'id': 'ma-9'}"],
    ['NaN', '{"id": NaN}'],
  ])('cannot be read when it is %s', async (_what, body) => {
    const answer = await add(body);
    expect(answer.status).toBe(400);
    expect(reasons(answer)).toEqual({ body: 'must be well-formed JSON' });
  });

  test('cannot be read when it is not UTF-8', async () => {
    const address = `${app.address}/api/v1/bodies/rabat-process/persons`;
    const answer = await fetch(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${app.token('sec')}`, 'content-type': 'application/json' },
      body: Buffer.from('{"id":"\xff\xfe"}', 'latin1'),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'body', reason: 'must be UTF-8' }] });
  });
});
