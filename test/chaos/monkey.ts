import { setTimeout as wait } from 'node:timers/promises';
import type { Dice } from './dice.js';
import type { Installation } from './installation.js';
import type { OurProcess } from './our-process.js';

/** When the next fault comes: faults keep a time of their own, whatever is going on. */
export async function afterSeconds(seconds: number): Promise<void> {
  await wait(seconds * 1_000);
}

/** How often it is asked whether a worker has begun to send, in milliseconds. */
const LOOK = 5;

/**
 * Kills workers with -9 and starts them again: one at a time, while mails go out, and at moments that have nothing to do
 * with any of them.
 */
export class Monkey {
  /** Settles when all kills are done and all workers are up. */
  readonly isDone: Promise<void>;

  /**
   * @param kills after which it leaves them alone.
   * @param longestLife of a worker once mails go out, in milliseconds.
   * @param patience how long it waits for a mail before it kills somebody idle, in milliseconds.
   */
  constructor(
    private readonly gavel: Installation,
    private readonly workers: readonly [OurProcess, ...OurProcess[]],
    private readonly dice: Dice,
    private readonly kills: number,
    private readonly longestLife: number,
    private readonly patience = Number.POSITIVE_INFINITY,
  ) {
    this.isDone = gavel.run((over) => this.run(over));
    // Whoever waits for it hears of its trouble; until then it is nobody's.
    this.isDone.catch(() => undefined);
  }

  private async run(over: AbortSignal): Promise<void> {
    for (let kill = 1; kill <= this.kills; kill++) {
      await this.seeMails(over);
      await wait(this.dice.between(0, this.longestLife));
      const worker = this.dice.oneOf(this.workers);
      await worker.kill();
      await worker.start();
    }
  }

  private async seeMails(over: AbortSignal): Promise<void> {
    const { mails } = this.gavel;
    const before = mails.count();
    const began = performance.now();
    while (mails.count() === before && performance.now() - began < this.patience) {
      over.throwIfAborted();
      await wait(LOOK);
    }
  }
}
