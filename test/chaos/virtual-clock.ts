import pg from 'pg';
import { setTimeout as wait } from 'node:timers/promises';

/** How often the clock is set, in milliseconds. */
const TICK = 50;

/**
 * The one clock of a demo's database, made to run: it goes as fast as a real one, and can be moved on. While the database
 * is down it stands, and then goes on from where it would be.
 */
export class VirtualClock {
  private base: number;
  private began = performance.now();
  private stopped = false;
  private running: Promise<void> = Promise.resolve();
  private client: pg.Client | null = null;
  private setting: Promise<boolean> = Promise.resolve(true);

  private constructor(
    private readonly url: string,
    at: string,
  ) {
    this.base = Date.parse(at);
  }

  static async start(url: string, at: string): Promise<VirtualClock> {
    const clock = new VirtualClock(url, at);
    await clock.set();
    clock.running = clock.run();
    return clock;
  }

  /** Moves the clock on to a later time, and resolves when it is so for everyone. */
  async moveTo(at: string): Promise<void> {
    if (Date.parse(at) < this.now()) throw new RangeError(`The clock is past ${at} already`);
    this.base = Date.parse(at);
    this.began = performance.now();
    while (!(await this.set())) await wait(TICK);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
    await this.client?.end().catch(() => undefined);
  }

  private now(): number {
    return this.base + performance.now() - this.began;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      await this.set();
      await wait(TICK);
    }
  }

  /** False while the database cannot be used. One after the other, so that the clock never goes back. */
  private async set(): Promise<boolean> {
    this.setting = this.setting.then(() => this.trySetting());
    return this.setting;
  }

  private async trySetting(): Promise<boolean> {
    try {
      this.client ??= await this.connect();
      await this.client.query('UPDATE installation SET clock_stands_at = $1', [new Date(this.now())]);
      return true;
    } catch {
      return false;
    }
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'chaos-clock' });
    client.on('error', () => {
      if (this.client === client) this.client = null;
    });
    await client.connect();
    return client;
  }
}
