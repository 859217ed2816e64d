import type { EntityManager } from 'typeorm';
import { sha256 } from '../audit/account.js';
import type { RotationProblem } from '../engine/terms/chair.js';
import type { Accepted, Message, Refused } from '../engine/decision.js';
import { decideRotation, type RotationCommand } from '../engine/terms/rotation.js';
import type { RotationChanges } from '../engine/terms/rotation-change.js';
import { differences, type DateMove } from '../engine/terms/term-change.js';
import type { TermState } from '../engine/terms/term.js';
import type { Facts, IsoInstant } from '../engine/words.js';
import { withKnownHolders } from './known-members.js';
import { loadRotation, type RotationFacts } from './load-rotation.js';
import { inOneMessageEach, personsOf, toPersons } from './term-messages.js';
import type { VersionedTerm } from './term-rows.js';

/** What an operation on the rotation would do: what people see before they apply it. */
export interface RotationPreview {
  /** To be given back to apply just this; it is void as soon as anything of it has changed. */
  readonly token: string;
  readonly operation: RotationCommand['operation'];
  readonly terms: readonly {
    readonly id: string;
    /** Of the row as it is; null for a term that would be new. */
    readonly version: number | null;
    readonly state: TermState;
    /** Each field that would change, as `{ from, to }`. */
    readonly changed: Facts;
  }[];
  /** Every date that would move, old and new. */
  readonly dates: readonly DateMove[];
  /** Days that nobody would have; until they are filled the outgoing chair serves on. */
  readonly gaps: readonly RotationProblem[];
  /** Handovers under way from or to these terms: their dates follow by re-planning, not by this. */
  readonly handovers: readonly string[];
  /** Persons who would get a message, one each. */
  readonly told: readonly string[];
}

/** An operation, decided and not yet done. */
export interface PlannedOperation {
  readonly facts: RotationFacts;
  readonly decision: Accepted<RotationChanges>;
  /** Each for one person. */
  readonly messages: readonly Message[];
  readonly preview: RotationPreview;
}

/** Decides an operation on the rotation as it stands now; writes nothing. Null when there is no such body. */
export async function planOperation(
  em: EntityManager,
  bodyId: string,
  personId: string,
  command: RotationCommand,
  at: IsoInstant,
): Promise<PlannedOperation | Refused | null> {
  const facts = await loadRotation(em, bodyId, personId, at);
  if (facts === null) return null;
  const { terms, actor, today } = facts;
  const decided = decideRotation(terms, command, actor, today);
  const decision = await withKnownHolders(em, bodyId, holdersNamedBy(command), decided);
  if (decision.refused) return decision;
  const news = { terms, changes: decision.changes.terms, messages: decision.messages };
  const messages = inOneMessageEach(await toPersons(em, bodyId, news, at), command.operation);
  const concerned = messages.flatMap(personsOf).sort();
  const seen = {
    operation: command.operation,
    ...shownOf(decision.changes),
    handovers: await handoversOf(em, bodyId, decision.changes),
  };
  // Whoever applies it may be a colleague of who looked at it: the token is about the same people for both.
  const token = sha256(JSON.stringify({ ...seen, concerned }));
  const told = concerned.filter((person) => person !== personId);
  return { facts, decision, messages, preview: { token, ...seen, told } };
}

function shownOf({ terms, dates, gaps }: RotationChanges): Pick<RotationPreview, 'terms' | 'dates' | 'gaps'> {
  const changed = terms.map(({ before, after }) => ({
    id: after.id,
    version: before === null ? null : (before as VersionedTerm).version,
    state: after.state,
    changed: differences(before, after),
  }));
  return { terms: changed, dates, gaps };
}

/** Only what happens to a turn itself matters to its handover, not that it moved up in the count. */
async function handoversOf(em: EntityManager, bodyId: string, { terms }: RotationChanges): Promise<string[]> {
  const renumbered = ({ before, after }: RotationChanges['terms'][number]): boolean =>
    Object.keys(differences(before, after)).join() === 'position';
  const ids = terms.filter((change) => !renumbered(change)).map(({ after }) => after.id);
  const rows: { id: string }[] = await em.query(
    `SELECT h.id FROM handover h WHERE h.body_id = $1 AND h.state NOT IN ('effected', 'closed', 'cancelled')
       AND (h.outgoing_term_id = ANY ($2) OR h.incoming_term_id = ANY ($2)) ORDER BY h.id`,
    [bodyId, ids],
  );
  return rows.map(({ id }) => id);
}

function holdersNamedBy(command: RotationCommand): readonly string[] {
  switch (command.operation) {
    case 'insert':
      return command.term.holders;
    case 'shift':
      return command.insert?.term.holders ?? [];
    case 'appoint-caretaker':
    case 'set-successor':
      return command.holders;
    case 'withdraw':
      return command.replacement.holders;
    case 'skip':
    case 'swap':
    case 'bridge':
    case 'declare-vacancy':
    case 'move-passage':
      return [];
  }
}
