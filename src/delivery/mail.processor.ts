import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import { Gate } from './gate.js';
import type { MailJob } from './mail-job.js';
import { MAIL_QUEUE } from './queue-connection.js';
import { SendMails } from './send-mails.js';
import { ThrottledLog } from './throttled-log.js';

/** How long a worker leaves a queue alone that is in trouble, in milliseconds: doubled each time. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

/**
 * Takes jobs from the queue. A job that a dead worker had is given to the next one, as often as that happens: which
 * mails are sent, and how often one may end its worker, is decided by the ledger.
 */
@Processor(MAIL_QUEUE, {
  concurrency: 4,
  maxStalledCount: 1_000_000,
  stalledInterval: 10_000,
  runRetryDelay: 1_000,
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 0 },
})
export class MailProcessor extends WorkerHost {
  private readonly log = new ThrottledLog(new Logger(MailProcessor.name));
  private readonly gate = new Gate();
  private pause = FIRST_PAUSE;
  private rest: NodeJS.Timeout | null = null;
  private held = false;

  constructor(private readonly sendMails: SendMails) {
    super();
  }

  /** Who was waiting for a job when it was held gets one all the same: the ledger brings its mails back. */
  override async process({ data }: Pick<Job<MailJob>, 'data'>): Promise<void> {
    if (this.held) return;
    await this.gate.pass(data.alone, () => this.sendMails.execute(data));
    this.pause = FIRST_PAUSE;
  }

  /** Rejects when the queue cannot be reached; waits for a Redis that is away. */
  async untilReady(): Promise<void> {
    await this.worker.waitUntilReady();
  }

  /** Begins no job until it is let go: nothing could be sent. */
  hold(): void {
    this.held = true;
    void this.worker.pause(true);
  }

  letGo(): void {
    this.held = false;
    if (this.rest === null) void this.worker.resume();
  }

  /** Finishes the jobs it has, and takes no more. */
  async close(): Promise<void> {
    if (this.rest !== null) clearTimeout(this.rest);
    await this.worker.close();
  }

  /** The library would try again at once, thousands of times a second. */
  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.log.trouble('The worker cannot use the queue', error);
    if (this.rest !== null) return;
    void this.worker.pause(true);
    this.rest = setTimeout(() => {
      this.rest = null;
      if (!this.held) void this.worker.resume();
    }, this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  @OnWorkerEvent('failed')
  onFailed(_job: Job | undefined, error: Error): void {
    this.log.trouble('A job failed; the ledger brings its mails back', error);
  }
}
