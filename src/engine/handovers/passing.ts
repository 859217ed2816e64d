import type { Actor, UnmetGate } from '../decision.js';
import { isSettled } from '../tasks/task.js';
import type { HandoverFacts } from './handover-facts.js';
import { isDecided } from './section.js';
import { belongsBeforeHandover, handoverGates } from './handover-gates.js';

/** What has to be there before the chair passes, in the order in which it comes about. */
export const CONDITIONS = [
  'tasks',
  'sections',
  'frozen',
  'signed_outgoing',
  'signed_incoming',
  'blocking',
  'terms',
  'date',
] as const;
export type ConditionName = (typeof CONDITIONS)[number];

/** One condition: met where no gate of it is open. */
export interface Condition {
  readonly name: ConditionName;
  readonly gates: readonly UnmetGate[];
  /** How far it has come, where that can be counted. */
  readonly count?: { readonly done: number; readonly of: number };
}

/** Everything is asked as the secretariat would ask, so that only what lies in the handover itself is left. */
const SECRETARIAT: Actor = { personId: '-', hats: [{ personId: '-', side: 'secretariat', role: 'secretariat' }] };

const TERMS = ['handover.term_not_serving', 'handover.successor_not_confirmed', 'handover.successor_unknown'];
const DATE = ['handover.date_missing', 'handover.too_early'];

/** Each condition for the chair to pass, with what stands against it. Decides nothing: the same gates do, when it is asked for. */
export function passingConditions(facts: HandoverFacts): readonly Condition[] {
  const freeze = handoverGates(facts, { move: 'freeze' }, SECRETARIAT);
  const effect = handoverGates(facts, { move: 'effect' }, SECRETARIAT);
  const before = facts.tasks.filter((task) => task.mandatory && belongsBeforeHandover(task, facts.anchors));
  const blocking = facts.tasks.filter((task) => task.blocksHandover);
  const signed = (side: string): readonly UnmetGate[] =>
    effect.filter(({ code, facts: said }) => code === 'handover.signature_missing' && said.side === side);
  return [
    { name: 'tasks', gates: only(freeze, ['handover.task_unsettled']), count: settled(before) },
    { name: 'sections', gates: only(freeze, ['handover.section_undecided']), count: decided(facts) },
    { name: 'frozen', gates: only(effect, ['handover.pack_not_frozen']) },
    { name: 'signed_outgoing', gates: signed('outgoing') },
    { name: 'signed_incoming', gates: signed('incoming') },
    { name: 'blocking', gates: only(effect, ['handover.task_unsettled']), count: settled(blocking) },
    { name: 'terms', gates: only(effect, TERMS) },
    { name: 'date', gates: only(effect, DATE) },
  ];
}

function only(gates: readonly UnmetGate[], codes: readonly string[]): readonly UnmetGate[] {
  return gates.filter(({ code }) => codes.includes(code));
}

function decided({ sections }: HandoverFacts): { readonly done: number; readonly of: number } {
  return { done: sections.filter(isDecided).length, of: sections.length };
}

function settled(tasks: HandoverFacts['tasks']): { readonly done: number; readonly of: number } {
  return { done: tasks.filter(isSettled).length, of: tasks.length };
}
