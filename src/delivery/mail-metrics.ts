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
      help: 'Attempts to send a mail, by how they ended: sent, put_off, failed, given_back.',
      labelNames: ['outcome'] as const,
      registers: [metrics.registry],
    });
  }

  onModuleInit(): void {
    this.outcomes.listen(({ kind }) => {
      this.mails.inc({ outcome: kind });
    });
  }
}
