import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { calendarProblems, type CalendarDefinition } from '../engine/time/calendar.js';
import { templateProblems, type Template } from '../engine/tasks/template.js';
import type { IsoDate } from '../engine/words.js';
import { isZone, localDate } from '../engine/time/zones.js';
import { AddTemplate } from '../handovers/add-template.js';
import { AddCalendar } from '../people/add-calendar.js';
import { systemCaller } from '../people/caller.js';
import { ImportRotation } from '../terms/import-rotation.js';
import { DocumentError, refuseProblems } from './document-error.js';
import { CommandFailure, granted } from './failure.js';
import { ImportBody } from './import-body.js';
import { readBody, readDocument } from './read-document.js';

/**
 * Imports a document: a body, a rotation, a template or a calendar, told apart by what stands in it.
 * @param bodyId where to; a body brings its own.
 * @returns what came of it, in one line.
 */
export async function importFile(context: INestApplicationContext, file: string, bodyId?: string): Promise<string> {
  const document = await readDocument(file);
  if (has(document, 'body') && has(document, 'members')) return importBody(context, file, document);
  if (bodyId === undefined) throw new CommandFailure('Say which body it is for: --body ID');
  if (has(document, 'template') || has(document, 'items')) return importTemplate(context, file, document, bodyId);
  if (has(document, 'officeHours') || has(document, 'holidays')) return importCalendar(context, file, document, bodyId);
  if (has(document, 'terms') || has(document, 'bodies')) return importRotation(context, file, document, bodyId);
  throw new CommandFailure(`${file} is neither a body, a rotation, a template nor a calendar`);
}

async function importBody(context: INestApplicationContext, file: string, document: unknown): Promise<string> {
  const documents = await readBody(file, document, await todayFor(context, document));
  const brought = await context.get(ImportBody).execute(documents);
  const { id, members, people, terms, templates, meetings } = brought;
  const parts = [
    count(members, 'member'),
    count(people, 'person', 'people'),
    count(terms, 'term'),
    count(templates, 'template'),
    count(meetings, 'meeting'),
  ];
  return `Body ${id}: ${parts.join(', ')}`;
}

async function importTemplate(
  context: INestApplicationContext,
  file: string,
  document: unknown,
  bodyId: string,
): Promise<string> {
  refuseProblems(file, templateProblems(document));
  const added = await context.get(AddTemplate).execute(bodyId, systemCaller(bodyId).personId, document as Template);
  const { id, version, items } = granted(added, noBody(bodyId));
  return `Template ${id} ${version}: ${count(items, 'task')}`;
}

async function importCalendar(
  context: INestApplicationContext,
  file: string,
  document: unknown,
  bodyId: string,
): Promise<string> {
  refuseProblems(file, calendarProblems(document));
  const definition = document as CalendarDefinition;
  granted(await context.get(AddCalendar).execute(systemCaller(bodyId), definition), noBody(bodyId));
  return `Calendar ${definition.id}: ${definition.name}`;
}

async function importRotation(
  context: INestApplicationContext,
  file: string,
  document: unknown,
  bodyId: string,
): Promise<string> {
  const result = await context.get(ImportRotation).execute(systemCaller(bodyId), document);
  if (result !== null && 'problems' in result) throw new DocumentError(file, result.problems);
  const { unchanged, added, uncertain } = granted(result, noBody(bodyId));
  if (unchanged) return 'Rotation: everything in it was here already';
  return `Rotation: ${count(added.length, 'term')}, ${uncertain.length} of them uncertain`;
}

/** Today in the zone that the file names; one that names none is refused whatever the day. */
async function todayFor(context: INestApplicationContext, document: unknown): Promise<IsoDate> {
  const [clock]: { now: string }[] = await context.get(DataSource).query('SELECT iso_instant(gavel_now()) AS now');
  if (clock === undefined) throw new Error('The clock gave no time');
  const zone = has(document, 'body') && has(document.body, 'zone') ? document.body.zone : null;
  return localDate(clock.now, typeof zone === 'string' && isZone(zone) ? zone : 'UTC');
}

function has<Key extends string>(value: unknown, key: Key): value is Readonly<Record<Key, unknown>> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

function noBody(bodyId: string): string {
  return `There is no body ${bodyId}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
