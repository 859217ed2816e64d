import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Database } from './database.js';
import { grown, NEWS_CHANNEL } from './news-channel.js';

/** Milliseconds between one message and the next: what happens in between is told at once, and only once. */
const BETWEEN = 100;
/** Milliseconds after which what could not be told is tried again. */
const AGAIN = 2_000;

const TELL = `SELECT pg_notify('${NEWS_CHANNEL}', topic) FROM unnest($1::text[]) AS topic`;

/**
 * Tells all processes which accounts have grown. After the commit and apart from it: a NOTIFY inside a transaction would
 * have all commits of the database wait for one another. Nothing is lost with a message, since whoever hears one looks
 * up what there is; whoever hears none looks all the same, a little later.
 */
@Injectable()
export class NewsSender implements OnModuleInit, OnModuleDestroy {
  private topics = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private sending: Promise<void> = Promise.resolve();
  private lastSent = 0;
  private ended = false;

  constructor(
    private readonly database: Database,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.database.onCommitted((bodyId, stream) => {
      this.topics.add(grown(bodyId, stream));
      this.sendIn(Math.max(0, this.lastSent + BETWEEN - Date.now()));
    });
  }

  /** What was committed is told before the process ends. */
  async onModuleDestroy(): Promise<void> {
    this.ended = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.sending;
    await this.send();
  }

  private sendIn(milliseconds: number): void {
    if (this.ended) return;
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.sending = this.send();
    }, milliseconds).unref();
  }

  private async send(): Promise<void> {
    if (this.topics.size === 0) return;
    const topics = this.topics;
    this.topics = new Set();
    this.lastSent = Date.now();
    try {
      await this.dataSource.query(TELL, [[...topics]]);
    } catch {
      // The database is away: so is everyone who would hear of it.
      for (const topic of topics) this.topics.add(topic);
      this.sendIn(AGAIN);
    }
  }
}
