import { randomInt } from 'node:crypto';
import { tell } from './tell.js';

/**
 * Every random choice of a fault run, all from one seed: GAVEL_CHAOS_SEED, or one that is drawn. When processes are
 * killed the same seed does not give the same run, but it gives the same choices.
 */
export class Dice {
  private constructor(private state: number) {}

  /** Draws a seed and says which, so that a run can be had again. */
  static cast(what: string): Dice {
    const seed = Number(process.env.GAVEL_CHAOS_SEED ?? randomInt(2 ** 31));
    tell(what, `seed ${String(seed)}`);
    return new Dice(seed);
  }

  /** Dice of somebody who acts at the same time as others: what they throw does not depend on whose turn comes first. */
  for(whom: string): Dice {
    let state = this.state;
    for (const character of whom) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
    return new Dice(state);
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** True so often out of one. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  oneOf<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.between(0, choices.length - 1)] ?? choices[0];
  }

  /** Mulberry32, by Tommy Ettinger, in the public domain. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
