import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import pg from 'pg';
import { TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { startProgram, type Program } from '../support/programs.js';
import { RABAT } from '../support/rabat.js';

let app: TestApp;
let web: Program;
let address: string;
beforeAll(async () => {
  app = await TestApp.start();
  web = startProgram('src/main.ts', [], { DATABASE_URL: app.rabat.url, PORT: '0', WORK_QUEUE_IN_WEB: 'false' });
  address = await listening(web);
});
afterAll(async () => {
  web.process.kill('SIGKILL');
  await app.close();
});

async function listening(program: Program): Promise<string> {
  for (;;) {
    const told = JSON.parse(await program.nextLine()) as { msg: string; address?: string };
    if (told.msg === 'Listening' && told.address !== undefined) return told.address;
  }
}

const addMember = (): Promise<Response> =>
  fetch(`${address}/api/v1/bodies/${RABAT}/members`, {
    method: 'POST',
    headers: { authorization: `Bearer ${app.token('sec')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'SN', name: 'Senegal' }),
  });

test('a web process that is told to end takes nothing new, finishes what it has begun, and ends well', async () => {
  // As browsers open them in advance, and ask for nothing.
  const unused = connect(Number(new URL(address).port), '127.0.0.1');
  await once(unused, 'connect');
  const other = new pg.Client({ connectionString: app.rabat.url });
  await other.connect();
  await other.query('BEGIN');
  await other.query(`SELECT FROM account WHERE body_id = $1 AND stream = 'body' FOR UPDATE`, [RABAT]);
  const begun = addMember();
  await eventually('the request waits for the account', async () => {
    const waiting = await other.query(
      "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
    );
    return waiting.rowCount === 1;
  });
  web.process.kill('SIGTERM');
  await eventually('nothing new is taken', () =>
    fetch(`${address}/healthz`).then(
      () => false,
      () => true,
    ),
  );
  await eventually('connections without a request are let go', () => unused.closed);
  await other.query('ROLLBACK');
  await other.end();
  expect((await begun).status).toBe(201);
  expect(await web.ended()).toBe(0);
});
