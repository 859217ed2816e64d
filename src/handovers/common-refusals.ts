import type { Refused } from '../engine/decision.js';

/** Somebody changed it since the asker read it: nothing is lost, they look again and decide again. */
export function staleVersion(expected: number, actual: number): Refused {
  return { refused: true, gates: [{ code: 'version.stale', facts: { expected, actual }, whose: 'nobody' }] };
}

/** The asker has no side in this handover; the secretariat may give them a role. */
export function notAParty(handoverId: string): Refused {
  const about = { kind: 'handover', id: handoverId } as const;
  return { refused: true, gates: [{ code: 'handover.not_a_party', facts: {}, whose: 'secretariat', about }] };
}
