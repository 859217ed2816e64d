import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Queue } from 'bullmq';
import { Readiness, type ReadinessCheck } from '../health/readiness.js';
import type { MailJob } from './mail-job.js';
import { MAIL_QUEUE } from './queue-connection.js';
import type { JobQueue } from './queue-due.js';
import { ThrottledLog } from './throttled-log.js';

/** A queue that takes longer than this to take jobs, in milliseconds, is out of order; the jobs may come all the same. */
const PATIENCE = 5_000;

/** How long it is remembered that the queue took no jobs, in milliseconds: longer than the sweep leaves it alone. */
const MEMORY = 30_000;

const POSTGRES_BACKEND = 'PostgresQueueBackend';

/** The queue proper. Jobs leave nothing behind: the ledger knows what became of each mail. */
@Injectable()
export class MailQueue implements JobQueue, ReadinessCheck, OnModuleInit {
  readonly name = 'queue';
  private readonly log = new ThrottledLog(new Logger(MailQueue.name));
  private refusedAt = Number.NEGATIVE_INFINITY;

  constructor(
    @InjectQueue(MAIL_QUEUE) private readonly queue: Queue<MailJob>,
    private readonly readiness: Readiness,
  ) {}

  onModuleInit(): void {
    this.queue.on('error', (error) => {
      this.log.trouble('The queue is in trouble', error);
    });
    this.readiness.register(this);
  }

  /** Adds all jobs in one go. Rejects when the queue cannot be used. */
  async add(jobs: readonly MailJob[]): Promise<void> {
    const opts = { removeOnComplete: true, removeOnFail: true, attempts: 1 };
    try {
      await inTime(this.queue.addBulk(jobs.map((data) => ({ name: 'send', data, opts }))));
    } catch (error) {
      this.refusedAt = performance.now();
      throw error;
    }
  }

  /** A queue that answers but takes nothing, such as a full Redis, is no queue: while mail is due it is tried all the time. */
  async check(): Promise<string | null> {
    await this.queue.getWaitingCount();
    return performance.now() - this.refusedAt < MEMORY ? 'takes no jobs' : null;
  }

  /**
   * Whether a first connection that fails is the last: the library tries Redis again and again, but remembers for ever
   * that PostgreSQL could not be reached.
   */
  get mustBeThereAtStart(): boolean {
    return this.backend === POSTGRES_BACKEND;
  }

  async untilReady(): Promise<void> {
    await this.queue.waitUntilReady();
  }

  /** Which datastore the queue lives in, by the name of the class that talks to it. */
  get backend(): string {
    return this.queue.getBackend().constructor.name;
  }
}

async function inTime(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('The queue takes too long'));
    }, PATIENCE);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
