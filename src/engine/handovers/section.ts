import type { Machine } from '../machine.js';

export type SectionState = 'drafting' | 'in_review' | 'accepted' | 'accepted_with_reservation' | 'returned';
export type SectionMove = 'present' | 'accept' | 'accept_with_reservation' | 'return' | 'change';

/**
 * The review of one section of the pack. A section that changes goes back to drafting alone; what was decided of
 * the others stays.
 */
export const sectionMachine: Machine<SectionState, SectionMove> = {
  name: 'section',
  states: ['drafting', 'in_review', 'accepted', 'accepted_with_reservation', 'returned'],
  initial: 'drafting',
  final: ['accepted', 'accepted_with_reservation'],
  transitions: [
    { move: 'present', from: ['drafting'], to: 'in_review' },
    { move: 'accept', from: ['in_review'], to: 'accepted' },
    { move: 'accept_with_reservation', from: ['in_review'], to: 'accepted_with_reservation' },
    { move: 'return', from: ['in_review'], to: 'returned' },
    { move: 'change', from: ['in_review', 'accepted', 'accepted_with_reservation', 'returned'], to: 'drafting' },
  ],
};
