import type { Refused } from '../engine/decision.js';

/** The asker has no side in this handover; the secretariat may give them a role. */
export function notAParty(handoverId: string): Refused {
  const about = { kind: 'handover', id: handoverId } as const;
  return { refused: true, gates: [{ code: 'handover.not_a_party', facts: {}, whose: 'secretariat', about }] };
}
