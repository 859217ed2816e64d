/**
 * State machines as data. A machine is one table; whether it is sound, which moves exist from a state
 * and what it looks like all follow from that table, so nothing about it is written down twice.
 */

/** One row of a machine's table: this move leads from any of these states to that one. */
export interface Transition<State extends string, Move extends string> {
  readonly move: Move;
  readonly from: readonly State[];
  /** `same`: the move is allowed here and keeps the state. */
  readonly to: State | 'same';
}

/** A machine: its states, where it starts, where it may rest for good, and its table of moves. */
export interface Machine<State extends string, Move extends string> {
  readonly name: string;
  readonly states: readonly State[];
  readonly initial: State;
  /** States in which the thing may stay for ever. A final state may still have moves out of it. */
  readonly final: readonly State[];
  readonly transitions: readonly Transition<State, Move>[];
}

/** The state this move leads to, or null when the move does not exist from that state. */
export function nextState<State extends string, Move extends string>(
  machine: Machine<State, Move>,
  state: State,
  move: Move,
): State | null {
  const row = machine.transitions.find((each) => each.move === move && each.from.includes(state));
  return row === undefined ? null : landing(row, state);
}

/** Every move that exists from this state, in the order of the table. */
export function movesFrom<State extends string, Move extends string>(
  machine: Machine<State, Move>,
  state: State,
): readonly Move[] {
  const moves = machine.transitions.filter((row) => row.from.includes(state)).map((row) => row.move);
  return [...new Set(moves)];
}

/** Every state from which this move exists, in the order of the machine's states: what a refusal names as the way out. */
export function statesWith<State extends string, Move extends string>(
  machine: Machine<State, Move>,
  move: Move,
): readonly State[] {
  return machine.states.filter((state) => nextState(machine, state, move) !== null);
}

/** Whether this move exists from this state or from any that can still follow it. */
export function isStillPossible<State extends string, Move extends string>(
  machine: Machine<State, Move>,
  state: State,
  move: Move,
): boolean {
  const following = statesReachedFrom(machine, state);
  return statesWith(machine, move).some((each) => following.has(each));
}

/**
 * What is wrong with a machine, in words; empty when it is sound. Sound means that every state named is
 * a state of the machine, every state can be reached from the initial one, from every state some final
 * state can be reached, and no move leads from one state to two.
 */
export function soundnessProblems<State extends string, Move extends string>(
  machine: Machine<State, Move>,
): readonly string[] {
  return [
    ...unknownStates(machine),
    ...unreachableStates(machine),
    ...deadEnds(machine),
    ...ambiguousMoves(machine),
  ].map((problem) => `${machine.name}: ${problem}`);
}

/** The machine as a Mermaid `stateDiagram-v2`, one arrow for each pair of states, labelled with its moves. */
export function drawMermaid<State extends string, Move extends string>(machine: Machine<State, Move>): string {
  const arrows = machine.states.flatMap((from) =>
    machine.states.flatMap((to) => {
      const moves = movesFrom(machine, from).filter((move) => nextState(machine, from, move) === to);
      return moves.length === 0 ? [] : [`  ${from} --> ${to} : ${moves.join(', ')}`];
    }),
  );
  const ends = machine.final.map((state) => `  ${state} --> [*]`);
  return ['stateDiagram-v2', `  [*] --> ${machine.initial}`, ...arrows, ...ends, ''].join('\n');
}

function landing<State extends string>(row: Transition<State, string>, from: State): State {
  return row.to === 'same' ? from : row.to;
}

function unknownStates(machine: Machine<string, string>): string[] {
  const known = new Set(machine.states);
  const named = [
    machine.initial,
    ...machine.final,
    ...machine.transitions.flatMap((row) => (row.to === 'same' ? row.from : [...row.from, row.to])),
  ];
  const unknown = [...new Set(named)].filter((state) => !known.has(state));
  return unknown.map((state) => `unknown state ${state}`);
}

function unreachableStates(machine: Machine<string, string>): string[] {
  const reached = statesReachedFrom(machine, machine.initial);
  return machine.states.filter((state) => !reached.has(state)).map((state) => `unreachable state ${state}`);
}

/** A state is a dead end when no final state can be reached from it: stuck at once, or going round for ever. */
function deadEnds(machine: Machine<string, string>): string[] {
  const leadsHome = closure(machine.final, (state) =>
    machine.transitions.filter((row) => row.to === state).flatMap((row) => row.from),
  );
  return machine.states.filter((state) => !leadsHome.has(state)).map((state) => `dead-end state ${state}`);
}

function ambiguousMoves(machine: Machine<string, string>): string[] {
  return machine.states.flatMap((state) =>
    movesFrom(machine, state)
      .filter((move) => new Set(targets(machine, state, move)).size > 1)
      .map((move) => `move ${move} from ${state} leads to ${targets(machine, state, move).join(' and ')}`),
  );
}

function targets(machine: Machine<string, string>, state: string, move: string): string[] {
  return machine.transitions
    .filter((row) => row.move === move && row.from.includes(state))
    .map((row) => landing(row, state));
}

function statesReachedFrom(machine: Machine<string, string>, start: string): ReadonlySet<string> {
  return closure([start], (state) =>
    machine.transitions.filter((row) => row.from.includes(state)).map((row) => landing(row, state)),
  );
}

/** Everything reachable from these states by repeating the step, the starting states included. */
function closure(start: readonly string[], step: (state: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(start);
  for (const state of seen) for (const next of step(state)) seen.add(next);
  return seen;
}
