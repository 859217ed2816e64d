import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { addBody } from './bodies.js';
import type { Turn } from './contest.js';
import type { BenchDatabase } from './installation.js';

/** The body whose people get the mails. */
export const MAIL_BODY = 'mails';

const TASKS_OF_HANDOVER = 60;

/** How often it is asked whether all is done, in milliseconds. */
const EVERY = 20;

/** In the middle of the morning, on both sides. */
const MORNING = 'T09:30:00Z';

const PEOPLE = `
  WITH someone AS (
    INSERT INTO person (body_id, id, office_id, name, mail, language)
    SELECT $1, 'p-' || n, 'outgoing-office', 'Person ' || n, 'p-' || n || '@bench.example', (ARRAY['en', 'fr', 'pt'])[n % 3 + 1]
    FROM generate_series(1, $2) AS n RETURNING id)
  INSERT INTO role_grant (body_id, id, person_id, role, from_day) SELECT $1, gen_random_uuid(), id, 'delegate', '2020-01-01' FROM someone`;

/** Each person has one task of the outgoing chair; what the plans owe is none of the benchmark's. */
const TASKS = `
  UPDATE task SET owner = 'outgoing', accepted_by = 'incoming', person_id = 'p-' || numbered.n
  FROM (SELECT handover_id, id, row_number() OVER (ORDER BY handover_id, position) AS n FROM task WHERE body_id = $1) AS numbered
  WHERE task.body_id = $1 AND task.handover_id = numbered.handover_id AND task.id = numbered.id AND numbered.n <= $2`;

const FORGET = `UPDATE notification SET state = 'void', reason = 'not of this benchmark' WHERE body_id = $1`;

/** A body in which so many people have a task each. */
export async function addPeopleWithTasks({ database, ask }: BenchDatabase, mails: number): Promise<void> {
  await addBody(database, MAIL_BODY, Math.ceil(mails / TASKS_OF_HANDOVER));
  await ask(PEOPLE, [MAIL_BODY, mails]);
  await ask(TASKS, [MAIL_BODY, mails]);
  await ask(FORGET, [MAIL_BODY]);
}

const DUE_TASKS = `
  UPDATE task SET due_on = $2::date, due_at = ($2::date + 1)::timestamptz - interval '1 millisecond'
  WHERE body_id = $1 AND person_id IS NOT NULL AND substr(person_id, 3)::integer <= $3`;

const OWE = `
  INSERT INTO notification (body_id, id, stream, kind, subject, task_id, rung, for_due, audience, urgent, facts,
    plan_revision, due_at, created_at)
  SELECT body_id, gen_random_uuid(), handover_id, 'reminder', 'task:' || id, id, 'on', $2::date, '{owner}', false, '{}',
    1, $2::date::timestamptz, gavel_now()
  FROM task WHERE body_id = $1 AND person_id IS NOT NULL AND substr(person_id, 3)::integer <= $3`;

/** Lets days of work come, one for each turn: on each of them so many people are owed a reminder. */
export class WorkDays {
  private readonly days = workDays();

  constructor(
    private readonly bench: BenchDatabase,
    private readonly client: pg.Client,
  ) {}

  /** Owes the reminders of the next day, lets it be its morning, and waits until each mail is sent and written down. */
  async sendAll(mails: number): Promise<Turn> {
    const day = this.days.next().value;
    await this.bench.ask(DUE_TASKS, [MAIL_BODY, day, mails]);
    await this.bench.ask(OWE, [MAIL_BODY, day, mails]);
    await this.bench.ask('VACUUM ANALYZE');
    const began = performance.now();
    await this.client.query('UPDATE installation SET clock_stands_at = $1', [`${day}${MORNING}`]);
    while (await this.isLeft()) await wait(EVERY);
    const seconds = (performance.now() - began) / 1_000;
    await this.check(day, mails);
    return { count: mails, seconds };
  }

  private async isLeft(): Promise<boolean> {
    const { rows } = await this.client.query<{ left: boolean }>(
      'SELECT owed + to_send > 0 AS left FROM mail_in_hand()',
    );
    return rows[0]?.left ?? true;
  }

  private async check(day: string, mails: number): Promise<void> {
    const sent = `SELECT count(*)::int AS sent FROM delivery WHERE body_id = $1 AND day = $2 AND state = 'sent'`;
    const [row] = await this.bench.ask(sent, [MAIL_BODY, day]);
    if (row?.sent !== mails) throw new Error(`${String(row?.sent)} mails were sent on ${day} and not ${mails}`);
  }
}

/** Mondays to Thursdays of November and December 2023 that are a holiday nowhere. */
function* workDays(): Generator<string, never> {
  for (let day = Date.UTC(2023, 9, 9); ; day += 86_400_000) {
    const date = new Date(day);
    const isMidweek = date.getUTCDay() >= 2 && date.getUTCDay() <= 4;
    const written = date.toISOString().slice(0, 10);
    if (isMidweek && !HOLIDAYS.has(written)) yield written;
  }
}

const HOLIDAYS: ReadonlySet<string> = new Set(['2023-10-05', '2023-11-01', '2023-12-01', '2023-12-08']);
