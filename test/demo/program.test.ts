import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeEmbeddedPostgres } from '../../src/storage/embedded-postgres.js';
import { startProgram, type Program } from '../support/programs.js';
import { scratchDirectory } from '../support/scratch.js';

let folder: string;

beforeAll(async () => {
  folder = await scratchDirectory();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function demo(...args: string[]): Program {
  return startProgram('src/demo/main.ts', args, { DATA_DIRECTORY: folder, DATABASE_URL: '', PORT: '0' });
}

async function lineWith(program: Program, words: string): Promise<string> {
  for (;;) {
    const line = await program.nextLine();
    if (line.includes(words)) return line;
  }
}

test('Ctrl-C ends the demo with everything it started, and the next start goes on', async () => {
  const first = demo();
  await lineWith(first, 'Playing October 2023 to 12 January 2024');
  await lineWith(first, 'Ctrl-C ends it');
  await first.kill('SIGINT');
  expect(await first.ended()).toBe(0);
  const again = demo();
  expect(await again.nextLine()).toBe('');
  expect(await again.nextLine()).toContain('The Rabat Process on 2024-01-12, 09:00 in Rabat');
  await lineWith(again, 'Ctrl-C ends it');
  await again.kill('SIGTERM');
  expect(await again.ended()).toBe(0);
  // Nobody uses the server any more, so it can be taken away.
  expect(await removeEmbeddedPostgres(join(folder, 'demo', 'postgres'))).toBe(true);
}, 180_000);

test('a demo that was killed while it was being prepared begins anew, and Ctrl-C ends it there too', async () => {
  const killed = demo();
  await lineWith(killed, 'Playing October 2023');
  await killed.kill('SIGKILL');
  const next = demo();
  await lineWith(next, 'Playing October 2023');
  await next.kill('SIGINT');
  expect(await next.ended()).toBe(0);
  expect(await removeEmbeddedPostgres(join(folder, 'demo', 'postgres'))).toBe(true);
}, 180_000);

test('a story that nobody knows is refused with those that there are', async () => {
  expect(await demo('--play', 'atlantis').ended()).toBe(1);
  expect(await demo('rabat').ended()).toBe(1);
  const help = demo('--help');
  expect(await help.nextLine()).toContain('npm run demo');
  expect(await help.ended()).toBe(0);
});
