import type { EntityManager } from 'typeorm';
import type { Refused } from '../../engine/decision.js';
import { contentChanges, type ContentChange, type SectionContent } from '../../engine/handovers/section-content.js';
import type { IsoInstant } from '../../engine/words.js';
import { findFrame, type HandoverFrame } from '../../handovers/handover-frame.queries.js';
import { notAParty } from '../../handovers/not-a-party.js';
import { readHandover } from '../../handovers/read-handover.js';
import { loadSection, type SectionBeforeMove } from '../../handovers/section-facts.js';
import { listColleagues, type Colleague } from '../../handovers/task-page.queries.js';
import type { Caller } from '../../people/caller.js';
import { type Database } from '../../storage/database.js';
import { prepared } from '../../storage/statements.js';
import { listPackSections, listPackTasks, type SectionOfPack } from '../content/pack.queries.js';
import type { PackTask } from '../content/pack.js';

/** What somebody has said about a section. */
export interface SectionComment {
  readonly id: string;
  readonly parentId: string | null;
  readonly author: { readonly id: string; readonly name: string; readonly memberId: string | null };
  readonly at: IsoInstant;
  readonly text: string;
  /** People who were told of it. */
  readonly mentions: readonly { readonly id: string; readonly name: string }[];
}

/** Who sent a section for review, what was decided, and what was accepted last. */
export interface SectionHistory {
  readonly presentedBy: string | null;
  readonly presentedAt: IsoInstant | null;
  readonly note: string | null;
  readonly reservationTaskId: string | null;
  readonly accepted: SectionContent | null;
}

/** Everything that the pages of one section show or ask the engine about, from one snapshot. */
export interface SectionScene {
  readonly frame: HandoverFrame;
  readonly sections: readonly SectionOfPack[];
  /** The one that it is about. */
  readonly section: SectionOfPack;
  readonly tasks: readonly PackTask[];
  readonly before: SectionBeforeMove;
  readonly history: SectionHistory;
  /** Oldest first. */
  readonly comments: readonly SectionComment[];
  readonly people: readonly Colleague[];
  /** What differs from what was accepted last; null where nothing was accepted yet. */
  readonly changes: readonly ContentChange[] | null;
}

/** Which section of which handover. */
export interface SectionPath {
  readonly handover: string;
  readonly section: string;
}

/** Values: body, handover, section. */
const HISTORY = `
  SELECT p.name AS "presentedBy", iso_instant(e.at) AS "presentedAt", s.decision_note AS note,
    s.reservation_task_id AS "reservationTaskId", s.accepted_content AS accepted
  FROM section s
  LEFT JOIN LATERAL (SELECT a.at, a.actor FROM account_entry a WHERE a.body_id = s.body_id AND a.stream = s.handover_id
    AND a.subject = 'section:' || s.id AND a.action = 'section.presented' ORDER BY a.seq DESC LIMIT 1) AS e ON true
  LEFT JOIN person p ON p.body_id = s.body_id AND p.id = e.actor
  WHERE s.body_id = $1 AND s.handover_id = $2 AND s.id = $3`;

/** Values: body, handover, section. */
const COMMENTS = `
  SELECT c.id, c.parent_id AS "parentId", iso_instant(c.at) AS at, c.text,
    jsonb_build_object('id', p.id, 'name', p.name, 'memberId', o.member_id) AS author,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) ORDER BY m.name), '[]')
      FROM person m WHERE m.body_id = c.body_id AND m.id = ANY (c.mentions)) AS mentions
  FROM section_comment c
  JOIN person p ON p.body_id = c.body_id AND p.id = c.author_id
  JOIN office o ON o.body_id = p.body_id AND o.id = p.office_id
  WHERE c.body_id = $1 AND c.handover_id = $2 AND c.section_id = $3 ORDER BY c.at, c.id`;

/** What was said about a section, oldest first. */
function listSectionComments(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  sectionId: string,
): Promise<SectionComment[]> {
  return prepared<SectionComment>(em, 'section-comments', COMMENTS, [bodyId, handoverId, sectionId]);
}

/**
 * Reads everything about a section for somebody who works in the handover. Refuses everyone else, observers too: a review
 * is between the chairs and the secretariat. Null when there is no such section.
 */
export async function readSectionScene(
  database: Database,
  caller: Caller,
  { handover: handoverId, section: sectionId }: SectionPath,
  now: IsoInstant | null = null,
): Promise<SectionScene | Refused | null> {
  const { bodyId, personId } = caller;
  return readHandover<SectionScene | Refused>(database, caller, handoverId, async (em, { inside }) => {
    if (!inside) return notAParty(handoverId);
    const at = now ?? (await clockOf(em));
    const [frame, sections, tasks, before, [history], comments, people] = await Promise.all([
      findFrame(em, bodyId, handoverId, personId),
      listPackSections(em, bodyId, handoverId, true),
      listPackTasks(em, bodyId, handoverId, ['public', 'participants', 'restricted']),
      loadSection(em, { bodyId, handoverId, sectionId, personId }, at),
      prepared<SectionHistory>(em, 'section-history', HISTORY, [bodyId, handoverId, sectionId]),
      listSectionComments(em, bodyId, handoverId, sectionId),
      listColleagues(em, bodyId, handoverId),
    ]);
    const section = sections.find(({ id }) => id === sectionId);
    if (frame === null || before === null || history === undefined || section === undefined) return null;
    const own = tasks.filter((task) => task.sectionId === sectionId);
    const changes = history.accepted === null ? null : contentChanges(history.accepted, before.content);
    return { frame, sections, section, tasks: own, before, history, comments, people, changes };
  });
}

async function clockOf(em: EntityManager): Promise<IsoInstant> {
  const [clock]: { at: IsoInstant }[] = await em.query('SELECT iso_instant(gavel_now()) AS at');
  if (clock === undefined) throw new Error('The clock gave no time');
  return clock.at;
}
