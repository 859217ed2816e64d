import { describe, expect, test } from '@jest/globals';
import { decideTask } from '../../src/engine/tasks/decide-task.js';
import { soundnessProblems } from '../../src/engine/machine.js';
import {
  taskMachine,
  type Submission,
  type TaskFacts,
  type TaskMove,
  type TaskState,
} from '../../src/engine/tasks/task.js';
import { played } from './cast.js';
import { commands, NOW, STATES, task } from './task-examples.js';
import { cellsOf, readTable } from './tables.js';

/** Where each move leads from each state; a dash where there is no such move, `same` where it keeps the state. */
const STATE_AFTER = readTable(`
  move            open       started    submitted  returned   accepted  waived  committed
  start           started    -          -          started    -         -       -
  submit          -          submitted  -          -          -         -       -
  return          -          -          returned   -          -         -       -
  accept          -          -          accepted   -          -         -       -
  waive           waived     waived     waived     waived     -         -       -
  commit          committed  committed  committed  committed  -         -       -
  reopen          -          -          -          -          started   -       -
  fulfil          -          -          -          -          -         -       same
  comment         same       same       same       same       same      same    same
  reassign        same       same       same       same       -         -       -
  pin             same       same       same       same       -         -       -
  unpin           same       same       same       same       -         -       -
  addEvidence     same       same       same       same       same      -       same
  removeEvidence  same       same       -          same       -         -       -
`);

/**
 * Who is refused what, whatever the state: `side`, it is not theirs; `lead`, only a lead may; `acceptor`, they count as
 * the accepting side too; `both`, they count as both chairs. Some words depend on where the task stands: `eyes`, their
 * side submitted it; `owes`, they count as the side that owes it, while nobody has submitted it; `again`, their side has
 * given this answer already.
 */
const REFUSED = {
  'outgoing to incoming, mandatory': readTable(`
    move            outDelegate          outLead              inDelegate     inLead         officer    observer   outLead+inLead  officer+outLead      officer+inLead
    start           -                    -                    side           side           side       side       -               -                    side
    submit          -                    -                    side,acceptor  side,acceptor  side       side       acceptor        -                    side,acceptor
    return          side                 side                 -              -              side       side       -               side                 -
    accept          side,eyes            side,eyes            -              -              side       side       eyes            side,eyes            -
    waive           side,lead,eyes,owes  side,lead,eyes,owes  lead           -              side,lead  side,lead  eyes,owes       side,lead,eyes,owes  -
    commit          side,lead,owes       side,lead,owes       lead           -              side,lead  side,lead  owes            side,lead,owes       -
    reopen          side                 side                 -              -              side       side       -               side                 -
    fulfil          side                 side                 -              -              side       side       -               side                 -
    comment         -                    -                    -              -              -          side       -               -                    -
    reassign        -                    -                    side           side           -          side       -               -                    -
    pin             side                 side                 side           side           -          side       side            -                    -
    unpin           side                 side                 side           side           -          side       side            -                    -
    addEvidence     -                    -                    -              -              -          side       -               -                    -
    removeEvidence  -                    -                    side           side           -          side       -               -                    -
  `),
  'joint to secretariat, optional': readTable(`
    move            outDelegate     outLead         inDelegate  inLead     officer        observer   outLead+inLead  officer+outLead  officer+inLead
    start           -               -               -           -          side           side       -               -                -
    submit          -               -               -           -          side,acceptor  side       -               acceptor         acceptor
    return          side            side            side        side       -              side       side            -                -
    accept          side,eyes       side,eyes       side        side       -              side       side,eyes       eyes             -
    waive           side,eyes,owes  side,eyes,owes  side,owes   side,owes  -              side       side,eyes,owes  eyes,owes        owes
    commit          side,lead,owes  side,lead,owes  lead        -          side,lead      side,lead  owes            side,lead,owes   -
    reopen          side            side            side        side       -              side       side            -                -
    fulfil          side            side            -           -          side           side       -               side             -
    comment         -               -               -           -          -              side       -               -                -
    reassign        -               -               -           -          -              side       -               -                -
    pin             side            side            side        side       -              side       side            -                -
    unpin           side            side            side        side       -              side       side            -                -
    addEvidence     -               -               -           -          -              side       -               -                -
    removeEvidence  -               -               -           -          -              side       -               -                -
  `),
  'secretariat to joint, mandatory': readTable(`
    move            outDelegate    outLead        inDelegate     inLead         officer              observer   outLead+inLead  officer+outLead   officer+inLead
    start           side           side           side           side           -                    side       side            -                 -
    submit          side,acceptor  side,acceptor  side,acceptor  side,acceptor  -                    side       side,acceptor   acceptor          acceptor
    return          -              -              -              -              side                 side       -               -                 -
    accept          again          again          again          again          side,eyes            side       both,again      eyes,again        eyes,again
    waive           lead,again     again          lead,again     again          side,lead,eyes,owes  side,lead  both,again      eyes,owes,again   eyes,owes,again
    commit          side,lead      side,lead      lead           -              side,lead,owes       side,lead  -               side,lead,owes    owes
    reopen          -              -              -              -              side                 side       -               -                 -
    fulfil          side           side           -              -              side                 side       -               side              -
    comment         -              -              -              -              -                    side       -               -                 -
    reassign        side           side           side           side           -                    side       side            -                 -
    pin             side           side           side           side           -                    side       side            -                 -
    unpin           side           side           side           side           -                    side       side            -                 -
    addEvidence     -              -              -              -              -                    side       -               -                 -
    removeEvidence  side           side           side           side           -                    side       side            -                 -
  `),
  'outgoing to nobody, optional': readTable(`
    move            outDelegate     outLead         inDelegate  inLead  officer    observer   outLead+inLead  officer+outLead  officer+inLead
    start           -               -               side        side    side       side       -               -                side
    submit          -               -               side        side    side       side       -               -                side
    return          side            side            side        side    -          side       side            -                -
    accept          side,eyes       side,eyes       side        side    -          side       side,eyes       eyes             -
    waive           side,eyes,owes  side,eyes,owes  side        side    -          side       side,eyes,owes  eyes,owes        -
    commit          side,lead,owes  side,lead,owes  lead        -       side,lead  side,lead  owes            side,lead,owes   -
    reopen          side            side            side        side    -          side       side            -                -
    fulfil          side            side            -           -       side       side       -               side             -
    comment         -               -               -           -       -          side       -               -                -
    reassign        -               -               side        side    -          side       -               -                -
    pin             side            side            side        side    -          side       side            -                -
    unpin           side            side            side        side    -          side       side            -                -
    addEvidence     -               -               side        side    -          side       -               -                -
    removeEvidence  -               -               side        side    -          side       -               -                -
  `),
} as const;

