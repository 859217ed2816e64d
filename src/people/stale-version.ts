import type { Refused } from '../engine/decision.js';

/**
 * The refusal of a change that was made on the strength of an older version; null when it was the present one.
 * Somebody else has changed the thing meanwhile: nothing is lost, whoever asked reads it again and decides again.
 */
export function staleVersion(expected: number, actual: number): Refused | null {
  if (expected === actual) return null;
  return { refused: true, gates: [{ code: 'version.stale', facts: { expected, actual }, whose: 'nobody' }] };
}

/** Whether a refusal says that, and nothing else. */
export function isStale({ gates }: Refused): boolean {
  return gates[0].code === 'version.stale';
}
