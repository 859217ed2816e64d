import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { Metrics } from '../health/metrics.js';

interface InHand {
  readonly owed: string;
  readonly to_send: string;
  readonly failed: string;
  readonly age: string | null;
}

const IN_HAND = `
  SELECT owed, to_send, failed, extract(epoch FROM gavel_now() - oldest) AS age FROM mail_in_hand()`;

/** How much is due by now and not yet sent, in the whole installation; asked when somebody measures. */
@Injectable()
export class LedgerMetrics {
  private readonly mails: Gauge<'state'>;
  private readonly age: Gauge;
  private asking: Promise<void> | null = null;

  constructor(
    metrics: Metrics,
    private readonly dataSource: DataSource,
  ) {
    this.age = new Gauge({
      name: 'gavel_mail_oldest_due_seconds',
      help: 'How long the oldest message or mail that is due has been waiting.',
      registers: [metrics.registry],
      collect: () => this.ask(),
    });
    this.mails = new Gauge({
      name: 'gavel_mail_in_hand',
      help: 'Messages owed and mails to be sent that are due by now, and mails that have failed.',
      labelNames: ['state'] as const,
      registers: [metrics.registry],
      collect: () => this.ask(),
    });
  }

  /** Both numbers come with one question. */
  private async ask(): Promise<void> {
    this.asking ??= this.measure().finally(() => (this.asking = null));
    return this.asking;
  }

  private async measure(): Promise<void> {
    const [row]: InHand[] = await this.dataSource.query(IN_HAND);
    if (row === undefined) return;
    this.mails.set({ state: 'owed' }, Number(row.owed));
    this.mails.set({ state: 'to_send' }, Number(row.to_send));
    this.mails.set({ state: 'failed' }, Number(row.failed));
    this.age.set(Number(row.age ?? 0));
  }
}