type Kind = keyof typeof REFUSED;

const byOutgoing: Submission = { sides: ['outgoing'], persons: ['rachid'] };
const bySecretariat: Submission = { sides: ['secretariat'], persons: ['vera'] };

const KINDS: Readonly<Record<Kind, { readonly facts: Partial<TaskFacts>; readonly submission: Submission }>> = {
  'outgoing to incoming, mandatory': { facts: {}, submission: byOutgoing },
  'joint to secretariat, optional': {
    facts: { owner: 'joint', acceptedBy: 'secretariat', mandatory: false },
    submission: byOutgoing,
  },
  'secretariat to joint, mandatory': {
    facts: { owner: 'secretariat', acceptedBy: 'joint' },
    submission: bySecretariat,
  },
  'outgoing to nobody, optional': { facts: { acceptedBy: null, mandatory: false }, submission: byOutgoing },
};

/** The words of the tables, as codes, in a state. */
function codesFor(words: string, move: string, state: TaskState): readonly string[] {
  const submitted = state === 'submitted' || state === 'returned' || state === 'accepted';
  const told: Readonly<Record<string, string | null>> = {
    '-': null,
    side: 'task.not_your_side',
    lead: 'task.needs_lead',
    acceptor: 'task.counts_as_acceptor',
    both: 'task.counts_as_both_chairs',
    eyes: submitted ? 'task.own_side_submitted' : null,
    owes: submitted && move === 'waive' ? null : 'task.own_side_owes',
    again: state === (move === 'accept' ? 'accepted' : 'waived') ? 'task.already_agreed' : null,
  };
  return words
    .split(',')
    .map((word) => told[word])
    .filter((code) => typeof code === 'string');
}

/** A task as it stands in a state, both chairs having answered where both had to. */
function standing(kind: Kind, state: TaskState): TaskFacts {
  const { facts, submission } = KINDS[kind];
  const submitted = state === 'submitted' || state === 'returned' || state === 'accepted';
  const both = facts.acceptedBy === 'joint';
  return {
    ...task,
    ...facts,
    state,
    pinned: '2024-01-20',
    submittedBy: submitted ? submission : null,
    acceptances: both && state === 'accepted' ? ['outgoing', 'incoming'] : [],
    waivers: both && state === 'waived' ? ['outgoing', 'incoming'] : [],
  };
}

/** The state after an allowed move: where the tables say, but for two cases that follow from who accepts. */
function stateAfter(kind: Kind, move: string, state: TaskState, to: string): string {
  const { acceptedBy } = { ...task, ...KINDS[kind].facts };
  if (acceptedBy === null && move === 'submit') return 'accepted';
  if (acceptedBy === 'joint' && (move === 'accept' || move === 'waive')) return state;
  return to === 'same' ? state : to;
}

