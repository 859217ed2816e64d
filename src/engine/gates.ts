import type { Actor, UnmetGate } from './decision.js';
import { actingSides, leadingHats } from './desks.js';
import { localDate } from './time/zones.js';
import { isStillPossible, nextState, statesWith, type Machine } from './machine.js';
import type { Desk, Facts, IsoDate, IsoInstant, Side } from './words.js';

/**
 * The conditions that several kinds of moves share. A gate is null when it is met. Every gate is asked for itself
 * and none hides another, so that a refusal can list all that is missing.
 */
export type Gate = UnmetGate | null;

/** What the asked-about thing is; gates carry it as the first part of their code. */
export type Subject = 'task' | 'handover' | 'section';

/** The last inhabited place where a day ends: a date that is over there is over everywhere. */
const LAST_PLACE_OF_A_DAY = 'Pacific/Pago_Pago';

/** The gates of a list that are not met. */
export function unmet(gates: readonly Gate[]): readonly UnmetGate[] {
  return gates.filter((gate) => gate !== null);
}

/** `condition` holds, or this gate is not met. */
export function holds(condition: boolean, code: string, whose: UnmetGate['whose'], facts: Facts = {}): Gate {
  return condition ? null : { code, facts, whose };
}

/**
 * The machine has this move from the present state. Where it has not, `whose` can bring the thing to a state in
 * which it does; nobody can when no such state follows.
 */
export function stateAllows<State extends string, Move extends string>(
  machine: Machine<State, Move>,
  state: State,
  move: Move,
  whose: UnmetGate['whose'],
): Gate {
  if (nextState(machine, state, move) !== null) return null;
  return {
    code: `${machine.name}.wrong_state`,
    facts: { move, state, allowedFrom: statesWith(machine, move) },
    whose: isStillPossible(machine, state, move) ? whose : 'nobody',
  };
}

/** The actor speaks for at least one of these desks. */
export function speaksFor(subject: Subject, actor: Actor, desks: readonly [Desk, ...Desk[]]): Gate {
  return holds(actingSides(actor, desks).length > 0, `${subject}.not_your_side`, desks[0], { desks });
}

/** The actor leads at least one of these desks, or stands in for someone who does. */
export function leads(subject: Subject, actor: Actor, desks: readonly [Desk, ...Desk[]]): Gate {
  return holds(leadingHats(actor, desks).length > 0, `${subject}.needs_lead`, desks[0], { desks });
}

/**
 * Where both chairs must speak, each speaks through a person of its own: someone who counts as both of them, by
 * standing in, speaks for neither.
 */
export function speaksForOneChair(subject: Subject, sides: readonly Side[]): Gate {
  return holds(sides.length < 2, `${subject}.counts_as_both_chairs`, 'joint', { sides });
}

/** A reason was written; blank space is none. */
export function reasonIsGiven(move: string, reason: string, whose: Desk): Gate {
  return holds(reason.trim() !== '', 'reason.missing', whose, { move });
}

/** The date is not over yet everywhere on earth; which day it is for the asking side is not known here. */
export function dateIsAhead(subject: Subject, date: IsoDate, at: IsoInstant, whose: Desk): Gate {
  const today = localDate(at, LAST_PLACE_OF_A_DAY);
  return holds(date >= today, `${subject}.date_past`, whose, { date, today });
}
