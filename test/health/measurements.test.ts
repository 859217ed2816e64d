import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';

let app: TestApp;
const lines: string[] = [];
beforeAll(async () => {
  app = await TestApp.start({ hears: (line) => lines.push(line) });
});
afterAll(() => app.close());

describe('the measurements of a process', () => {
  test('count requests by route and status, never by what was asked about', async () => {
    await app.as('sec', 'get', '/persons/ma-lead');
    await app.as('sec', 'get', '/persons/pt-lead');
    await app.as('sec', 'get', '/persons/nobody');
    await app.send('get', '/no/such/page');
    const { text, headers } = await app.send('get', '/metrics');
    expect(headers['content-type']).toContain('text/plain');
    const count = 'gavel_http_request_duration_seconds_count';
    const route = '/api/v1/bodies/:body/persons/:person';
    expect(text).toContain(`${count}{method="GET",route="${route}",status="200"} 2`);
    expect(text).toContain(`${count}{method="GET",route="${route}",status="404"} 1`);
    expect(text).toContain(`${count}{method="GET",route="none",status="404"} 1`);
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toMatch(/ma-lead|rabat-process|nobody/);
  });
});

describe('the log of a process', () => {
  test('tells of each request without names, addresses, bodies, queries or tokens', async () => {
    lines.length = 0;
    const person = {
      id: 'ma-secret',
      officeId: 'ma-office',
      name: 'Undersecretary Unmistakable',
      mail: 'unmistakable@ministry.example',
      language: 'fr',
    };
    await app.as('sec', 'post', '/persons', person);
    await app.as('sec', 'post', '/persons', { ...person, id: 'ma-other' });
    await app.as('sec', 'get', '/persons/ma-secret?limit=unmistakable');
    await app.send('get', '/unmistakable', {
      headers: { 'x-forwarded-for': '203.0.113.7', 'user-agent': 'unmistakable' },
    });
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told).toHaveLength(4);
    expect(told[0]).toMatchObject({
      msg: 'request',
      method: 'POST',
      route: '/api/v1/bodies/:body/persons',
      status: 201,
      request: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(lines.join('\n')).not.toMatch(/unmistakable|ma-secret|gvl_|127\.0\.0\.1|203\.0\.113\.7/i);
  });

  test('carries the id that a problem names, so that one finds the other', async () => {
    lines.length = 0;
    const { body } = await app.as('sec', 'get', '/persons/nobody', undefined, { 'x-request-id': 'forged' });
    expect(body.instance).toBe(`urn:uuid:${(JSON.parse(lines[0] ?? '{}') as { request: string }).request}`);
  });
});
