import type { EntityManager } from 'typeorm';
import type { Marking } from '../../engine/words.js';
import { termOf } from '../../handovers/handover-frame.queries.js';
import { prepared } from '../../storage/statements.js';
import type { PackHead, PackSection, PackTask } from './pack.js';

const term = (side: 'outgoing' | 'incoming'): string =>
  termOf(side).replace("'id', t.id,", "'id', t.id, 'label', t.label,");

/** Values: body, handover. */
const HEAD = `
  SELECT b.id AS "bodyId", b.name AS "bodyName", b.secretariat_name AS "secretariatName", b.zone, h.id AS "handoverId", h.title,
    h.state, h.version, h.handover_date AS "handoverDate", iso_instant(h.effected_at) AS "effectedAt",
    h.meeting_id AS "meetingId", ${term('outgoing')}, ${term('incoming')}, a.seq::int AS "accountSeq", a.head AS "accountHead",
    (SELECT iso_instant(e.at) FROM account_entry e WHERE e.body_id = a.body_id AND e.stream = a.stream AND e.seq = a.seq) AS "asOf",
    (gavel_now() AT TIME ZONE b.zone)::date AS today
  FROM handover h
  JOIN body b ON b.id = h.body_id
  JOIN account a ON a.body_id = h.body_id AND a.stream = h.id
  WHERE h.body_id = $1 AND h.id = $2`;

/** Of which handover a pack is; null when there is no such handover. */
export async function findPackHead(em: EntityManager, bodyId: string, handoverId: string): Promise<PackHead | null> {
  return (await prepared<PackHead>(em, 'pack-head', HEAD, [bodyId, handoverId]))[0] ?? null;
}

/** A section without its tasks. */
export type SectionOfPack = Omit<PackSection, 'tasks'>;

/** Values: body, handover, whether the reader may read what people wrote. */
const SECTIONS = `
  SELECT s.id, (row_number() OVER (ORDER BY s.position))::int AS number, s.title, s.state,
    iso_instant(s.state_since) AS "stateSince", s.version, CASE WHEN $3 THEN s.summary ELSE '' END AS summary,
    CASE WHEN $3 THEN s.needs ELSE '' END AS needs, s.review_due_on AS "reviewDueOn",
    CASE WHEN p.id IS NULL THEN NULL ELSE jsonb_build_object('id', p.id, 'name', p.name) END AS "decidedBy",
    iso_instant(s.decided_at) AS "decidedAt", s.by_silence AS "bySilence", CASE WHEN $3 THEN s.reservation END AS reservation,
    CASE WHEN $3 THEN coalesce(c.comments, 0) ELSE 0 END AS comments
  FROM section s
  LEFT JOIN person p ON p.body_id = s.body_id AND p.id = s.decided_by
  LEFT JOIN (SELECT section_id, count(*)::int AS comments FROM section_comment
    WHERE body_id = $1 AND handover_id = $2 GROUP BY section_id) c ON c.section_id = s.id
  WHERE s.body_id = $1 AND s.handover_id = $2 ORDER BY s.position`;

export function listPackSections(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  mayReadWritten: boolean,
): Promise<SectionOfPack[]> {
  return prepared<SectionOfPack>(em, 'pack-sections', SECTIONS, [bodyId, handoverId, mayReadWritten]);
}

/** The stricter of two markings. */
const STRICTER = `
  CASE WHEN 'restricted' IN (e.marking, v.marking) THEN 'restricted'
    WHEN 'participants' IN (e.marking, v.marking) THEN 'participants' ELSE 'public' END`;

/** Values: body, handover, markings that the reader may read. */
const TASKS = `
  SELECT t.id, t.section_id AS "sectionId", t.title, t.owner, t.accepted_by AS "acceptedBy", t.mandatory, t.marking, t.state,
    iso_instant(t.state_since) AS "stateSince", t.due_on AS "dueOn", t.committed_on AS "committedOn", t.version,
    CASE WHEN p.id IS NULL THEN NULL ELSE jsonb_build_object('id', p.id, 'name', p.name) END AS person,
    o.name AS "officeName", coalesce(k.documents, '[]') AS documents, coalesce(k.links, '[]') AS links
  FROM task t
  LEFT JOIN person p ON p.body_id = t.body_id AND p.id = t.person_id
  LEFT JOIN office o ON o.body_id = t.body_id AND o.id = t.office_id
  LEFT JOIN (
    SELECT e.task_id,
      jsonb_agg(jsonb_build_object('id', e.id, 'title', v.title, 'language', v.language, 'marking', ${STRICTER},
        'version', v.number, 'bytes', v.bytes, 'mediaType', v.media_type, 'fileName', v.file_name, 'sha256', v.sha256,
        'sentAt', iso_instant(v.sent_at), 'sentBy', jsonb_build_object('id', w.id, 'name', w.name))
        ORDER BY e.added_at, e.id) FILTER (WHERE d.id IS NOT NULL) AS documents,
      jsonb_agg(jsonb_build_object('id', e.id, 'title', e.title, 'language', e.language, 'marking', e.marking,
        'address', e.reference) ORDER BY e.added_at, e.id) FILTER (WHERE d.id IS NULL) AS links
    FROM evidence e
    LEFT JOIN document d ON d.body_id = e.body_id AND d.handover_id = e.handover_id AND d.task_id = e.task_id AND d.id = e.id
    LEFT JOIN document_version v ON v.body_id = d.body_id AND v.handover_id = d.handover_id AND v.task_id = d.task_id
      AND v.document_id = d.id AND v.number = d.newest
    LEFT JOIN person w ON w.body_id = v.body_id AND w.id = v.sent_by
    WHERE e.body_id = $1 AND e.handover_id = $2 AND e.removed_at IS NULL AND e.marking = ANY ($3::text[])
      AND (v.marking IS NULL OR v.marking = ANY ($3::text[]))
    GROUP BY e.task_id) k ON k.task_id = t.id
  WHERE t.body_id = $1 AND t.handover_id = $2 ORDER BY t.position`;

/** All tasks of the checklist with the documents and references that the reader may see. */
export function listPackTasks(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  markings: readonly Marking[],
): Promise<PackTask[]> {
  return prepared<PackTask>(em, 'pack-tasks', TASKS, [bodyId, handoverId, markings]);
}
