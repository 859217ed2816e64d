import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RouteTable } from '../../src/api/route-table.js';
import { TestApp } from '../support/app.js';

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, { readonly content?: object; readonly $ref?: string }>>;
}

let app: TestApp;
let document: {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};
beforeAll(async () => {
  app = await TestApp.start();
  document = (await app.send('get', '/api/openapi.json')).body as unknown as typeof document;
});
afterAll(() => app.close());

const operations = (): (readonly [string, Operation])[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
  );

describe('the description of the API', () => {
  test('is OpenAPI 3.1 and open to all', () => {
    expect(document.openapi).toBe('3.1.0');
  });

  test('has every route that needs a token, each with a summary', () => {
    const routes = app.app
      .get(RouteTable)
      .routes()
      .filter(({ action, path }) => action !== null && path.startsWith('/api/'));
    const expected = routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(
      operations()
        .map(([route]) => route)
        .sort(),
    ).toEqual(expected.sort());
    expect(operations().filter(([, { summary }]) => (summary ?? '') === '')).toEqual([]);
  });

  test('names each operation once', () => {
    const names = operations().map(([, { operationId }]) => operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  test('has every parameter of an address', () => {
    for (const [route, { parameters = [] }] of operations()) {
      const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect([route, inPath.sort()]).toEqual([
        route,
        [...route.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort(),
      ]);
    }
  });

  test('has one success with a schema and the problems that may come instead', () => {
    for (const [route, { responses }] of operations()) {
      const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      expect([route, successes.length]).toEqual([route, 1]);
      const content = Object.entries(successes[0]?.[1].content ?? {});
      // A route that gives a file says so; all others give JSON.
      expect(['application/json', 'application/octet-stream']).toContain(content[0]?.[0]);
      expect(content[0]?.[1]).toHaveProperty(['schema']);
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403', '404', '429', '503']));
    }
  });

  test('says where a version is needed, and where a key makes a request happen once', () => {
    const headers = (route: string): string[] =>
      (operations().find(([each]) => each === route)?.[1].parameters ?? [])
        .filter((parameter) => parameter.in === 'header')
        .map(({ name }) => name);
    expect(headers('PATCH /api/v1/bodies/{body}/members/{member}')).toEqual(['If-Match']);
    expect(headers('POST /api/v1/bodies/{body}/members')).toEqual(['Idempotency-Key']);
  });

  test('describes the fields of an input as they are checked', () => {
    expect(document.components.schemas.AddMemberForm).toMatchObject({
      required: ['id', 'name'],
      properties: {
        id: { type: 'string', pattern: expect.any(String) },
        name: { type: 'string', maxLength: 200 },
        rotationGroup: { type: ['string', 'null'] },
        status: { enum: ['partner', 'observer', 'organisation', 'suspended', 'former'] },
      },
    });
  });

  test('refers to nothing that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1] ?? '');
    const missing = references.filter(
      (reference) =>
        reference
          .split('/')
          .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], document) ===
        undefined,
    );
    expect(missing).toEqual([]);
  });
});

describe('Swagger UI', () => {
  test('is served whole from this installation, and loads nothing from elsewhere', async () => {
    const page = await app.send('get', '/api/docs');
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(files).toHaveLength(4);
    for (const file of files) expect([file, (await app.send('get', file)).status]).toEqual([file, 200]);
    expect((await app.send('get', '/api/docs/start.js')).text).toContain('/api/openapi.json');
  });

  test('gives out no other file', async () => {
    for (const file of ['package.json', '..%2fpackage.json', 'index.html', '__proto__']) {
      expect((await app.send('get', `/api/docs/${file}`)).status).toBe(404);
    }
  });
});
