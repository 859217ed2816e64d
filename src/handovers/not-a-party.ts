import type { Refused } from '../engine/decision.js';
import type { IsoDate } from '../engine/words.js';

/** The asker has no side in this handover; the secretariat may give them a role. */
export function notAParty(handoverId: string): Refused {
  const about = { kind: 'handover', id: handoverId } as const;
  return { refused: true, gates: [{ code: 'handover.not_a_party', facts: {}, whose: 'secretariat', about }] };
}

/**
 * The asker's side has given up the chair, and its time is over. @param until the last day on which it could do this.
 * @param reads whether it may still read.
 */
export function rightsEnded(handoverId: string, until: IsoDate, reads: boolean): Refused {
  const told = { facts: { until }, whose: 'secretariat' } as const;
  const handover = { kind: 'handover', id: handoverId } as const;
  if (reads) return { refused: true, gates: [{ code: 'handover.writing_ended', ...told, about: handover }] };
  const archive = { kind: 'archive', id: handoverId } as const;
  return { refused: true, gates: [{ code: 'handover.reading_ended', ...told, about: archive }] };
}
