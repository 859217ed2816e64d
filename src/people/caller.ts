import type { Refused } from '../engine/decision.js';
import type { Role } from '../engine/words.js';

/** Whoever holds a token: a person of one body, with every role they have today. */
export interface Caller {
  readonly bodyId: string;
  readonly personId: string;
  /** The member whose office the person belongs to; null for the secretariat. */
  readonly memberId: string | null;
  /** Their own roles and those of whom they stand in for, in the order of the alphabet; may be none. */
  readonly roles: readonly Role[];
}

/** Whether the caller may act on what belongs to this person: their own things, or everyone's for the secretariat. */
export function mayActFor(caller: Caller, personId: string): boolean {
  return caller.personId === personId || caller.roles.includes('secretariat');
}

/** The refusal of whoever touches what belongs to another person. */
export function notYours(personId: string): Refused {
  const about = { kind: 'person', id: personId } as const;
  return { refused: true, gates: [{ code: 'permission.not_yours', facts: {}, whose: 'secretariat', about }] };
}

/** Whoever runs the installation, by its command line: may do what the secretariat may, and is named `system`. */
export function systemCaller(bodyId: string): Caller {
  return { bodyId, personId: 'system', memberId: null, roles: ['secretariat'] };
}
