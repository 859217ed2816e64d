import { describe, expect, test } from '@jest/globals';
import { decideTerm } from '../../src/engine/terms/decide-term.js';
import { movesFrom, nextState, soundnessProblems } from '../../src/engine/machine.js';
import type { TermCommand } from '../../src/engine/terms/term-moves.js';
import { termMachine, type Term, type TermMove, type TermState } from '../../src/engine/terms/term.js';
import { aTerm, changesOf, codesOf, grounds, outgoingLead, secretariat } from '../support/terms.js';

const TODAY = '2024-01-12';

/** For each move a command that every state accepting the move can carry out. */
const COMMANDS: Readonly<Record<TermMove, TermCommand>> = {
  confirm: { move: 'confirm' },
  start: { move: 'start', on: '2024-01-10' },
  conclude: { move: 'conclude', on: '2024-01-10', ...grounds },
  lapse: { move: 'lapse', ...grounds },
  suspend: { move: 'suspend', on: '2023-10-01', ...grounds },
  resume: { move: 'resume', on: '2023-10-01', ...grounds },
  extend: { move: 'extend', end: '2025-03-31', ...grounds },
  shorten: { move: 'shorten', end: '2024-06-30', ...grounds },
  'change-holder': { move: 'change-holder', holders: ['PT', 'CV'], cause: 'agreed', ...grounds },
  relabel: { move: 'relabel', label: 'January 2024 - January 2025', ...grounds },
};

/** The whole table, written out by hand: state, move, where it leads; whatever is not here is refused. */
const TABLE: Readonly<Record<TermState, Partial<Record<TermMove, TermState>>>> = {
  proposed: {
    confirm: 'confirmed',
    lapse: 'lapsed',
    extend: 'proposed',
    shorten: 'proposed',
    'change-holder': 'proposed',
    relabel: 'proposed',
  },
  confirmed: {
    start: 'serving',
    lapse: 'lapsed',
    extend: 'confirmed',
    shorten: 'confirmed',
    'change-holder': 'confirmed',
    relabel: 'confirmed',
  },
  serving: {
    conclude: 'concluded',
    suspend: 'suspended',
    extend: 'serving',
    shorten: 'serving',
    'change-holder': 'serving',
    relabel: 'serving',
  },
  suspended: {
    resume: 'serving',
    extend: 'suspended',
    shorten: 'suspended',
    'change-holder': 'suspended',
    relabel: 'suspended',
  },
  concluded: {},
  lapsed: {},
};

function inState(state: TermState): Term {
  const begun = state === 'serving' || state === 'suspended' || state === 'concluded';
  return aTerm({
    id: '2023-pt',
    state,
    planned: { start: '2023-02-01', end: '2025-01-30' },
    effective: { start: begun ? '2023-02-01' : null, end: state === 'concluded' ? '2025-01-30' : null },
    pauses: state === 'suspended' ? [{ from: '2023-09-01', until: null }] : [],
  });
}

const cells = termMachine.states.flatMap((state) =>
  (Object.keys(COMMANDS) as TermMove[]).map((move) => ({ state, move, to: TABLE[state][move] ?? null })),
);

describe('the machine of terms', () => {
  test('has no unknown, unreachable, dead-end or ambiguous state', () => {
    expect(soundnessProblems(termMachine)).toEqual([]);
  });

  test('rests only when a term is concluded or lapsed', () => {
    expect(termMachine.final).toEqual(['concluded', 'lapsed']);
    expect(termMachine.final.flatMap((state) => movesFrom(termMachine, state))).toEqual([]);
  });

  test.each(cells)('$move from $state leads to $to', ({ state, move, to }) => {
    expect(nextState(termMachine, state, move)).toBe(to);
  });
});

describe('every state with every move', () => {
  test.each(cells.filter((cell) => cell.to !== null))('a $state term takes $move and is $to', ({ state, move, to }) => {
    const { after, before } = changesOf(decideTerm(inState(state), [], COMMANDS[move], secretariat, TODAY));
    expect(before?.state).toBe(state);
    expect(after.state).toBe(to);
  });

  test.each(cells.filter((cell) => cell.to === null))('a $state term refuses $move', ({ state, move }) => {
    expect(codesOf(decideTerm(inState(state), [], COMMANDS[move], secretariat, TODAY))).toContain('term.wrong_state');
  });

  test.each(cells.filter((cell) => cell.to !== null))(
    'a chair cannot $move a $state term itself',
    ({ state, move }) => {
      expect(codesOf(decideTerm(inState(state), [], COMMANDS[move], outgoingLead, TODAY))).toEqual([
        'term.not_your_side',
      ]);
    },
  );

  test.each(cells.filter((cell) => cell.to === cell.state))(
    '$move keeps a term $state, needs a reason and a decision, and leaves a revision',
    ({ state, move }) => {
      const term = inState(state);
      const command = { ...COMMANDS[move], ...grounds };
      const decision = decideTerm(term, [], command, secretariat, TODAY);
      const { revision, after } = changesOf(decision);
      expect(revision).toMatchObject({ term: term.id, by: move, ...grounds });
      expect(Object.keys(revision?.changed ?? {})).not.toEqual([]);
      expect(after).not.toEqual(term);
      const unfounded = { ...command, reason: ' ', decidedBy: '' };
      expect(codesOf(decideTerm(term, [], unfounded, secretariat, TODAY))).toEqual([
        'term.text_missing',
        'term.text_missing',
      ]);
    },
  );
});
