import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Readiness } from '../health/readiness.js';
import { CARRIER, type Carrier } from './carrier.js';
import { LeaseKeeper } from './lease-keeper.js';
import { MailQueue } from './mail-queue.js';
import { MailProcessor } from './mail.processor.js';
import { Outcomes } from './outcomes.js';
import { SentBook } from './sent-book.js';
import { Sweep } from './sweep.js';
import { ThrottledLog } from './throttled-log.js';

/** Longest that ending waits for mails under way, in milliseconds; what is cut off is sent again when its lease ends. */
const LAST_ORDERS = 20_000;

/** How often it is looked for books of processes that have died, in milliseconds: sooner than their leases end. */
const BETWEEN_BOOKS = 3_000;

/** Begins and ends the work with mail in a process, each part in its turn. */
@Injectable()
export class MailWork implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new ThrottledLog(new Logger(MailWork.name));
  private timer: NodeJS.Timeout | undefined;
  private takingOver: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CARRIER) private readonly carrier: Carrier,
    private readonly outcomes: Outcomes,
    private readonly leases: LeaseKeeper,
    private readonly sweep: Sweep,
    private readonly sentBook: SentBook,
    private readonly queue: MailQueue,
    private readonly processor: MailProcessor,
    private readonly readiness: Readiness,
  ) {}

  /** Rejects, and the process with it, when it could never use the queue. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.queue.mustBeThereAtStart) await Promise.all([this.queue.untilReady(), this.processor.untilReady()]);
    this.takeOverBooks();
    this.timer = setInterval(() => {
      this.takeOverBooks();
    }, BETWEEN_BOOKS);
    this.timer.unref();
    const { reachability } = this.carrier;
    reachability.onChange(() => {
      if (reachability.trouble() === null) this.processor.letGo();
      else this.processor.hold();
      this.sweep.wake();
    });
    this.readiness.register({ name: 'mail', check: () => Promise.resolve(reachability.trouble()) });
    this.sweep.start();
  }

  /** What a process that died here has sent, but could not say any more. */
  private takeOverBooks(): void {
    this.takingOver = this.sentBook
      .takeOver((attempt) => this.outcomes.tell({ ...attempt, kind: 'sent' }))
      .catch((error: unknown) => {
        this.log.trouble('The books of ended processes cannot be read', error);
      });
  }

  /** Mails under way are finished and told of before anything they need is closed. */
  async onModuleDestroy(): Promise<void> {
    await this.sweep.stop();
    await Promise.race([this.processor.close(), wait(LAST_ORDERS, null, { ref: false })]);
    clearInterval(this.timer);
    await this.outcomes.close();
    await this.takingOver;
    await this.sentBook.close();
    this.leases.close();
    await this.carrier.close();
  }
}