const kinds = Object.keys(REFUSED) as Kind[];

test('the machine of tasks is sound', () => {
  expect(soundnessProblems(taskMachine)).toEqual([]);
});

test('the tables name every state and every move', () => {
  const moves = Object.keys(commands).sort();
  expect([...STATE_AFTER.keys()].sort()).toEqual(moves);
  expect([...(STATE_AFTER.get('start')?.keys() ?? [])]).toEqual(STATES);
  for (const kind of kinds) expect([...REFUSED[kind].keys()].sort()).toEqual(moves);
});

describe.each(kinds)('%s: every move, from every state, by everyone', (kind) => {
  test.each([...STATE_AFTER.keys()] as TaskMove[])('%s', (move) => {
    for (const [name, words] of REFUSED[kind].get(move) ?? []) {
      for (const state of STATES) {
        const to = STATE_AFTER.get(move)?.get(state) ?? '';
        const gates = [...codesFor(words, move, state), ...(to === '-' ? ['task.wrong_state'] : [])].sort();
        const decision = decideTask(standing(kind, state), commands[move], played(name), NOW);
        const outcome = decision.refused
          ? { gates: decision.gates.map((gate) => gate.code).sort() }
          : { state: decision.changes.state };
        const expected = gates.length > 0 ? { gates } : { state: stateAfter(kind, move, state, to) };
        expect({ name, state, ...outcome }).toEqual({ name, state, ...expected });
      }
    }
  });
});

describe('the handover stands over its tasks', () => {
  /** Every move by someone who may make it, from a state that has it. */
  const MOVERS = readTable(`
    move            by           from
    start           outDelegate  open
    submit          outDelegate  started
    return          inLead       submitted
    accept          inLead       submitted
    waive           inLead       open
    commit          inLead       open
    reopen          inLead       accepted
    fulfil          inLead       committed
    comment         inLead       accepted
    reassign        officer      open
    pin             officer      open
    unpin           officer      open
    addEvidence     outDelegate  started
    removeEvidence  outDelegate  started
  `);
  const able = [...MOVERS].map(([move, row]) => [move, row.get('by') ?? '', row.get('from') ?? ''] as const);
  const kind = 'outgoing to incoming, mandatory';
  const codes = (move: string, by: string, from: string, handoverState: TaskFacts['handoverState']) => {
    const facts = { ...standing(kind, from as TaskState), handoverState };
    const decision = decideTask(facts, commands[move as TaskMove], played(by), NOW);
    return decision.refused ? decision.gates.map((gate) => gate.code) : [];
  };

  test.each(['planned', 'preparing'] as const)('while it is %s every move can be made', (handoverState) => {
    for (const row of able) expect([row[0], codes(...row, handoverState)]).toEqual([row[0], []]);
  });

  test.each(['signing', 'signed', 'effected'] as const)(
    'while it is %s only accepted tasks stand still',
    (handoverState) => {
      for (const row of able) {
        expect([row[0], codes(...row, handoverState)]).toEqual([
          row[0],
          row[0] === 'reopen' ? ['task.pack_frozen'] : [],
        ]);
      }
    },
  );

  test.each(['closed', 'cancelled'] as const)(
    'once it is %s nothing moves, but that a commitment can still be done once it is closed',
    (handoverState) => {
      for (const row of able) {
        const outlives = row[0] === 'fulfil' && handoverState === 'closed';
        expect([row[0], codes(...row, handoverState)]).toEqual([row[0], outlives ? [] : ['task.handover_over']]);
      }
    },
  );

  test('in a frozen pack the evidence of accepted and committed tasks does not change, that of unfinished ones does', () => {
    for (const handoverState of ['signing', 'signed', 'effected'] as const) {
      expect(codes('addEvidence', 'outDelegate', 'accepted', handoverState)).toEqual(['task.pack_frozen']);
      expect(codes('addEvidence', 'outDelegate', 'committed', handoverState)).toEqual(['task.pack_frozen']);
      expect(codes('removeEvidence', 'outDelegate', 'accepted', handoverState)).toContain('task.pack_frozen');
      expect(codes('addEvidence', 'outDelegate', 'submitted', handoverState)).toEqual([]);
      expect(codes('removeEvidence', 'outDelegate', 'returned', handoverState)).toEqual([]);
    }
    expect(codes('addEvidence', 'outDelegate', 'accepted', 'preparing')).toEqual([]);
  });
});

test('every cell of the tables is written in words that the test knows', () => {
  const words = kinds.flatMap((kind) => cellsOf(REFUSED[kind]).flatMap(([, , cell]) => cell.split(',')));
  expect([...new Set(words)].sort()).toEqual(['-', 'acceptor', 'again', 'both', 'eyes', 'lead', 'owes', 'side']);
});
