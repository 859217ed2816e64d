import type { DataSource } from 'typeorm';
import type { EndSilence } from '../packs/review/end-silence.js';
import type { AddressOwed } from './address-owed.js';
import type { QueueDue } from './queue-due.js';

/** How often it is asked what has fallen due, in milliseconds. */
const EVERY = 1_000;

/** How long until the next look when more is waiting than could be taken on. */
const BUSY = 100;

/** How long to leave a database or queue alone that is in trouble: doubled each time, in milliseconds. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

/** Looks for what has fallen due, in every body, again and again. Any number of processes may do this at once. */
export class Sweep {
  private running: Promise<void> | null = null;
  private stopped = false;
  private pause = FIRST_PAUSE;
  private isWanted = false;
  private rouse: () => void = () => undefined;

  /**
   * @param canSend false while there is no use in queueing mails; messages are addressed all the same.
   * @param onTrouble hears of every look that failed; it is repeated.
   */
  constructor(
    private readonly dataSource: DataSource,
    private readonly addressOwed: AddressOwed,
    private readonly queueDue: QueueDue,
    private readonly endSilence: EndSilence,
    private readonly canSend: () => boolean,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /**
   * Looks once: ends the silence on sections whose day has passed, addresses all that is owed, and queues what is due.
   * Gives whether more waits for room in the queue.
   */
  async look(): Promise<boolean> {
    await this.endSilences();
    const bodies: { body_id: string }[] = await this.dataSource.query('SELECT body_id FROM bodies_with_due_mail()');
    let more = false;
    for (const { body_id: bodyId } of bodies) {
      let moreOwed = true;
      while (moreOwed) {
        moreOwed = await this.addressOwed.execute(bodyId);
        if (this.canSend() && (await this.queueDue.execute(bodyId))) more = true;
      }
    }
    return more;
  }

  /** Reviews that cannot be ended keep no mail back. */
  private async endSilences(): Promise<void> {
    const reviews: { body_id: string }[] = await this.dataSource.query('SELECT body_id FROM bodies_with_due_reviews()');
    for (const { body_id: bodyId } of reviews) await this.endSilence.execute(bodyId).catch(this.onTrouble);
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Looks as soon as possible instead of at its own time: something may have fallen due this moment. */
  wake(): void {
    this.isWanted = true;
    this.rouse();
  }

  /** Finishes the look that is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.rouse();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      this.isWanted = false;
      await this.rest(await this.lookSafely());
    }
  }

  /** Gives how long to wait until the next look. */
  private async lookSafely(): Promise<number> {
    try {
      const more = await this.look();
      this.pause = FIRST_PAUSE;
      return more ? BUSY : EVERY;
    } catch (error) {
      this.onTrouble(error);
      const { pause } = this;
      this.pause = Math.min(pause * 2, LONGEST_PAUSE);
      return pause;
    }
  }

  /** Whoever is woken looks after a moment: what comes in a burst is looked at together. */
  private async rest(milliseconds: number): Promise<void> {
    if (!this.isWanted) await this.sleep(milliseconds);
    if (this.isWanted) await this.sleep(BUSY);
  }

  private async sleep(milliseconds: number): Promise<void> {
    if (this.stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
