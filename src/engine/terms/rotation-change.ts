import { gaps } from './chair.js';
import type { RotationProblem } from './chair.js';
import type { Accepted, Happening, Message } from '../decision.js';
import { dateMoves, differences, happening, message } from './term-change.js';
import type { DateMove, TermChange } from './term-change.js';
import { inOrder } from './term.js';
import type { Term } from './term.js';
import type { Grounds } from './term-moves.js';
import type { Facts } from '../words.js';

/** What a decision about several terms changes. Before it is applied, the same value is its preview. */
export interface RotationChanges {
  /** New and changed terms, in the order of the rotation. */
  readonly terms: readonly TermChange[];
  readonly dates: readonly DateMove[];
  /** What the rotation lacks afterwards; until a gap in the plan is closed the outgoing chair serves on. */
  readonly gaps: readonly RotationProblem[];
}

/** The rotation after these changes: what the rows will say. */
export function applied(terms: readonly Term[], changes: RotationChanges): readonly Term[] {
  const changed = new Map(changes.terms.map((change) => [change.after.id, change.after]));
  const known = new Set(terms.map((term) => term.id));
  const added = [...changed.values()].filter((term) => !known.has(term.id));
  return inOrder([...terms.map((term) => changed.get(term.id) ?? term), ...added]);
}

/** The changes that lead from one state of a rotation to another; `grounds` null when the move answers for itself. */
export function changesBetween(
  before: readonly Term[],
  after: readonly Term[],
  by: string,
  grounds: Grounds | null,
): RotationChanges {
  const old = new Map(before.map((term) => [term.id, term]));
  const terms = inOrder(after).flatMap((term): readonly TermChange[] => {
    const was = old.get(term.id) ?? null;
    if (was === term) return [];
    const changed = differences(was, term);
    if (Object.keys(changed).length === 0) return [];
    return [
      { before: was, after: term, revision: grounds === null ? null : { term: term.id, by, ...grounds, changed } },
    ];
  });
  const dates = terms.flatMap((change) => dateMoves(change.before, change.after));
  return { terms, dates, gaps: gaps(after) };
}

/**
 * The answer yes: a line in the account for every term that changes, and a message for every one whose holders are
 * concerned; a term that only moved up in the count concerns nobody.
 */
export function acceptedChanges(
  changes: RotationChanges,
  by: string,
  facts: Facts,
  reason: string | undefined,
  urgent: boolean,
): Accepted<RotationChanges> | null {
  const lines = changes.terms.map((change): Happening => {
    const all = { operation: by, ...differences(change.before, change.after), ...facts };
    return happening(actionOf(change), change.after, all, reason);
  });
  const [first, ...rest] = lines;
  if (first === undefined) return null;
  const messages = changes.terms
    .filter((change) => actionOf(change) !== 'term.renumbered')
    .map((change): Message => messageOf(change, by, urgent));
  return { refused: false, changes, happenings: [first, ...rest], messages };
}

function messageOf(change: TermChange, by: string, urgent: boolean): Message {
  return message(
    actionOf(change),
    change.after,
    { operation: by, ...differences(change.before, change.after) },
    urgent,
  );
}

function actionOf({ before, after }: TermChange): string {
  if (before === null) return 'term.proposed';
  if (before.state !== after.state) return `term.${after.state === 'serving' ? 'started' : after.state}`;
  if (before.holders.join() !== after.holders.join()) return 'term.holder_changed';
  return dateMoves(before, after).length > 0 || before.kind !== after.kind ? 'term.redated' : 'term.renumbered';
}
