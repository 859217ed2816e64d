import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DrainMail, type DrainedMail } from '../../src/delivery/drain-mail.js';
import { Readiness } from '../../src/health/readiness.js';
import { WorkerModule } from '../../src/worker.module.js';
import { MailSink } from '../support/mail-sink.js';
import { HANDOVER, RABAT, RabatHandover } from '../support/rabat.js';

/** The address of a person of the test's body. */
export function addressOf(personId: string): string {
  return `${personId}@${RABAT}.example`;
}

/** Runs a test in a mail room of its own, where one process works. */
export async function inMailRoom(
  at: string,
  redisUrl: string | null,
  work: (room: MailRoom) => Promise<void>,
): Promise<void> {
  return withoutWorker(at, redisUrl, async (room) => {
    await room.startWork();
    await work(room);
  });
}

/** The same without anyone who works: the test starts workers as it likes. */
export async function withoutWorker(
  at: string,
  redisUrl: string | null,
  work: (room: MailRoom) => Promise<void>,
): Promise<void> {
  const room = await MailRoom.furnish(at, redisUrl);
  try {
    await work(room);
  } finally {
    await room.close();
  }
}

/** A handover in a demo's database, a mail server, and the real work with mail where it was started. */
export class MailRoom {
  private working: INestApplicationContext | null = null;

  private constructor(
    readonly rabat: RabatHandover,
    readonly sink: MailSink,
    readonly redisUrl: string | null,
    readonly dataDirectory: string,
  ) {}

  /** @param at the virtual time; nothing is owed then, the reminders of the plan are taken out of the ledger. */
  static async furnish(at: string, redisUrl: string | null): Promise<MailRoom> {
    const rabat = await RabatHandover.plannedAt('2023-10-02T08:00:00.000Z');
    await rabat.database.change(RABAT, (em) =>
      em.query(`UPDATE notification SET state = 'void', reason = 'not of this test' WHERE state = 'owed'`),
    );
    await rabat.setClock(at);
    const dataDirectory = mkdtempSync(join(tmpdir(), 'gavel-mail-'));
    return new MailRoom(rabat, await MailSink.start(), redisUrl, dataDirectory);
  }

  async startWork(): Promise<void> {
    const { rabat, redisUrl, sink, dataDirectory } = this;
    this.working = await startWorker({ databaseUrl: rabat.url, redisUrl, smtpUrl: sink.url, dataDirectory });
  }

  async stopWork(): Promise<void> {
    await this.working?.close();
    this.working = null;
  }

  async close(): Promise<void> {
    await this.stopWork();
    await this.sink.stop();
    await this.rabat.close();
    rmSync(this.dataDirectory, { recursive: true, force: true });
  }

  /** The parts of the process that works, by their class. */
  get<T>(type: new (...parts: never[]) => T): T {
    if (this.working === null) throw new Error('Nobody works in this mail room');
    return this.working.get(type as never);
  }

  /** Names of the parts that say they are not ready. */
  async troubles(): Promise<string[]> {
    const parts = await this.get(Readiness).parts();
    return parts.filter(({ ready }) => !ready).map(({ name }) => name);
  }

  /** Sends all that is due at a virtual time. */
  async at(time: string): Promise<readonly DrainedMail[]> {
    await this.rabat.setClock(time);
    return this.get(DrainMail).drain();
  }

  /** Writes a message into the ledger, past every use case. */
  async owe(message: Partial<OwedMessage>): Promise<string> {
    const row = { ...USUAL, ...message };
    const [written] = await this.change(
      `INSERT INTO notification (body_id, id, stream, kind, subject, task_id, rung, for_due, audience, recipient_id, urgent,
         facts, due_at, created_at)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, coalesce($12, gavel_now()), gavel_now()) RETURNING id`,
      [
        RABAT,
        row.stream,
        row.kind,
        row.subject,
        row.taskId,
        row.rung,
        row.forDue,
        row.audience,
        row.recipientId,
        row.urgent,
        JSON.stringify(row.facts),
        row.dueAt,
      ],
    );
    return String(written?.id);
  }

  /** Changes rows of the body, past every use case. */
  async change(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    const done = await this.rabat.database.change(RABAT, (em) => em.query(sql, values));
    const rows = done as unknown as Record<string, unknown>[] | [Record<string, unknown>[], number];
    return Array.isArray(rows[0]) ? rows[0] : (rows as Record<string, unknown>[]);
  }

  /** Makes a task of the outgoing chair due on a day, and owes its owner the reminder of that day. */
  async ownerReminder(taskId: string, due: string): Promise<string> {
    await this.change(
      `UPDATE task SET owner = 'outgoing', accepted_by = 'incoming', state = 'open', due_on = $3::date,
         due_at = ($3::date + 1)::timestamp AT TIME ZONE 'Africa/Casablanca' - interval '1 millisecond', person_id = NULL, office_id = NULL
       WHERE handover_id = $1 AND id = $2`,
      [HANDOVER, taskId, due],
    );
    return this.owe({
      kind: 'reminder',
      subject: `task:${taskId}`,
      taskId,
      rung: 'on',
      forDue: due,
      audience: ['owner'],
      dueAt: `${due}T00:00:00Z`,
    });
  }

  /** What became of a message in everyone's mails: by person, how it stands there and why. */
  async fatesOf(notificationId: string): Promise<Readonly<Record<string, string>>> {
    const rows = await this.rabat.rows(
      `SELECT d.recipient_id AS person, i.state || coalesce(': ' || i.reason, '') AS fate
       FROM delivery_item i JOIN delivery d ON d.body_id = i.body_id AND d.id = i.delivery_id
       WHERE i.notification_id = $1 ORDER BY d.recipient_id, d.id`,
      [notificationId],
    );
    return Object.fromEntries(rows.map(({ person, fate }) => [String(person), String(fate)]));
  }

  /** How the ledger says that a message stands. */
  async stateOf(notificationId: string): Promise<string> {
    const [row] = await this.rabat.rows(
      `SELECT state || coalesce(': ' || reason, '') AS state FROM notification WHERE id = $1`,
      [notificationId],
    );
    return String(row?.state);
  }
}

/** What a worker of a test is told; the rest is the same for all. */
interface WorkerOfTest {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  /** Null keeps mails in `mail` of the data directory. */
  readonly smtpUrl: string | null;
  readonly dataDirectory: string;
}

/** The real worker process, within this one. */
async function startWorker(worker: WorkerOfTest): Promise<INestApplicationContext> {
  const storage = { databaseUrl: worker.databaseUrl, poolSize: 10, onIdleError: () => undefined };
  const mail = {
    ...worker,
    mailDirectory: join(worker.dataDirectory, 'mail'),
    mailFrom: 'Gavel <gavel@secretariat.example>',
    publicUrl: 'https://gavel.secretariat.example',
  };
  return NestFactory.createApplicationContext(WorkerModule.for(storage, mail), { logger: false });
}

interface OwedMessage {
  readonly stream: string;
  readonly kind: string;
  readonly subject: string;
  readonly taskId: string | null;
  readonly rung: string | null;
  readonly forDue: string | null;
  readonly audience: readonly string[];
  readonly recipientId: string | null;
  readonly urgent: boolean;
  readonly facts: object;
  readonly dueAt: string | null;
}

const USUAL: OwedMessage = {
  stream: HANDOVER,
  kind: 'handover.signed',
  subject: `handover:${HANDOVER}`,
  taskId: null,
  rung: null,
  forDue: null,
  audience: [],
  recipientId: null,
  urgent: false,
  facts: {},
  dueAt: null,
};
