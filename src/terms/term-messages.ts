import type { EntityManager } from 'typeorm';
import type { Message } from '../engine/decision.js';
import type { TermChange } from '../engine/terms/term-change.js';
import { isToCome, type Term } from '../engine/terms/term.js';
import { applied } from '../engine/terms/rotation-change.js';
import type { Fact, IsoInstant } from '../engine/words.js';

/** What was decided about terms, and which messages the engine wants told, by the sides of the handover each term is next in. */
export interface TermNews {
  /** All terms before the decision. */
  readonly terms: readonly Term[];
  readonly changes: readonly TermChange[];
  readonly messages: readonly Message[];
}

interface Listener {
  readonly personId: string;
  readonly memberId: string | null;
  readonly secretariat: boolean;
  readonly speaks: boolean;
}

/** Whoever has a part in the body at an instant and is of the secretariat, or speaks for one of these members. */
const LISTENERS = `
  SELECT p.id::text AS "personId", o.member_id::text AS "memberId", bool_or(r.role = 'secretariat') AS secretariat,
    bool_or(r.role IN ('delegate', 'lead')) AS speaks
  FROM (SELECT ($3::timestamptz AT TIME ZONE b.zone)::date AS day FROM body b WHERE b.id = $1) AS today
  JOIN role_grant r ON r.body_id = $1 AND r.from_day <= today.day AND (r.until_day IS NULL OR r.until_day > today.day)
  JOIN person p ON p.body_id = $1 AND p.id = r.person_id AND (p.left_on IS NULL OR p.left_on > today.day)
  JOIN office o ON o.body_id = $1 AND o.id = p.office_id
  WHERE r.role = 'secretariat' OR r.role IN ('delegate', 'lead') AND o.member_id = ANY ($2)
  GROUP BY p.id, o.member_id ORDER BY p.id`;

/**
 * The same messages, each for one person by name: the delegates and leads whom the members concerned have today, and the
 * secretariat. A body's terms have no handover that could say later who its sides are.
 * @param at the instant of the decision; whose roles have ended by then is not told.
 */
export async function toPersons(em: EntityManager, bodyId: string, news: TermNews, at: IsoInstant): Promise<Message[]> {
  const addressed = news.messages.map((message) => ({ message, members: membersOf(message, news) }));
  const members = [...new Set(addressed.flatMap((each) => each.members))];
  const listeners: Listener[] = await em.query(LISTENERS, [bodyId, members, at]);
  return addressed.flatMap(({ message, members: concerned }) => {
    const persons = listeners.filter(
      ({ secretariat, speaks, memberId }) =>
        (secretariat && message.to.includes('secretariat')) ||
        (speaks && memberId !== null && concerned.includes(memberId)),
    );
    return persons.map(({ personId }) => ({ ...message, to: [{ person: personId }] }));
  });
}

/** One message for each person: their only one as it is, and in place of several one that lists them. */
export function inOneMessageEach(messages: readonly Message[], operation: string): Message[] {
  const byPerson = new Map<string, Message[]>();
  for (const message of messages) {
    for (const person of personsOf(message)) byPerson.set(person, [...(byPerson.get(person) ?? []), message]);
  }
  return [...byPerson].map(([person, theirs]) => ({ ...together(theirs, operation), to: [{ person }] }));
}

/** The people a message names. */
export function personsOf({ to }: Message): readonly string[] {
  return to.flatMap((audience) => (typeof audience === 'string' ? [] : [audience.person]));
}

function together(messages: readonly Message[], operation: string): Omit<Message, 'to'> {
  const [first, ...more] = messages;
  if (first === undefined) throw new Error('Whoever is told is told something');
  if (more.length === 0) return first;
  return {
    kind: 'rotation.changed',
    subject: first.subject,
    urgent: messages.some(({ urgent }) => urgent),
    facts: { operation, terms: messages.map(({ kind, subject, facts }): Fact => ({ kind, subject, facts })) },
  };
}

/**
 * The members whom a message concerns: whoever holds or held its term, and where the term has begun and the incoming
 * side is meant too, the holders of the next turn.
 */
function membersOf({ subject, to }: Message, { terms, changes }: TermNews): readonly string[] {
  const change = changes.find(({ after }) => `term:${after.id}` === subject);
  if (change === undefined) return [];
  const { before, after } = change;
  const own = [...(before?.holders ?? []), ...after.holders];
  if (isToCome(after) || after.state === 'lapsed' || !to.includes('incoming')) return own;
  const next = applied(terms, { terms: changes, dates: [], gaps: [] }).find(
    (term) => isToCome(term) && term.position > after.position,
  );
  return [...own, ...(next?.holders ?? [])];
}
