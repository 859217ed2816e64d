import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { TestApp, type Answer } from '../support/app.js';
import { databaseDigest } from '../support/database-digest.js';

const RLO = '\u202e';
const MIB = 1024 * 1024;

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

function reasons({ body }: Answer): Record<string, string> {
  const errors = (body.errors ?? []) as { field: string; reason: string }[];
  return Object.fromEntries(errors.map(({ field, reason }) => [field, reason]));
}

describe('a request that carries too much, or something else', () => {
  test.each([
    ['of 10 MB', 10 * MIB],
    ['of one byte more than 1 MiB', MIB + 1],
  ])('is not taken in when its body is %s', async (_what, bytes) => {
    const open = '{"name":"';
    const answer = await add(`${open}${'x'.repeat(bytes - open.length - 2)}"}`);
    expect(answer).toMatchObject({ status: 413, body: { type: 'urn:gavel:problem:body.too_large' } });
  });

  test.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', 'application/xml'])(
    'is not understood as %s',
    async (type) => {
      const address = '/api/v1/bodies/rabat-process/persons';
      const headers = { 'content-type': type };
      const answer = await fetch(app.address + address, {
        method: 'POST',
        headers: { ...headers, authorization: `Bearer ${app.token('sec')}` },
        body: 'id=ma-9',
      });
      expect(answer.status).toBe(415);
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    },
  );

  test('is not unpacked', async () => {
    const answer = await app.as('sec', 'post', '/persons', JSON.stringify(person), { 'content-encoding': 'gzip' });
    expect(answer.status).toBe(415);
  });

  test('is not carried out without the body it needs', async () => {
    const answer = await app.as('sec', 'post', '/persons');
    expect(answer.status).toBe(422);
    expect(reasons(answer)).toEqual({ body: 'must be a JSON object' });
  });
});

describe('an address that names nothing', () => {
  test.each([
    '/members/%00',
    '/members/..%2fMA',
    `/members/${'M'.repeat(64)}`,
    '/members/MA%20OR%201=1',
    `/members/${encodeURIComponent(RLO)}MA`,
    '/roles/not-a-uuid',
    '/tokens/9223372036854775808',
    '/handovers/%27%3B--',
  ])('%s', async (path) => {
    expect((await app.as('sec', 'get', path)).status).toBe(404);
  });

  test('or cannot be decoded', async () => {
    const answer = await app.as('sec', 'get', '/members/%zz');
    expect(answer).toMatchObject({ status: 400, body: { type: 'urn:gavel:problem:request.unreadable' } });
  });

  test('or is longer than any', async () => {
    const answer = await app.as('sec', 'get', `/members/${'M'.repeat(200)}`);
    expect(answer.status).toBe(414);
  });
});

describe('a query', () => {
  test.each([
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=1e2', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['limit[]=1', '["limit[]"]'],
    ['cursor=', 'cursor'],
    ['cursor=bm90IGpzb24', 'cursor'],
    ['cursor=WyJhIiwiYiJd', 'cursor'],
    ['cursor=WzFd', 'cursor'],
    ['cursor=WyIAIl0', 'cursor'],
    ['sort=name;DROP TABLE member', 'sort'],
    ['__proto__=1', '__proto__'],
  ])('with %s is refused, naming %s', async (query, field) => {
    const answer = await app.as('sec', 'get', `/members?${query}`);
    expect(answer.status).toBe(422);
    expect(Object.keys(reasons(answer))).toEqual([field]);
  });
});

describe('a header', () => {
  const change = (headers: object): Promise<Answer> =>
    app.as('sec', 'patch', '/members/MA', { name: 'Morocco' }, headers);

  test('that says which version was read is needed', async () => {
    const answer = await change({});
    expect(answer.status).toBe(428);
    expect(reasons(answer)).toEqual({ 'If-Match': 'is missing; send the ETag you read' });
  });

  test.each(['*', '1', 'W/"1"', '"1", "2"', '"-1"', '"1e0"', '"99999999999999999999"', '""'])(
    'If-Match: %s is no version',
    async (version) => {
      const answer = await change({ 'if-match': version });
      expect(answer.status).toBe(400);
      expect(reasons(answer)).toEqual({ 'If-Match': 'must be one ETag as you read it, such as "3"' });
    },
  );

  test('that names a version of another time is stale', async () => {
    const answer = await change({ 'if-match': '"7"' });
    expect(answer).toMatchObject({ status: 412, body: { gates: [{ facts: { expected: 7, actual: 1 } }] } });
  });

  test.each(['', ' ', 'a b', 'k'.repeat(256), 'clé'])('Idempotency-Key: %j is no key', async (key) => {
    const answer = await fetch(`${app.address}/api/v1/bodies/rabat-process/persons`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${app.token('sec')}`,
        'content-type': 'application/json',
        'idempotency-key': Buffer.from(key).toString('latin1'),
      },
      body: JSON.stringify({ ...person, officeId: 'no-such-office' }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'Idempotency-Key' }] });
  });
});
