import { openCalendar, type Calendar, type CalendarDefinition } from '../engine/time/calendar.js';
import { localDate, localTime } from '../engine/time/zones.js';
import type { BodyView, Finding, Rule } from './rule.js';
import { readSent, type SentItem } from './sent-items.js';

/** No message goes out before it falls due, nor outside the working hours of whoever reads it. */
export const neverEarly: Rule = {
  name: 'no mail early, none outside working hours',
  async check(view) {
    const sent = await readSent(view);
    const calendars = await openCalendars(view);
    const mails = new Map(sent.map((item) => [item.deliveryId, item]));
    const findings = [
      ...sent.flatMap((item) => finding(view, item, early(item))),
      ...[...mails.values()].flatMap((mail) => finding(view, mail, offHours(mail, calendars))),
    ];
    return { looked: sent.length, findings };
  },
};

async function openCalendars(view: BodyView): Promise<ReadonlyMap<string, Calendar>> {
  const rows = await view.ask<{ definition: CalendarDefinition }>('SELECT definition FROM calendar WHERE body_id = $1');
  return new Map(rows.map(({ definition }) => [definition.id, openCalendar(definition)]));
}

function early({ kind, subject, dueAt, decidedAt, sentAt }: SentItem): string | null {
  const first = [decidedAt, sentAt].find((at) => at !== null && at < dueAt);
  return first == null ? null : `${kind} about ${subject} went out at ${first}, but falls due at ${dueAt}`;
}

/** Judged when it was decided to send it: a mail server may take its time. */
function offHours({ decidedAt, calendarId }: SentItem, calendars: ReadonlyMap<string, Calendar>): string | null {
  const calendar = calendars.get(calendarId);
  if (decidedAt === null || calendar === undefined) return 'was sent, and nobody knows when it was decided';
  const day = localDate(decidedAt, calendar.zone);
  const off = calendar.dayOff(day);
  if (off !== null) return `was sent on ${day}, a day off (${off.name})`;
  const time = localTime(decidedAt, calendar.zone);
  const { opens, closes } = calendar.officeHours(day);
  return time >= opens && time < closes ? null : `was sent at ${time}, office hours are ${opens} to ${closes}`;
}

function finding(view: BodyView, { deliveryId }: SentItem, what: string | null): Finding[] {
  return what === null ? [] : [{ body: view.id, about: `delivery:${deliveryId}`, what }];
}
