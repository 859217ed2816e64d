import { setTimeout as wait } from 'node:timers/promises';

/**
 * Waits until `condition` gives something other than false, null or undefined, and gives that; fails after `patience`
 * milliseconds with what was waited for. This is how a test waits: for what it needs, never for a length of time.
 */
export async function eventually<T>(
  what: string,
  condition: () => T | Promise<T>,
  patience = 10_000,
): Promise<Exclude<T, false | null | undefined>> {
  const deadline = Date.now() + patience;
  for (;;) {
    const found = await condition();
    if (found !== false && found !== null && found !== undefined) {
      return found as Exclude<T, false | null | undefined>;
    }
    if (Date.now() > deadline) throw new Error(`Waited ${patience} ms in vain: ${what}`);
    await wait(10);
  }
}
