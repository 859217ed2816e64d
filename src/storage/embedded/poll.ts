import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds between two looks. */
const PAUSE = 10;

/** Looks again and again until there is something to see; null when there was nothing for `patience` milliseconds. */
export async function poll<T>(look: () => T | null | Promise<T | null>, patience: number): Promise<T | null> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const seen = await look();
    if (seen !== null) return seen;
    await wait(PAUSE);
  }
  return null;
}
