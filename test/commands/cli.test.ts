import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { startProgram } from '../support/programs.js';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase('demo');
});

afterAll(async () => {
  await database.drop();
});

/** Runs the command line; gives what it said and its exit code. */
async function gavel(...args: string[]): Promise<{ lines: string[]; code: number | NodeJS.Signals }> {
  const program = startProgram('src/cli.ts', args, { DATABASE_URL: database.url });
  const lines: string[] = [];
  try {
    for (;;) lines.push(await program.nextLine());
  } catch {
    return { lines, code: await program.ended() };
  }
}

test('a body is imported, a token for it issued, listed without its secret, and revoked', async () => {
  const imported = await gavel('import', 'config/bodies/rabat-process.json');
  expect(imported).toMatchObject({ code: 0, lines: [expect.stringMatching(/^Body rabat-process: /)] });
  const issued = await gavel('token', 'issue', '--body', 'rabat-process', '--person', 'sec-lead', '--label', 'reports');
  expect(issued).toMatchObject({ code: 0, lines: [expect.stringMatching(/^gvl_[A-Za-z0-9_-]{43}$/)] });
  const listed = await gavel('token', 'list', '--body', 'rabat-process');
  expect(listed.lines.join('\n')).not.toContain('gvl_');
  const [id, ...rest] = listed.lines[0]?.split('\t') ?? [];
  expect(rest).toEqual(['sec-lead', 'reports', 'no end']);
  expect(await gavel('token', 'revoke', id ?? '', '--body', 'rabat-process')).toEqual({ code: 0, lines: ['Revoked.'] });
  const [line] = (await gavel('token', 'list', '--body', 'rabat-process')).lines;
  expect(line).toMatch(/\trevoked$/);
});

test('what cannot be done ends with 1', async () => {
  expect(await gavel('import', 'nowhere.json')).toEqual({ code: 1, lines: [] });
  const nobody = await gavel('token', 'issue', '--body', 'rabat-process', '--person', 'nobody', '--label', 'x');
  expect(nobody).toEqual({ code: 1, lines: [] });
  expect(await gavel('token', 'revoke', 'not-an-id', '--body', 'rabat-process')).toEqual({ code: 1, lines: [] });
  expect((await gavel('unknown')).code).toBe(1);
  expect((await gavel('token', 'list', '--body', 'no body')).code).toBe(1);
});

test('the checker judges the installation, and the clock of a demo is shown', async () => {
  const checked = await gavel('checker');
  expect(checked).toMatchObject({ code: 0 });
  expect(checked.lines.at(-1)).toBe('Everything holds.');
  expect((await gavel('clock', 'show')).lines).toEqual([expect.stringMatching(/^(It is|The clock stands at) \d{4}-/)]);
});

test('migrating again changes nothing', async () => {
  expect(await gavel('migrate')).toEqual({ code: 0, lines: ['The database has the newest schema.'] });
});
