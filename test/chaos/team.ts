import type { ReminderLadder } from '../../src/engine/plan/reminders.js';
import type { Template } from '../../src/engine/tasks/template.js';
import { AddMeeting } from '../../src/handovers/add-meeting.js';
import { AddTemplate } from '../../src/handovers/add-template.js';
import { CreateHandover } from '../../src/handovers/create-handover.js';
import { hashOfToken, newTokenSecret } from '../../src/people/token-secret.js';
import { HANDOVER, must, type PersonId, type RabatHandover } from '../support/rabat.js';

/** The meeting on which every date of a team's checklist hangs. */
export const MEETING = { id: 'som-2024-rabat', startsOn: '2024-01-31', endsOn: '2024-02-01' };

/** Each is reminded on the day on which their task is due, and on every working day from then on. */
const DAILY: ReminderLadder = {
  beforeDue: [],
  onDue: { to: ['owner'] },
  afterDue: [{ every: 1, unit: 'working_days', to: ['owner'] }],
};

/** For those whose reminders do not matter. */
export const NO_REMINDERS: ReminderLadder = { beforeDue: [], afterDue: [] };

/** Working days of Morocco, from the fifth before the meeting on: on each of them all teams are reminded. */
export const REMINDED_DAYS = [
  '2024-01-24',
  '2024-01-25',
  '2024-01-26',
  '2024-01-29',
  '2024-01-30',
  '2024-01-31',
  '2024-02-01',
  '2024-02-02',
  '2024-02-05',
  '2024-02-06',
] as const;

/** When they are set up, and a moment just before the first of those days at which a worker may begin. */
export const BEFORE_REMINDERS = { planned: '2024-01-22T09:00:00.000Z', night: '2024-01-24T04:00:00.000Z' };

/** Teams who get a mail for each of their people on each of {@link REMINDED_DAYS}. */
export async function addRemindedTeams(rabat: RabatHandover, teams: number, people: number): Promise<void> {
  for (let team = 1; team <= teams; team++) {
    await addTeam(rabat, { body: `team-${String(team)}`, people, due: -5, ladder: DAILY });
  }
}

/** What a team works on. */
export interface TeamSettings {
  readonly body: string;
  /** Delegates of the outgoing chair; each has one task of the checklist. */
  readonly people: number;
  /** When all tasks are due: working days from the beginning of the meeting. */
  readonly due: number;
  readonly ladder: ReminderLadder;
}

/**
 * A body of its own with a handover whose every task is one person's, so that all of them are told at the same time and
 * each in a mail of their own.
 */
export async function addTeam(rabat: RabatHandover, { body, people, due, ladder }: TeamSettings): Promise<void> {
  await rabat.addBody(body);
  const tasks = taskIds(people);
  await rabat.database.change(body, (em) => em.query(ADD_PEOPLE, [body, tasks.map(personOf)]));
  const template = checklist(tasks, due, ladder);
  must(await new AddTemplate(rabat.database).execute(body, 'sec', template));
  must(
    await new AddMeeting(rabat.database).execute(body, 'sec', {
      ...MEETING,
      title: 'Senior Officials’ Meeting',
      type: 'som',
      place: 'Rabat',
      countryId: 'MA',
      status: 'announced',
      format: 'in_person',
    }),
  );
  must(
    await new CreateHandover(rabat.database).execute(body, 'sec', {
      id: HANDOVER,
      title: 'Morocco to Portugal',
      outgoingTermId: '2022-ma',
      incomingTermId: '2024-pt',
      meetingId: MEETING.id,
      templateId: template.template.id,
      templateVersion: template.template.version,
    }),
  );
  await rabat.database.change(body, (em) => em.query(GIVE_OUT, [body, HANDOVER, tasks, tasks.map(personOf)]));
}

/** The ids of so many tasks, in the order of the checklist. */
export function taskIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `T-${String(index + 1).padStart(3, '0')}`);
}

/** A token that opens the API as one of the people whom every body has. */
export async function tokenFor(rabat: RabatHandover, body: string, person: PersonId): Promise<string> {
  const secret = newTokenSecret();
  await rabat.database.change(body, (em) => em.query(ADD_TOKEN, [body, person, hashOfToken(secret)]));
  return secret;
}

const ADD_PEOPLE = `
  WITH added AS (
    INSERT INTO person (body_id, id, office_id, name, mail, language)
    SELECT $1::text, id, 'ma-office', 'Delegate ' || id, id || '@' || $1 || '.example', 'en' FROM unnest($2::text[]) AS id
    RETURNING id)
  INSERT INTO role_grant (body_id, id, person_id, role, from_day)
  SELECT $1, gen_random_uuid(), id, 'delegate', '2020-01-01' FROM added`;

const GIVE_OUT = `
  UPDATE task SET person_id = given.person FROM unnest($3::text[], $4::text[]) AS given(task, person)
  WHERE body_id = $1 AND handover_id = $2 AND id = given.task`;

const ADD_TOKEN = `
  INSERT INTO api_token (body_id, id, person_id, label, secret_hash, created_at)
  VALUES ($1, gen_random_uuid(), $2, 'fault run', $3, gavel_now())`;

function personOf(taskId: string): string {
  return `holder-of-${taskId}`;
}

function checklist(tasks: readonly string[], due: number, ladder: ReminderLadder): Template {
  return {
    template: { id: 'fault-run', version: '1', title: 'A task for each' },
    suggestedReminders: ladder,
    sections: [{ code: 'ALL', order: 1, title: { en: 'All' } }],
    items: tasks.map((code) => ({
      code,
      section: 'ALL',
      title: { en: 'Hand over a file' },
      description: 'One of many.',
      owner: 'outgoing',
      acceptedBy: 'incoming',
      mandatory: false,
      evidence: 'none',
      evidenceKind: 'none',
      defaultMarking: 'participants',
      due: { anchor: 'MEETING_START', offset: due, unit: 'working_days' },
      dependsOn: [],
    })),
  };
}
