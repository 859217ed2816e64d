import { describe, expect, test } from '@jest/globals';
import { decideHandover } from '../../src/engine/handovers/decide-handover.js';
import type { HandoverMove, HandoverState } from '../../src/engine/handovers/handover.js';
import { played } from './cast.js';
import { AT, HANDOVER_STATES, moves, standing } from './handover-examples.js';
import { cellsOf, readTable } from './tables.js';

/** Where each move leads from each state; a dash where there is no such move. One chair's signature does not yet lead on. */
const STATE_AFTER = readTable(`
  move     planned    preparing  signing    signed     effected  closed  cancelled
  prepare  preparing  -          -          -          -         -       -
  freeze   -          signing    -          -          -         -       -
  sign     -          -          signing    -          -         -       -
  reopen   -          -          preparing  preparing  -         -       -
  effect   -          effected   effected   effected   -         -       -
  close    -          -          -          -          closed    -       -
  cancel   cancelled  cancelled  cancelled  cancelled  -         -       -
`);

/** What else stands in the way in a state: `unsigned`, both signatures are missing; `unfrozen`, they cannot even be given. */
const MISSING = readTable(`
  move    planned            preparing          signing   signed  effected  closed  cancelled
  effect  unsigned,unfrozen  unsigned,unfrozen  unsigned  -       -         -       unsigned
`);

/** Who is refused what: `again`, where their side has signed already. */
const REFUSED = readTable(`
  move     outDelegate  outLead  inDelegate  inLead  officer    observer   outLead+inLead  officer+outLead  officer+inLead
  prepare  side         side     side        side    -          side       side            -                -
  freeze   side         side     side        side    -          side       side            -                -
  sign     lead,again   again    lead,again  again   side,lead  side,lead  both,again      again            again
  reopen   side         side     side        side    -          side       side            -                -
  effect   side         side     side        side    -          side       side            -                -
  close    side         side     side        side    -          side       side            -                -
  cancel   side         side     side        side    -          side       side            -                -
`);

/** The words of the tables, as codes, in a state. */
function codesFor(words: string, state: HandoverState): readonly string[] {
  const signed = state === 'signed' || state === 'effected' || state === 'closed';
  const told: Readonly<Record<string, readonly string[]>> = {
    '-': [],
    side: ['handover.not_your_side'],
    lead: ['handover.needs_lead'],
    both: ['handover.counts_as_both_chairs'],
    again: signed ? ['handover.already_signed'] : [],
    unsigned: ['handover.signature_missing', 'handover.signature_missing'],
    unfrozen: ['handover.pack_not_frozen'],
  };
  return words.split(',').flatMap((word) => told[word] ?? ['a word that the test does not know']);
}

test('the tables name every state and every move', () => {
  const names = Object.keys(moves).sort();
  expect([...STATE_AFTER.keys()].sort()).toEqual(names);
  expect([...REFUSED.keys()].sort()).toEqual(names);
  expect([...(STATE_AFTER.get('sign')?.keys() ?? [])]).toEqual(HANDOVER_STATES);
});

describe('every move, from every state, by everyone', () => {
  test.each([...STATE_AFTER.keys()] as HandoverMove[])('%s', (move) => {
    for (const [name, words] of REFUSED.get(move) ?? []) {
      for (const state of HANDOVER_STATES) {
        const to = STATE_AFTER.get(move)?.get(state);
        const gates = [
          ...codesFor(words, state),
          ...codesFor(MISSING.get(move)?.get(state) ?? '-', state),
          ...(to === '-' ? ['handover.wrong_state'] : []),
        ].sort();
        const decision = decideHandover(standing(state), moves[move], played(name), AT);
        const outcome = decision.refused
          ? { gates: decision.gates.map((gate) => gate.code).sort() }
          : { state: decision.changes.state };
        expect({ name, state, ...outcome }).toEqual({ name, state, ...(gates.length > 0 ? { gates } : { state: to }) });
      }
    }
  });
});

test('every move can be made by someone from some state', () => {
  const made = cellsOf(STATE_AFTER).filter(
    ([move, state, to]) =>
      to !== '-' &&
      Object.keys(moves).includes(move) &&
      !decideHandover(
        standing(state as HandoverState),
        moves[move as HandoverMove],
        played(move === 'sign' ? 'inLead' : 'officer'),
        AT,
      ).refused,
  );
  expect(new Set(made.map(([move]) => move))).toEqual(new Set(Object.keys(moves)));
});
