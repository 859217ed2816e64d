import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { NEWS_CHANNEL } from './news-channel.js';

/** The token under which the address of the database is provided. */
export const DATABASE_URL = Symbol('database url');

/** Milliseconds before a connection that broke is opened again. */
const AGAIN = 1_000;

type Hearer = () => void;

/**
 * What happens in all processes, heard over one connection of this one, which is opened when somebody first listens.
 * Whoever listens is called when something may have changed, and looks up what: also when the connection was away for a
 * while, since nobody knows what was missed.
 */
@Injectable()
export class News implements OnModuleDestroy {
  private readonly hearers = new Map<string, Set<Hearer>>();
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private ended = false;

  constructor(@Inject(DATABASE_URL) private readonly databaseUrl: string) {}

  /** Calls `hearer` on any of these topics, until the function that is given back is called. It must not throw. */
  listen(topics: readonly string[], hearer: Hearer): () => void {
    for (const topic of topics) {
      const own = this.hearers.get(topic) ?? new Set();
      this.hearers.set(topic, own.add(hearer));
    }
    if (this.client === null && this.timer === null) void this.connect();
    return () => {
      for (const topic of topics) {
        const own = this.hearers.get(topic);
        own?.delete(hearer);
        if (own?.size === 0) this.hearers.delete(topic);
      }
    };
  }

  async onModuleDestroy(): Promise<void> {
    this.ended = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    if (this.ended) return;
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'gavel news',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    this.client = client;
    client.on('notification', ({ payload }) => this.call(payload ?? ''));
    // A connection that cannot be opened says so twice; it is opened again once.
    const reopen = (): void => this.reopen(client);
    client.on('error', reopen);
    client.on('end', reopen);
    try {
      await client.connect();
      await client.query(`LISTEN ${NEWS_CHANNEL}`);
      for (const topic of [...this.hearers.keys()]) this.call(topic);
    } catch {
      reopen();
    }
  }

  private call(topic: string): void {
    for (const hearer of this.hearers.get(topic) ?? []) hearer();
  }

  private reopen(client: pg.Client): void {
    if (this.client !== client || this.ended) return;
    this.client = null;
    void client.end().catch(() => undefined);
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.connect();
    }, AGAIN).unref();
  }
}
