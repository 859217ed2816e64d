import { localDate } from '../engine/time/zones.js';
import type { BodyView, Finding, Rule } from './rule.js';
import { readSent, type SentItem } from './sent-items.js';

const ZONES = `SELECT id::text, definition->>'zone' AS zone FROM calendar WHERE body_id = $1`;

/** At most one digest per person and day of theirs; one message per person and event; nothing told twice. */
export const neverTooMany: Rule = {
  name: 'one digest a day, one message per event and person',
  async check(view) {
    const sent = await readSent(view);
    const zones = new Map((await view.ask<{ id: string; zone: string }>(ZONES)).map(({ id, zone }) => [id, zone]));
    const mails = [...new Map(sent.map((item) => [item.deliveryId, item])).values()];
    const digests = groups(
      mails.filter(({ lane }) => lane === 'digest'),
      ({ recipientId, sentAt, day, calendarId }) =>
        `${recipientId} on ${sentAt === null ? day : localDate(sentAt, zones.get(calendarId) ?? view.zone)}`,
    );
    const told = groups(sent, ({ messageId, recipientId }) => `${recipientId}, of message:${messageId}`);
    const events = groups(
      sent.filter(({ rung }) => rung === null),
      (item) =>
        `${item.recipientId}, of ${item.kind} about ${item.subject} in ${item.stream} at ${item.createdAt} (${item.facts})`,
    );
    const findings = [
      ...manifold(view, digests, 'digests to'),
      ...manifold(view, told, 'times told'),
      ...manifold(view, onePerMessage(events), 'messages to'),
    ];
    return { looked: sent.length, findings };
  },
};

function groups(
  items: readonly SentItem[],
  keyOf: (item: SentItem) => string,
): ReadonlyMap<string, readonly SentItem[]> {
  const found = new Map<string, SentItem[]>();
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item]);
  return found;
}

/** The same message told twice is found by itself; here several messages about one event count. */
function onePerMessage(events: ReadonlyMap<string, readonly SentItem[]>): ReadonlyMap<string, readonly SentItem[]> {
  return new Map(
    [...events].map(([key, items]) => [key, [...new Map(items.map((item) => [item.messageId, item])).values()]]),
  );
}

function manifold(view: BodyView, found: ReadonlyMap<string, readonly SentItem[]>, what: string): Finding[] {
  return [...found].flatMap(([key, items]): Finding[] => {
    const [first] = items;
    if (first === undefined || items.length < 2) return [];
    return [{ body: view.id, about: `delivery:${first.deliveryId}`, what: `${String(items.length)} ${what} ${key}` }];
  });
}
