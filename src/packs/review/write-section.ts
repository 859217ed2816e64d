import type { EntityManager } from 'typeorm';
import type { SectionContent } from '../../engine/handovers/section-content.js';
import { isDecided, type SectionChanges } from '../../engine/handovers/section.js';
import { endOfDay } from '../../engine/time/zones.js';
import { SectionRow } from '../../handovers/handovers.entity.js';
import type { SectionBeforeMove } from '../../handovers/section-facts.js';
import type { LockedStream } from '../../storage/database.js';

/** What a decision about a section leaves behind in its row. */
export interface SectionWriting {
  readonly changes: SectionChanges;
  /** As the move leaves it. */
  readonly content: SectionContent;
  /** The task that a reservation has led to. */
  readonly taskId: string | null;
}

type Columns = Partial<SectionRow>;

/** Writes what was decided of a section. Once it is no longer in review the clock has nothing to do with it. */
export async function writeSection(
  em: EntityManager,
  locked: LockedStream,
  { facts, version, calendar }: SectionBeforeMove,
  { changes, content, taskId }: SectionWriting,
): Promise<void> {
  const at = new Date(locked.at);
  const { state, summary = facts.summary, needs = facts.needs, presentedBy, decision } = changes;
  const inReview: Columns =
    state === 'in_review'
      ? { reviewDueOn: facts.reviewDueOn, reviewLookAt: new Date(endOfDay(facts.reviewDueOn, calendar.zone)) }
      : { reviewDueOn: null, reviewLookAt: null };
  const presented: Columns =
    presentedBy === undefined
      ? {}
      : {
          presentedSides: [...presentedBy.sides],
          presentedPersons: [...presentedBy.persons],
          presentedContent: content,
          ...{ decidedBy: null, decidedAt: null, decisionNote: null, reservation: null, reservationTaskId: null },
          bySilence: false,
        };
  const decided: Columns =
    decision === undefined
      ? {}
      : {
          decidedBy: decision.by,
          decidedAt: at,
          decisionNote: decision.note,
          reservation: decision.reservation,
          reservationTaskId: taskId,
          bySilence: decision.by === null,
          ...(isDecided({ state }) ? { acceptedContent: content, presentedContent: content } : {}),
        };
  const key = { bodyId: locked.bodyId, handoverId: locked.stream, id: facts.id, version };
  const row = { state, stateSince: at, version: version + 1, summary, needs, ...inReview, ...presented, ...decided };
  const written = await em.update(SectionRow, key, row);
  if (written.affected !== 1) throw new Error('A section changed although its handover was locked');
}
