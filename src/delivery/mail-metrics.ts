import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Counter } from 'prom-client';
import { Metrics } from '../health/metrics.js';
import { Outcomes } from './outcomes.js';

/** Counts what became of mails in this process. */
@Injectable()
export class MailMetrics implements OnModuleInit {
  private readonly mails: Counter<'outcome'>;

  constructor(
    metrics: Metrics,
    private readonly outcomes: Outcomes,
  ) {
    this.mails = new Counter({
      name: 'gavel_mails_total',
      help: 'Mails by what became of them: sent, put_off, failed, given_back; skipped when nothing was left to tell.',
      labelNames: ['outcome'] as const,
      registers: [metrics.registry],
    });
  }

  countSkipped(mails: number): void {
    this.mails.inc({ outcome: 'skipped' }, mails);
  }

  onModuleInit(): void {
    this.outcomes.listen(({ kind }) => {
      this.mails.inc({ outcome: kind });
    });
  }
}
