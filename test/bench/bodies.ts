import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Template } from '../../src/engine/tasks/template.js';
import { AddMeeting } from '../../src/handovers/add-meeting.js';
import { AddTemplate } from '../../src/handovers/add-template.js';
import { CreateHandover } from '../../src/handovers/create-handover.js';
import { isRefused, type Database } from '../../src/storage/database.js';
import { root } from './installation.js';

/** The meeting that all handovers of a body hang on, and its first day. */
export const MEETING = 'som';
export const MEETING_STARTS = '2024-01-31';

/** People by id: the office they work in and what they are. */
const PEOPLE = {
  outgoing: ['outgoing-office', 'delegate'],
  incoming: ['incoming-office', 'delegate'],
  secretariat: ['secretariat-office', 'secretariat'],
} as const;
export type PersonId = keyof typeof PEOPLE;
export const PERSONS = Object.keys(PEOPLE) as readonly PersonId[];

/**
 * A body with so many handovers of sixty tasks from the template of the Rabat Process, all at one meeting. Made through
 * the use cases, so that accounts, plans and reminders are what they are in real use.
 */
export async function addBody(database: Database, body: string, handovers: number): Promise<void> {
  await database.change(body, (em) => em.query(PEOPLE_AND_PLACES, [body, json(CALENDARS), json(people())]));
  const terms = Array.from({ length: handovers }, (_, index) => handoverId(index));
  await database.change(body, (em) => em.query(TERMS, [body, terms]));
  const template = readJson('config/templates/rabat-som-handover.json') as Template;
  granted(await new AddTemplate(database).execute(body, 'secretariat', template));
  granted(await new AddMeeting(database).execute(body, 'secretariat', meeting));
  const { id: templateId, version: templateVersion } = template.template;
  for (const id of terms) {
    const ends = { outgoingTermId: `${id}-out`, incomingTermId: `${id}-in` };
    const wanted = { id, title: id, ...ends, meetingId: MEETING, templateId, templateVersion };
    granted(await new CreateHandover(database).execute(body, 'secretariat', wanted));
  }
}

/** The handovers of a body by number, from 0. */
export function handoverId(index: number): string {
  return `h-${String(index).padStart(3, '0')}`;
}

/** The answer of a use case, which must be yes. */
export function granted<T>(answer: T): Exclude<T, null | { refused: true }> {
  if (answer === null || isRefused(answer)) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return answer as Exclude<T, null | { refused: true }>;
}

const meeting = {
  id: MEETING,
  title: 'Senior Officials’ Meeting',
  type: 'som',
  place: 'Rabat',
  countryId: 'MA',
  startsOn: MEETING_STARTS,
  endsOn: '2024-02-01',
  status: 'announced',
  format: 'in_person',
} as const;

const CALENDARS = ['MA', 'PT', 'AT'].map((id) => readJson(`config/calendars/${id}.json`));

const PEOPLE_AND_PLACES = `
  WITH new_body AS (
      INSERT INTO body (id, name, short_name, zone, boundary, secretariat_name, secretariat_calendar_id)
      VALUES ($1, 'Body', 'Body', 'Africa/Casablanca', 'shared_day', 'Secretariat', 'AT')),
    new_calendar AS (INSERT INTO calendar (body_id, id, definition) SELECT $1, c->>'id', c FROM jsonb_array_elements($2) AS c),
    new_member AS (INSERT INTO member (body_id, id, name, calendar_id) VALUES ($1, 'MA', 'Morocco', 'MA'), ($1, 'PT', 'Portugal', 'PT')),
    new_office AS (INSERT INTO office (body_id, id, member_id, name, calendar_id) VALUES
      ($1, 'outgoing-office', 'MA', 'Ministry', 'MA'), ($1, 'incoming-office', 'PT', 'Agency', 'PT'),
      ($1, 'secretariat-office', NULL, 'Secretariat', 'AT')),
    new_person AS (
      INSERT INTO person (body_id, id, office_id, name, mail, language)
      SELECT $1, id, office, id, id || '@' || $1 || '.example', 'en' FROM jsonb_to_recordset($3) AS p(id text, office text)),
    new_role AS (
      INSERT INTO role_grant (body_id, id, person_id, role, from_day)
      SELECT $1, gen_random_uuid(), id, role, '2020-01-01' FROM jsonb_to_recordset($3) AS p(id text, role text))
  INSERT INTO account (body_id, stream) VALUES ($1, 'body')`;

/** Each handover has two terms of its own; as no chair has passed yet, none of them is in another's way. */
const TERMS = `
  WITH new_term AS (
    INSERT INTO term (body_id, id, kind, state, position, planned_start, planned_end, boundary, certainty)
    SELECT $1, id || side, 'regular', 'confirmed', row_number() OVER (), '2022-12-14', '2025-01-31', 'shared_day', 'confirmed'
    FROM unnest($2::text[]) AS id, unnest(ARRAY['-out', '-in']) AS side)
  INSERT INTO term_holder (body_id, term_id, member_id, position)
  SELECT $1, id || side, member, 1
  FROM unnest($2::text[]) AS id, (VALUES ('-out', 'MA'), ('-in', 'PT')) AS holder(side, member)`;

function people(): object[] {
  return Object.entries(PEOPLE).map(([id, [office, role]]) => ({ id, office, role }));
}

function json(value: unknown): string {
  return JSON.stringify(value);
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
