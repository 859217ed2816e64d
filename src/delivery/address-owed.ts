import type { EntityManager } from 'typeorm';
import type { IsoInstant } from '../engine/words.js';
import { Database, isRefused } from '../storage/database.js';
import { prepared } from '../storage/statements.js';
import { bookSlots, type Booking } from './book-slots.js';
import { loadConcerned, type Concerned } from './load-recipients.js';
import { loadScene, type Scene } from './load-scene.js';
import type { Matter } from './matter.js';
import { oweNextReminders } from './next-reminders.js';
import { toldOf, type Recipient } from './recipients.js';
import { settle } from './settle.js';
import { slotFor } from './slots.js';
import { notToTell } from './still-to-tell.js';

/** Messages that one transaction addresses; small enough that a re-plan never waits long for its rows. */
const BATCH = 500;

const CLAIM = `
  WITH clock AS MATERIALIZED (SELECT gavel_now() AS now)
  SELECT n.id, iso_instant(clock.now) AS now FROM clock CROSS JOIN notification n
  WHERE n.body_id = $1 AND n.is_owed AND n.due_at <= clock.now
  ORDER BY n.due_at, n.id LIMIT $2 FOR UPDATE OF n SKIP LOCKED`;

const ADDRESSED = `UPDATE notification SET state = 'addressed' WHERE body_id = $1 AND id = ANY ($2)`;

const VOID = `
  UPDATE notification n SET state = 'void', reason = v.reason FROM jsonb_to_recordset($2) AS v(id uuid, reason text)
  WHERE n.body_id = $1 AND n.id = v.id`;

/** Seen by the secretariat in the ledger: someone has to be given a role, or the task another owner. */
const NOBODY = 'nobody to tell';
const ONLY_WHO_DID_IT = 'nobody to tell but who did it';

/**
 * Turns messages that have fallen due into mails: finds out who is to be told today, and puts the message into the
 * mail that each of them gets next. Several processes may do this at once; each takes other messages.
 */
export class AddressOwed {
  /** @param host names this installation in Message-IDs. */
  constructor(
    private readonly database: Database,
    private readonly host: string,
  ) {}

  /** Addresses one batch of a body; gives whether there may be more. */
  async execute(bodyId: string): Promise<boolean> {
    const claimed = await this.database.change(bodyId, async (em) => {
      const claims = await prepared<{ id: string; now: IsoInstant }>(em, 'claim-owed', CLAIM, [bodyId, BATCH]);
      const [first] = claims;
      if (first === undefined) return 0;
      const ids = claims.map(({ id }) => id);
      await this.address(em, bodyId, await loadScene(em, bodyId, ids), first.now);
      return claims.length;
    });
    return !isRefused(claimed) && claimed === BATCH;
  }

  private async address(em: EntityManager, bodyId: string, scene: Scene, now: IsoInstant): Promise<void> {
    const matters = [...scene.matters.values()];
    const live = matters.filter((matter) => notToTell(matter)?.forGood !== true);
    const concerned = await loadConcerned(em, bodyId, scene);
    const bookings = bookingsFor(live, concerned, now);
    await bookSlots(em, bodyId, bookings, this.host);
    await oweNextReminders(em, bodyId, live, now);
    const booked = new Set(bookings.map(({ notificationId }) => notificationId));
    const voids = matters
      .filter(({ id }) => !booked.has(id))
      .map((matter) => ({ id: matter.id, reason: whyVoid(matter, concerned.byMatter.get(matter.id) ?? []) }));
    const told = voids.filter(({ reason }) => reason === null).map(({ id }) => id);
    await prepared(em, 'address', ADDRESSED, [bodyId, [...booked, ...told]]);
    await settle(em, bodyId, told);
    const untold = voids.filter(({ reason }) => reason !== null);
    if (untold.length > 0) await prepared(em, 'void', VOID, [bodyId, JSON.stringify(untold)]);
  }
}

function bookingsFor(matters: readonly Matter[], { byMatter, calendars }: Concerned, now: IsoInstant): Booking[] {
  return matters.flatMap((matter) => {
    const recipients = toldOf(matter, byMatter.get(matter.id) ?? []);
    return recipients.flatMap(({ reader }): Booking[] => {
      if (matter.told.includes(reader.id)) return [];
      const calendar = calendars.get(reader.calendarId);
      if (calendar === undefined) throw new Error('An office goes by a calendar that its body does not have');
      const slot = slotFor(reader.id, calendar, matter.dueAt, now, matter.urgent ? matter.id : null);
      return [{ notificationId: matter.id, planRevision: matter.planRevision, slot, calendar }];
    });
  });
}

/**
 * Why nobody is to be told of a message that is in no mail; null when whoever is concerned has it already, waiting or
 * sent, since it was put back because another recipient had left.
 */
function whyVoid(matter: Matter, concerned: readonly Recipient[]): string | null {
  const not = notToTell(matter);
  if (not?.forGood === true) return not.reason;
  if (matter.told.length > 0) return null;
  return concerned.length === 0 ? NOBODY : ONLY_WHO_DID_IT;
}
