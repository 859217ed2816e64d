import { v7 as uuid } from 'uuid';
import type { Message } from '../engine/decision.js';
import type { Facts, IsoInstant } from '../engine/words.js';

/** A message that someone is owed, as the ledger keeps it: written in the transaction of its cause. */
export interface Owed {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly taskId: string | null;
  /** Which step of the reminder ladder; null for a message about an event. */
  readonly rung: string | null;
  /** Desks, resolved to people when the message falls due. Empty when it is for one person. */
  readonly audience: readonly string[];
  readonly recipientId: string | null;
  readonly urgent: boolean;
  readonly facts: Facts;
  readonly planRevision: number | null;
  readonly dueAt: IsoInstant;
}

/**
 * The ledger rows for what a decision wants told: one per named person, and one for all its desks together.
 * @param taskId the task that `owner` and `acceptedBy` refer to, when there is one.
 * @param by who caused it; they are not told of their own doing.
 */
export function owedFor(messages: readonly Message[], taskId: string | null, by: string, at: IsoInstant): Owed[] {
  return messages.flatMap((message) => {
    const desks = message.to.filter((audience) => typeof audience === 'string');
    const persons = message.to.filter((audience) => typeof audience !== 'string').map(({ person }) => person);
    const row = (audience: readonly string[], recipientId: string | null): Owed => ({
      id: uuid(),
      kind: message.kind,
      subject: message.subject,
      taskId,
      rung: null,
      audience,
      recipientId,
      urgent: message.urgent,
      facts: { ...message.facts, by },
      planRevision: null,
      dueAt: at,
    });
    const toPersons = persons.filter((person) => person !== by).map((person) => row([], person));
    return desks.length === 0 ? toPersons : [row(desks, null), ...toPersons];
  });
}
