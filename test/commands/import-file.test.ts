import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { importFile } from '../../src/commands/import-file.js';
import { CommandsModule } from '../../src/commands/installation.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

const BODY = 'config/bodies/rabat-process.json';

let database: FreshDatabase | undefined;
let context: INestApplicationContext;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gavel-import-'));
});

beforeEach(async () => {
  await close();
  database = await freshDatabase();
  const storage = { databaseUrl: database.url, poolSize: 2, onIdleError: () => undefined };
  context = await NestFactory.createApplicationContext(CommandsModule.for(storage), { logger: false });
});

afterAll(async () => {
  await close();
  await rm(folder, { recursive: true });
});

/** The database of the test before, where there was one. */
async function close(): Promise<void> {
  if (database === undefined) return;
  await context.close();
  await database.drop();
}

async function written(name: string, content: unknown): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

async function json(file: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
}

async function count(table: string): Promise<number> {
  const client = new pg.Client({ connectionString: database?.url });
  await client.connect();
  try {
    return Number((await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`)).rows[0]?.count);
  } finally {
    await client.end();
  }
}

test('a body comes with its calendars, members, people, terms, templates and meetings', async () => {
  expect(await importFile(context, BODY)).toBe(
    'Body rabat-process: 64 members, 19 people, 12 terms, 1 template, 27 meetings',
  );
  expect(await Promise.all(['calendar', 'member', 'person', 'term', 'template', 'meeting'].map(count))).toEqual([
    10, 64, 19, 12, 1, 27,
  ]);
});

test('a body may come with its own days of review, and its own rule of silence', async () => {
  const file = await json(BODY);
  Object.assign(file.body as object, { review: { days: 8, silence: 'accepts' } });
  await importFile(context, await written('body.json', file));
  expect(await count(`body WHERE review_days = 8 AND review_silence = 'accepts'`)).toBe(1);
});

test('a body that is there already is left as it is', async () => {
  await importFile(context, BODY);
  const entries = await count('account_entry');
  await expect(importFile(context, BODY)).rejects.toThrow('body.exists');
  expect(await count('account_entry')).toBe(entries);
});

test('a body with anything wrong in it founds nothing, and hears of all of it', async () => {
  const file = await json(BODY);
  Object.assign(file.body as object, { zone: 'Africa/Atlantis' });
  (file.people as Record<string, unknown>[])[3]!.language = 'la';
  const spoiled = written('spoiled.json', file);
  await expect(importFile(context, await spoiled)).rejects.toThrow(
    /body\.zone[^]*people\[3\]\.language must be one of en, fr, pt/,
  );
  expect(await count('body')).toBe(0);
});

test('a body that names a calendar that is not there founds nothing', async () => {
  const file = await json(BODY);
  (file.calendars as string[]).push('XX');
  await expect(importFile(context, await written('body.json', file))).rejects.toThrow(
    'There is no XX.json in config/calendars',
  );
  expect(await count('body')).toBe(0);
});

test('rotation, template and calendar are told apart by what stands in them', async () => {
  await importFile(context, BODY);
  expect(await importFile(context, 'config/rotations/rabat-process.json', 'rabat-process')).toBe(
    'Rotation: everything in it was here already',
  );
  const template = await json('config/templates/rabat-som-handover.json');
  Object.assign(template.template as object, { version: '1.0.1' });
  expect(await importFile(context, await written('template.json', template), 'rabat-process')).toBe(
    'Template rabat-som-handover 1.0.1: 60 tasks',
  );
  expect(await importFile(context, 'config/calendars/PT-porto.json', 'rabat-process')).toMatch(/^Calendar PT-porto: /);
});

test('the rotation of another body goes into that body alone, its uncertain terms marked', async () => {
  const file = await json(BODY);
  Object.assign(file, { members: [], offices: [], people: [], roles: [], rotation: null, templates: [], meetings: [] });
  Object.assign(file, { actionPlans: [], programmes: [], results: [] });
  Object.assign(file.body as object, { id: 'asean' });
  await importFile(context, await written('asean.json', file));
  expect(await importFile(context, 'config/rotations/other-bodies.json', 'asean')).toMatch(
    /^Rotation: \d+ terms, \d+ of them uncertain$/,
  );
  expect(await count('term')).toBeGreaterThan(10);
});

test('a document for nobody, of no known kind or for a body that is not there says so', async () => {
  await expect(importFile(context, 'config/calendars/MA.json')).rejects.toThrow('--body ID');
  await expect(importFile(context, 'config/calendars/MA.json', 'nowhere')).rejects.toThrow('There is no body nowhere');
  await expect(importFile(context, await written('x.json', { x: 1 }), 'b')).rejects.toThrow('neither a body');
  await expect(importFile(context, await written('y.json', '{"x":'))).rejects.toThrow('is not JSON');
  await expect(importFile(context, join(folder, 'missing.json'))).rejects.toThrow('cannot be read');
});

test('a template with cycles and a calendar with a 30th of February are refused with their paths', async () => {
  await importFile(context, BODY);
  const template = await json('config/templates/rabat-som-handover.json');
  (template.items as { dependsOn: string[] }[])[0]!.dependsOn = ['GOV-02'];
  await expect(importFile(context, await written('t.json', template), 'rabat-process')).rejects.toThrow(
    'items[0].dependsOn waits for itself',
  );
  const calendar = await json('config/calendars/MA.json');
  (calendar.holidays as unknown[]).push({ kind: 'yearly', name: 'Never', month: 2, day: 30 });
  await expect(
    importFile(context, await written('c.json', { ...calendar, id: 'MA-2' }), 'rabat-process'),
  ).rejects.toThrow(/holidays\[\d+\]/);
});
