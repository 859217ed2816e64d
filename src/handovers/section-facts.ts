import type { EntityManager } from 'typeorm';
import type { Actor, Hat } from '../engine/decision.js';
import type { HandoverTask } from '../engine/handovers/handover-task.js';
import type { SectionContent } from '../engine/handovers/section-content.js';
import type { SectionFacts, SilenceRule } from '../engine/handovers/section.js';
import type { Submission } from '../engine/tasks/task.js';
import type { Calendar } from '../engine/time/calendar.js';
import { localDate } from '../engine/time/zones.js';
import type { Anchors, IsoDate, IsoInstant } from '../engine/words.js';
import { prepared } from '../storage/statements.js';
import { loadDeskCalendars, type CalendarIds } from './desk-calendars.js';
import { contentOfSection, digestOfContent } from './section-content.queries.js';

/** What a decision about a section needs, read under the lock of its handover. */
export interface SectionBeforeMove {
  /** With the digest of the content as it is now. */
  readonly facts: SectionFacts;
  readonly actor: Actor;
  readonly version: number;
  readonly content: SectionContent;
  /** Of the incoming chair: review goes by its working days. */
  readonly calendar: Calendar;
  /** How many of them it has. */
  readonly reviewDays: number;
  readonly silence: SilenceRule;
  readonly reviewDueOn: IsoDate | null;
  readonly lookAt: IsoInstant | null;
}

interface Row extends CalendarIds {
  readonly id: string;
  readonly state: SectionFacts['state'];
  readonly version: number;
  readonly handoverState: SectionFacts['handoverState'];
  readonly anchors: Anchors;
  readonly presentedSides: Submission['sides'] | null;
  readonly presentedPersons: readonly string[] | null;
  readonly tasks: readonly HandoverTask[];
  readonly hats: readonly Hat[];
  readonly reviewDays: number;
  readonly silence: SilenceRule;
  readonly reviewDueOn: IsoDate | null;
  readonly lookAt: IsoInstant | null;
}

/** Values: body, handover, section, acting person. */
const LOAD = `
  SELECT s.id, s.state, s.version, h.state AS "handoverState",
    jsonb_build_object('HANDOVER_DATE', h.handover_date, 'TERM_START', h.term_start,
      'MEETING_START', m.starts_on, 'MEETING_END', m.ends_on) AS anchors,
    s.presented_sides AS "presentedSides", s.presented_persons AS "presentedPersons",
    s.review_due_on AS "reviewDueOn", iso_instant(s.review_look_at) AS "lookAt",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'state', t.state, 'mandatory', t.mandatory,
        'blocksHandover', t.blocks_handover, 'owner', t.owner, 'acceptedBy', t.accepted_by, 'due', t.due_on,
        'pinned', t.pinned_on,
        'rule', jsonb_build_object('anchor', t.due_anchor, 'offset', t.due_offset, 'unit', t.due_unit)) ORDER BY t.position), '[]')
      FROM task t WHERE t.body_id = s.body_id AND t.handover_id = s.handover_id AND t.section_id = s.id) AS tasks,
    hats_in_handover($1, $2, $4, gavel_now()) AS hats, b.review_days AS "reviewDays", b.review_silence AS silence,
    h.outgoing_calendar_id AS "outgoingCalendarId", h.incoming_calendar_id AS "incomingCalendarId",
    h.secretariat_calendar_id AS "secretariatCalendarId"
  FROM section s
  JOIN handover h ON h.body_id = s.body_id AND h.id = s.handover_id
  JOIN body b ON b.id = s.body_id
  LEFT JOIN meeting m ON m.body_id = h.body_id AND m.id = h.meeting_id
  WHERE s.body_id = $1 AND s.handover_id = $2 AND s.id = $3`;

/** Which section, and who asks; `system` for the clock, which speaks for nobody. */
export interface SectionKey {
  readonly bodyId: string;
  readonly handoverId: string;
  readonly sectionId: string;
  readonly personId: string;
}

/** Facts of a section at an instant, and who acts; null when the handover has no such section. */
export async function loadSection(
  em: EntityManager,
  { bodyId, handoverId, sectionId, personId }: SectionKey,
  at: IsoInstant,
): Promise<SectionBeforeMove | null> {
  const [[row], content] = await Promise.all([
    prepared<Row>(em, 'load-section', LOAD, [bodyId, handoverId, sectionId, personId]),
    contentOfSection(em, bodyId, handoverId, sectionId),
  ]);
  if (row === undefined || content === null) return null;
  const calendars = await loadDeskCalendars(em, bodyId, row);
  if (calendars === null) throw new Error('A handover names a calendar that its body does not have');
  const { incoming: calendar } = calendars;
  const { id, state, handoverState, anchors, presentedSides, presentedPersons, tasks, reviewDays } = row;
  const presentedBy =
    presentedSides === null || presentedPersons === null ? null : { sides: presentedSides, persons: presentedPersons };
  const { summary, needs } = content;
  const reviewDueOn = calendar.step(localDate(at, calendar.zone), reviewDays).date;
  return {
    facts: {
      ...{ id, state, handoverId, handoverState, anchors, summary, needs, presentedBy, tasks, reviewDueOn },
      content: digestOfContent(content),
    },
    actor: { personId, hats: row.hats },
    version: row.version,
    ...{ content, calendar, reviewDays, silence: row.silence, reviewDueOn: row.reviewDueOn, lookAt: row.lookAt },
  };
}
