import { describe, expect, test } from '@jest/globals';
import { decideSection } from '../../src/engine/handovers/decide-section.js';
import type { HandoverState } from '../../src/engine/handovers/handover.js';
import type { SectionMove, SectionState } from '../../src/engine/handovers/section.js';
import { played } from './cast.js';
import { HANDOVER_STATES } from './handover-examples.js';
import { AT, moves, refusedFor, SECTION_STATES, standing } from './section-examples.js';
import { cellsOf, readTable } from './tables.js';

/** Where each move leads from each state; a dash where there is no such move. */
const STATE_AFTER = readTable(`
  move                     drafting   in_review                  accepted  accepted_with_reservation  returned
  present                  in_review  -                          -         -                          in_review
  accept                   -          accepted                   -         -                          -
  accept_with_reservation  -          accepted_with_reservation  -         -                          -
  return                   -          returned                   -         -                          -
  change                   -          drafting                   drafting  drafting                   drafting
`);

/** Who is refused what; `own` only once somebody of the outgoing side has presented. */
const REFUSED = readTable(`
  move                     outDelegate    outLead        inDelegate  inLead         officer    observer   outLead+inLead  officer+outLead  officer+inLead
  present                  -              -              side,torn   side,torn      -          side       torn            -                torn
  accept                   side,own       side,own       -           -              side       side       own             side,own         -
  accept_with_reservation  side,lead,own  side,lead,own  lead        -              side,lead  side,lead  own             side,lead,own    -
  return                   side,own       side,own       -           -              side       side       own             side,own         -
  change                   -              -              side        side           -          side       -               -                -
`);

const CODES: Readonly<Record<string, string>> = {
  side: 'section.not_your_side',
  lead: 'section.needs_lead',
  own: 'section.own_side_presented',
  torn: 'section.counts_as_reviewer',
};

function codesFor(words: string, state: SectionState): string[] {
  const held = words.split(',').filter((word) => word !== '-' && (word !== 'own' || state !== 'drafting'));
  return held.map((word) => CODES[word] ?? 'a word that the test does not know');
}

test('the tables name every state and every move', () => {
  const names = Object.keys(moves).sort();
  expect([...STATE_AFTER.keys()].sort()).toEqual(names);
  expect([...REFUSED.keys()].sort()).toEqual(names);
  for (const row of STATE_AFTER.values()) expect([...row.keys()]).toEqual(SECTION_STATES);
});

describe('every move, from every state, by everyone', () => {
  test.each([...STATE_AFTER.keys()] as SectionMove[])('%s', (move) => {
    for (const [name, words] of REFUSED.get(move) ?? []) {
      for (const state of SECTION_STATES) {
        const to = STATE_AFTER.get(move)?.get(state);
        const gates = [...codesFor(words, state), ...(to === '-' ? ['section.wrong_state'] : [])].sort();
        const decision = decideSection(standing(state), moves[move], played(name), AT);
        const outcome = decision.refused
          ? { gates: decision.gates.map((gate) => gate.code).sort() }
          : { state: decision.changes.state };
        expect({ name, state, ...outcome }).toEqual({ name, state, ...(gates.length > 0 ? { gates } : { state: to }) });
      }
    }
  });
});

test('every move that the table has can be made by someone', () => {
  const by = {
    present: 'outLead',
    accept: 'inLead',
    accept_with_reservation: 'inLead',
    return: 'inLead',
    change: 'officer',
  };
  const made = cellsOf(STATE_AFTER).filter(([, , to]) => to !== '-');
  expect(made.length).toBe(9);
  for (const [move, state] of made) {
    const refused = refusedFor(
      standing(state as SectionState),
      moves[move as SectionMove],
      played(by[move as SectionMove]),
    );
    expect({ move, state, refused }).toEqual({ move, state, refused: [] });
  }
});

describe('the handover must be in preparation', () => {
  const before: readonly HandoverState[] = ['planned', 'signing', 'signed'];
  test.each(HANDOVER_STATES.filter((state) => state !== 'preparing'))('not %s', (handoverState) => {
    for (const move of Object.keys(moves) as SectionMove[]) {
      const state: SectionState = move === 'present' ? 'drafting' : 'in_review';
      const person = played(move === 'present' || move === 'change' ? 'outLead' : 'inLead');
      const decision = decideSection({ ...standing(state), handoverState }, moves[move], person, AT);
      expect(decision).toEqual({
        refused: true,
        gates: [
          {
            code: 'section.pack_not_open',
            facts: { handoverState },
            whose: before.includes(handoverState) ? 'secretariat' : 'nobody',
            about: { kind: 'handover', id: '2024-pt' },
          },
        ],
      });
    }
  });
});
