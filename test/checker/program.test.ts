import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram, type Program } from '../support/programs.js';
import { RabatHandover } from '../support/rabat.js';

let rabat: RabatHandover;
let folder: string;

beforeAll(async () => {
  rabat = await RabatHandover.plannedAt('2023-10-02T07:00:00.000Z');
  folder = await mkdtemp(join(tmpdir(), 'gavel-checker-'));
});

afterAll(async () => {
  await rabat.close();
  await rm(folder, { recursive: true });
});

const run = (...args: string[]): Program => startProgram('src/checker/main.ts', args);

async function lastLine(program: Program): Promise<string> {
  let last = '';
  try {
    for (;;) last = await program.nextLine();
  } catch {
    return last;
  }
}

test('the program ends with 0 where everything holds', async () => {
  const program = run('--database', rabat.url, '--mails', folder);
  expect(await lastLine(program)).toBe('Everything holds.');
  expect(await program.ended()).toBe(0);
});

test('the program ends with 1 where something does not, and says what', async () => {
  const log = join(folder, 'log.ndjson');
  await writeFile(log, `${JSON.stringify({ messageId: '<stranger@gavel.example>' })}\n`);
  const program = run('--database', rabat.url, '--mail-log', log);
  expect(await lastLine(program)).toBe('Not everything holds.');
  expect(await program.ended()).toBe(1);
});

test('the program finds the Message-ID of a mail in a file, also where it is folded', async () => {
  const file = join(folder, 'one.eml');
  await writeFile(
    file,
    'Subject: x\r\nMessage-ID:\r\n <stranger@gavel.example>\r\n\r\nMessage-ID: <not-this@gavel.example>\r\n',
  );
  const program = run('--database', rabat.url, '--mails', folder, '--json');
  const report = JSON.parse(await program.nextLine()) as { rules: { findings: { about: string }[] }[] };
  await rm(file);
  expect(report.rules.flatMap(({ findings }) => findings.map(({ about }) => about))).toEqual([
    'mail:<stranger@gavel.example>',
  ]);
  expect(await program.ended()).toBe(1);
});

test('the program ends with 2 where it cannot look', async () => {
  expect(await run().ended()).toBe(2);
  expect(await run('--database', 'postgres://nobody:x@127.0.0.1:1/none').ended()).toBe(2);
  expect(await run('--database', rabat.url, '--grace', 'soon').ended()).toBe(2);
});
