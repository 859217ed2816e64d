import pg from 'pg';
import { judge, type CheckOptions, type Report } from '../../src/checker/check-installation.js';
import type { MailLog } from '../../src/checker/mail-log.js';
import { AddEvidence } from '../../src/handovers/add-evidence.js';
import { ChangeTask } from '../../src/handovers/change-task.js';
import { HANDOVER, must, RABAT, RabatHandover } from '../support/rabat.js';

/** When the handover was planned, and when everything below is judged. */
const PLANNED = '2023-10-02T07:00:00.000Z';
const NOW = '2023-10-20T10:00:00.000Z';

/** In these tests only what was planted counts: nobody works the queue, so that messages wait. */
const PATIENT: CheckOptions = { grace: 60 * 60 * 24 * 365, crossing: 0 };

/** A mail to be planted as sent; what is left out is as it should be. */
export interface PlantedMail {
  readonly id?: string;
  readonly recipient?: string;
  readonly lane?: string;
  readonly day?: string;
  readonly decidedAt?: string;
  readonly attempts?: number;
  readonly messageId?: string;
  readonly state?: string;
}

/** A handover with some history, in which violations are planted: each in a transaction that is never committed. */
export class Field {
  private constructor(
    private readonly rabat: RabatHandover,
    private readonly client: pg.Client,
  ) {}

  /** One task accepted, one submitted, all by the rules. */
  static async lay(): Promise<Field> {
    const rabat = await RabatHandover.plannedAt(PLANNED);
    const client = new pg.Client({ connectionString: rabat.url });
    await client.connect();
    await rabat.setClock('2023-10-03T09:00:00.000Z');
    await submit(rabat, 'SOM-01');
    await rabat.setClock('2023-10-04T09:00:00.000Z');
    await rabat.task('SOM-01', 'sec', { move: 'accept', note: 'Thank you.' });
    await submit(rabat, 'OPN-02');
    await rabat.setClock(NOW);
    return new Field(rabat, client);
  }

  async close(): Promise<void> {
    await this.client.end();
    await this.rabat.close();
  }

  /** What the checker says after some statements, for which no trigger and no foreign key holds. */
  async after(statements: readonly string[], options: CheckOptions = {}): Promise<Report> {
    await this.client.query('START TRANSACTION');
    try {
      await this.client.query('SET LOCAL session_replication_role = replica');
      for (const statement of statements) await this.client.query(statement);
      return await judge(this.client, { ...PATIENT, ...options });
    } finally {
      await this.client.query('ROLLBACK');
    }
  }
}

/** The rules that a report says are broken, with what was found. */
export function broken({ rules }: Report): Readonly<Record<string, readonly string[]>> {
  const found = rules.filter(({ findings }) => findings.length > 0);
  return Object.fromEntries(
    found.map(({ rule, findings }) => [rule, findings.map(({ about, what }) => `${about}: ${what}`)]),
  );
}

/** Statements that plant a mail with one reminder of the plan in it, sent at 09:00 in Rabat on the day it was due. */
export function reminderSent(task: string, rung: string, mail: PlantedMail = {}): string[] {
  const which = `body_id = '${RABAT}' AND stream = '${HANDOVER}' AND task_id = '${task}' AND rung = '${rung}'`;
  return mailSent(`(SELECT id FROM notification WHERE ${which})`, mail);
}

/** Statements that plant a mail with one message in it. @param message an SQL expression for its id. */
export function mailSent(message: string, mail: PlantedMail = {}): string[] {
  const { id = '00000000-0000-4000-8000-000000000001', recipient = 'ma-lead', lane = 'digest', state = 'sent' } = mail;
  const { day = '2023-10-03', decidedAt = '2023-10-03T08:00:00.000Z', attempts = 1 } = mail;
  const messageId = mail.messageId ?? `<${id}@gavel.example>`;
  return [
    `INSERT INTO delivery (body_id, id, recipient_id, day, lane, send_at, state, attempts, decided_at, sent_at, message_id)
     VALUES ('${RABAT}', '${id}', '${recipient}', '${day}', '${lane}', '${decidedAt}', '${state}', ${attempts},
       '${decidedAt}', '${decidedAt}', '${messageId}')`,
    `INSERT INTO delivery_item (body_id, delivery_id, notification_id, state)
     VALUES ('${RABAT}', '${id}', ${message}, '${state === 'sent' ? 'sent' : 'waiting'}')`,
    `UPDATE notification SET state = 'settled' WHERE body_id = '${RABAT}' AND id = ${message}`,
  ];
}

/** A statement that changes rows of a table of the body. */
export function set(table: string, what: string, where: string): string {
  return `UPDATE ${table} SET ${what} WHERE body_id = '${RABAT}' AND ${where}`;
}

/** Which row of `task` it is, for `set`. */
export function ofTask(id: string): string {
  return `handover_id = '${HANDOVER}' AND id = '${id}'`;
}

/** A message about an event, owed to somebody in person. */
export function eventOwed(id: string, at: string, recipient: string): string {
  return `INSERT INTO notification (body_id, id, stream, kind, subject, recipient_id, urgent, facts, due_at, created_at)
    VALUES ('${RABAT}', '${id}', '${HANDOVER}', 'plan.holiday', 'handover:${HANDOVER}', '${recipient}', false, '{}', '${at}', '${at}')`;
}

/** An entry that nobody wrote through a use case; it breaks the chain as well. */
export function entryPlanted(
  subject: string,
  action: string,
  facts: object,
  { actor = 'sec', at = '2023-10-05T09:00:00.000Z', stream = HANDOVER } = {},
): string {
  const entry = JSON.stringify({ action, actor, at, facts, seq: 999, subject, textDigest: null });
  return `INSERT INTO account_entry (body_id, stream, seq, at, actor, action, subject, entry, prev_hash, hash)
    SELECT '${RABAT}', '${stream}', 1 + max(seq), '${at}', '${actor}', '${action}', '${subject}', '${entry}', 'x',
      encode(sha256(convert_to('x' || '${entry}', 'UTF8')), 'hex')
    FROM account_entry WHERE body_id = '${RABAT}' AND stream = '${stream}'`;
}

/** A log in which these mails arrived so often. */
export function logOf(arrived: Readonly<Record<string, number>>): MailLog {
  return new Map(Object.entries(arrived));
}

async function submit(rabat: RabatHandover, task: string): Promise<void> {
  await rabat.task(task, 'ma-delegate', { move: 'start' });
  const [row] = await rabat.rows('SELECT version FROM task WHERE body_id = $1 AND handover_id = $2 AND id = $3', [
    RABAT,
    HANDOVER,
    task,
  ]);
  const request = {
    bodyId: RABAT,
    handoverId: HANDOVER,
    taskId: task,
    personId: 'ma-delegate',
    expectedVersion: Number(row?.version),
  };
  const piece = { title: 'Letter', reference: 'https://documents.example/letter', language: 'fr' };
  must(await new AddEvidence(new ChangeTask(rabat.database)).execute(request, piece));
  await rabat.task(task, 'ma-delegate', { move: 'submit' });
}
