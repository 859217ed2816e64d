import { Controller, Get, Module, Param } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { May } from '../../src/api/may.js';
import { Caller } from '../../src/api/caller.js';
import { BODY_PATH } from '../../src/api/paths.js';
import { Database } from '../../src/storage/database.js';
import { TestApp } from '../support/app.js';

@Controller(`${BODY_PATH}/broken`)
class BrokenController {
  constructor(private readonly database: Database) {}

  @Get('code')
  @May('me.read')
  code(): void {
    throw new Error('Undersecretary Unmistakable was here');
  }

  @Get('statement/:day')
  @May('me.read')
  statement(@Caller() { bodyId }: Caller, @Param('day') day: string): Promise<unknown> {
    return this.database.read(bodyId, (em) => em.query('SELECT $1::date', [day]));
  }
}

@Module({ controllers: [BrokenController] })
class BrokenModule {}

let app: TestApp;
const lines: string[] = [];
beforeAll(async () => {
  app = await TestApp.start({ modules: [BrokenModule], hears: (line) => lines.push(line) });
});
afterAll(() => app.close());

describe('a bug', () => {
  test('is admitted and not shown; the log has it under the id of the request', async () => {
    lines.length = 0;
    const answer = await app.as('sec', 'get', '/broken/code');
    const { instance, ...problem } = answer.body;
    expect(problem).toEqual({ type: 'urn:gavel:problem:bug', title: 'Something went wrong here', status: 500 });
    const logged = JSON.parse(lines[0] ?? '{}') as { request: string; err: { stack: string } };
    expect(instance).toBe(`urn:uuid:${logged.request}`);
    expect(logged.err.stack).toContain('BrokenController.code');
  });

  test('in a statement is logged without the values that the database quotes', async () => {
    lines.length = 0;
    const answer = await app.as('sec', 'get', '/broken/statement/unmistakable');
    expect(answer.status).toBe(500);
    expect(answer.text + lines.join('\n')).not.toContain('unmistakable');
    expect(lines[0]).toContain('"code":"22007"');
  });
});

describe('a problem', () => {
  test('looks the same wherever it comes from', async () => {
    const answers = [
      await app.send('get', '/api/no/such/thing'),
      await app.send('post', '/api/v1/me', { token: app.token('sec'), body: {} }),
      await app.as('sec', 'get', '/members/none'),
      await app.as('watcher', 'post', '/members', {}),
      await app.as('sec', 'post', '/members', {}),
      await app.as('sec', 'post', '/members', '{'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 403, 422, 400]);
    for (const { status, headers, body } of answers) {
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(body).toMatchObject({
        status,
        type: expect.stringMatching(/^urn:gavel:problem:/),
        title: expect.any(String),
      });
    }
  });
});
