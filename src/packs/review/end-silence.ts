import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { writeAccount } from '../../audit/account.js';
import type { Happening, Message } from '../../engine/decision.js';
import { decideSilence } from '../../engine/handovers/decide-section.js';
import { silenceReminder } from '../../engine/handovers/section-happenings.js';
import { endOfDay, localDate } from '../../engine/time/zones.js';
import { SectionRow } from '../../handovers/handovers.entity.js';
import { loadSection, type SectionBeforeMove } from '../../handovers/section-facts.js';
import { owedFor } from '../../notifications/owed.js';
import { Database, type LockedStream } from '../../storage/database.js';
import { writeSection } from './write-section.js';

/** Who is told to have done what the clock brought about. */
const SYSTEM = 'system';

interface Due {
  readonly handoverId: string;
  readonly sectionId: string;
}

const DUE = `
  SELECT handover_id::text AS "handoverId", id::text AS "sectionId" FROM section
  WHERE body_id = $1 AND review_look_at <= gavel_now() ORDER BY review_look_at, handover_id, position`;

/**
 * What becomes of sections on which nobody has decided by their day, by the rule of the body: they count as accepted, or
 * the incoming chair is reminded, again and again after as many of its working days. Any number of processes may ask.
 */
@Injectable()
export class EndSilence {
  constructor(private readonly database: Database) {}

  /** Gives how many sections of the body it has dealt with. */
  async execute(bodyId: string): Promise<number> {
    const due: Due[] = await this.database.read(bodyId, (em) => em.query(DUE, [bodyId]));
    for (const one of due) await this.end(bodyId, one);
    return due.length;
  }

  /** Somebody may have decided, or another process been here, while the lock was waited for: it is read again. */
  private async end(bodyId: string, { handoverId, sectionId }: Due): Promise<void> {
    const key = { bodyId, handoverId, sectionId, personId: SYSTEM };
    await this.database.changeInTurn(bodyId, handoverId, async (em, locked) => {
      const before = await loadSection(em, key, locked.at);
      if (before === null || before.lookAt === null || before.lookAt > locked.at) return;
      const decision = decideSilence(before.facts);
      if (decision.refused) return lookAgain(em, locked, before, null);
      if (before.silence === 'waits') return remind(em, locked, before);
      const { changes, happenings, messages } = decision;
      await writeSection(em, locked, before, { changes, content: before.content, taskId: null });
      tell(em, locked, happenings, messages);
    });
  }
}

async function remind(em: EntityManager, locked: LockedStream, before: SectionBeforeMove): Promise<void> {
  const { calendar, reviewDays, facts, reviewDueOn } = before;
  const next = calendar.step(localDate(locked.at, calendar.zone), reviewDays).date;
  await lookAgain(em, locked, before, new Date(endOfDay(next, calendar.zone)));
  const { happening, message } = silenceReminder(facts, reviewDueOn);
  tell(em, locked, [happening], [message]);
}

async function lookAgain(
  em: EntityManager,
  { bodyId, stream: handoverId }: LockedStream,
  { facts: { id } }: SectionBeforeMove,
  reviewLookAt: Date | null,
): Promise<void> {
  await em.update(SectionRow, { bodyId, handoverId, id }, { reviewLookAt });
}

function tell(
  em: EntityManager,
  locked: LockedStream,
  happenings: readonly [Happening, ...Happening[]],
  messages: readonly Message[],
): void {
  writeAccount(em, locked, { actorId: SYSTEM, happenings, owed: owedFor(messages, null, SYSTEM, locked.at) });
}
