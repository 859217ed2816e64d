import { readFile } from 'node:fs/promises';
import { calendarProblems, type CalendarDefinition } from '../engine/time/calendar.js';
import type { Fields, Problem } from '../engine/inspection.js';
import { readRotations } from '../engine/terms/rotation-import.js';
import { templateProblems, type Template } from '../engine/tasks/template.js';
import type { IsoDate } from '../engine/words.js';
import { projectFolder } from '../storage/project-folder.js';
import type { BodyDocuments, BodyFile } from './body-file.js';
import { bodyFileProblems } from './body-problems.js';
import { refuseProblems } from './document-error.js';
import { CommandFailure } from './failure.js';
import { planProblems } from './plan-problems.js';

/** Reads and parses a file. Refuses with a CommandFailure one that is not there, and one that is no JSON. */
export async function readDocument(file: string): Promise<unknown> {
  return parsed(file, await readFile(file, 'utf8').catch((error: unknown) => refuse(file, 'cannot be read', error)));
}

/** The body that comes with Gavel under this name, or null; checked, with everything that it names. */
export async function readOwnBody(name: string, today: IsoDate): Promise<BodyDocuments> {
  return readBody(`bodies/${name}.json`, await readOwn('bodies', name), today);
}

/**
 * A body file with all that it names, every document checked whole before anything is done with any of them.
 * @param today in the body's zone: a rotation is read as of a day.
 */
export async function readBody(name: string, input: unknown, today: IsoDate): Promise<BodyDocuments> {
  refuseProblems(name, bodyFileProblems(input));
  const file = input as BodyFile;
  const rotation = file.rotation === null ? null : await readOwn('rotations', file.rotation);
  const read = rotation === null ? { rotations: [] } : readRotations(rotation, today);
  if ('problems' in read) refuseProblems(`rotations/${file.rotation ?? ''}.json`, read.problems);
  const terms = 'rotations' in read ? read.rotations.flatMap((each) => each.terms.map(({ id }) => id)) : [];
  const meetings = new Set(file.meetings.map(({ id }) => id));
  refuseProblems(name, planProblems(input as Fields, { terms: new Set(terms), meetings }));
  return {
    file,
    calendars: await readAll<CalendarDefinition>('calendars', file.calendars, calendarProblems),
    templates: await readAll<Template>('templates', file.templates, templateProblems),
    rotation,
  };
}

async function readAll<T>(
  folder: string,
  names: readonly string[],
  problems: (input: unknown) => Problem[],
): Promise<T[]> {
  const documents: T[] = [];
  for (const name of names) {
    const document = await readOwn(folder, name);
    refuseProblems(`${folder}/${name}.json`, problems(document));
    documents.push(document as T);
  }
  return documents;
}

async function readOwn(folder: string, name: string): Promise<unknown> {
  const text = await readFile(new URL(`${folder}/${name}.json`, projectFolder('config')), 'utf8').catch(() => null);
  if (text !== null) return parsed(`${folder}/${name}.json`, text);
  throw new CommandFailure(`There is no ${name}.json in config/${folder}`);
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    return refuse(file, 'is not JSON', error);
  }
}

function refuse(file: string, what: string, error: unknown): never {
  throw new CommandFailure(`${file} ${what}: ${(error as Error).message}`);
}
