import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Database } from '../storage/database.js';
import { CARRIER, type Carrier } from './carrier.js';
import type { Outcome } from './outcome.js';
import { Outcomes } from './outcomes.js';
import { Sweep } from './sweep.js';

/** A message that a mail carried, or why it did not. */
export interface DrainedItem {
  readonly kind: string;
  readonly subject: string;
  readonly rung: string | null;
  readonly state: 'waiting' | 'sent' | 'skipped' | 'failed';
  readonly reason: string | null;
}

/** A mail that was tried while the queue was drained. */
export interface DrainedMail {
  readonly bodyId: string;
  readonly id: string;
  readonly messageId: string;
  readonly recipientId: string;
  readonly recipientName: string;
  readonly isDigest: boolean;
  readonly outcome: Outcome['kind'];
  readonly items: readonly DrainedItem[];
}

interface InHand {
  readonly owed: string;
  readonly to_send: string;
}

type Row = Omit<DrainedMail, 'outcome'>;

const MAILS = `
  SELECT d.body_id::text AS "bodyId", d.id, d.message_id AS "messageId", p.id::text AS "recipientId",
    p.name AS "recipientName", d.lane = 'digest' AS "isDigest",
    (SELECT jsonb_agg(jsonb_build_object('kind', n.kind, 'subject', n.subject, 'rung', n.rung, 'state', i.state,
        'reason', i.reason) ORDER BY n.due_at, n.id)
      FROM delivery_item i JOIN notification n ON n.body_id = i.body_id AND n.id = i.notification_id
      WHERE i.body_id = d.body_id AND i.delivery_id = d.id) AS items
  FROM delivery d JOIN person p ON p.body_id = d.body_id AND p.id = d.recipient_id
  WHERE d.body_id = $1 AND d.id = ANY ($2) ORDER BY d.recipient_id, d.id`;

/** How often it is asked whether anything is left, in milliseconds. */
const EVERY = 10;

/** For the demo and the tests, whose clock stands: brings out all that is due at this moment, through the real queue. */
@Injectable()
export class DrainMail {
  constructor(
    private readonly dataSource: DataSource,
    private readonly database: Database,
    private readonly sweep: Sweep,
    private readonly outcomes: Outcomes,
    @Inject(CARRIER) private readonly carrier: Carrier,
  ) {}

  /**
   * Works until nothing is due now, and gives the mails that were tried, with how the last attempt at each ended. Ends
   * sooner when no mail can leave.
   */
  async drain(): Promise<readonly DrainedMail[]> {
    const told: Outcome[] = [];
    const stop = this.outcomes.listen((outcome) => told.push(outcome));
    try {
      while (await this.isLeft()) await wait(EVERY);
      // The database knows of the last outcome a moment before its listeners do.
      await this.outcomes.idle();
    } finally {
      stop();
    }
    const found = await Promise.all([...new Set(told.map(({ bodyId }) => bodyId))].map((id) => this.mailsOf(id, told)));
    return found.flat();
  }

  private async isLeft(): Promise<boolean> {
    await this.sweep.look();
    const [row]: InHand[] = await this.dataSource.query('SELECT owed, to_send FROM mail_in_hand()');
    if (this.carrier.reachability.trouble() !== null) return false;
    return row !== undefined && Number(row.owed) + Number(row.to_send) > 0;
  }

  private async mailsOf(bodyId: string, told: readonly Outcome[]): Promise<DrainedMail[]> {
    const last = new Map(told.filter((one) => one.bodyId === bodyId).map(({ id, kind }) => [id, kind]));
    const rows: Row[] = await this.database.read(bodyId, (em) => em.query(MAILS, [bodyId, [...last.keys()]]));
    return rows.map((row) => ({ ...row, outcome: last.get(row.id) ?? 'sent' }));
  }
}
