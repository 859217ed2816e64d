import type { EntityManager } from 'typeorm';
import type { Facts } from '../../engine/words.js';

/** Somebody by id and name; values `person` is the column that names them. */
const person = (column: string, body: string): string =>
  `(SELECT jsonb_build_object('id', p.id, 'name', p.name, 'office', o.name) FROM person p
    JOIN office o ON o.body_id = p.body_id AND o.id = p.office_id WHERE p.body_id = ${body} AND p.id = ${column})`;

const term = (column: string): string => `(
  SELECT jsonb_build_object('term', t.id, 'label', t.label,
    'plannedStart', t.planned_start, 'plannedEnd', t.planned_end,
    'effectiveStart', t.effective_start, 'effectiveEnd', t.effective_end,
    'members', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) ORDER BY th.position), '[]')
      FROM term_holder th JOIN member m ON m.body_id = th.body_id AND m.id = th.member_id
      WHERE th.body_id = t.body_id AND th.term_id = t.id))
  FROM term t WHERE t.body_id = h.body_id AND t.id = h.${column})`;

/** Values: body, handover. */
const HANDOVER = `
  SELECT jsonb_build_object(
    'body', jsonb_build_object('id', b.id, 'name', b.name, 'shortName', b.short_name, 'zone', b.zone),
    'handover', jsonb_build_object('id', h.id, 'title', h.title, 'state', h.state, 'signingRound', h.signing_round,
      'template', h.template_id, 'templateVersion', h.template_version, 'planRevision', h.plan_revision),
    'parties', jsonb_build_object('outgoing', ${term('outgoing_term_id')}, 'incoming', ${term('incoming_term_id')},
      'secretariat', b.secretariat_name),
    'terms', jsonb_build_object('handoverDate', h.handover_date, 'termStart', h.term_start,
      'writesAfterDays', b.writes_after_days, 'readsAfterDays', b.reads_after_days),
    'meeting', CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('id', m.id, 'title', m.title, 'type', m.type,
      'place', m.place, 'startsOn', m.starts_on, 'endsOn', m.ends_on, 'status', m.status, 'format', m.format) END,
    'effect', CASE WHEN h.effected_at IS NULL THEN NULL ELSE jsonb_build_object('at', iso_instant(h.effected_at),
      'how', h.effected_how, 'by', h.effected_by, 'reference', h.effect_reference) END) AS part
  FROM handover h JOIN body b ON b.id = h.body_id
  LEFT JOIN meeting m ON m.body_id = h.body_id AND m.id = h.meeting_id
  WHERE h.body_id = $1 AND h.id = $2`;

const SECTIONS = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'state', s.state, 'summary', s.summary,
    'needs', s.needs, 'decision', CASE WHEN s.decided_at IS NULL THEN NULL ELSE jsonb_build_object(
      'by', ${person('s.decided_by', 's.body_id')}, 'at', iso_instant(s.decided_at), 'note', s.decision_note,
      'reservation', s.reservation, 'bySilence', s.by_silence) END) ORDER BY s.position), '[]') AS part
  FROM section s WHERE s.body_id = $1 AND s.handover_id = $2`;

/** Links that people gave as evidence, and not the documents that are kept here. */
const LINKS = `
  SELECT jsonb_agg(jsonb_build_object('title', e.title, 'reference', e.reference, 'language', e.language,
    'marking', e.marking) ORDER BY e.added_at, e.id)
  FROM evidence e WHERE e.body_id = t.body_id AND e.handover_id = t.handover_id AND e.task_id = t.id
    AND e.removed_at IS NULL AND NOT EXISTS (SELECT FROM document d WHERE d.body_id = e.body_id
      AND d.handover_id = e.handover_id AND d.task_id = e.task_id AND d.id = e.id)`;

const TASKS = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'section', t.section_id, 'title', t.title, 'state', t.state,
    'stateSince', iso_instant(t.state_since), 'owner', t.owner, 'acceptedBy', t.accepted_by, 'mandatory', t.mandatory,
    'marking', t.marking, 'dueOn', t.due_on, 'committedOn', t.committed_on,
    'fulfilledAt', iso_instant(t.fulfilled_at), 'responsible', ${person('t.person_id', 't.body_id')},
    'links', coalesce((${LINKS}), '[]')) ORDER BY t.position), '[]') AS part
  FROM task t WHERE t.body_id = $1 AND t.handover_id = $2`;

const SIGNATURES = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('round', s.round, 'inForce', s.round = h.signing_round, 'side', s.side,
    'person', ${person('s.person_id', 's.body_id')}, 'signedFor', ${person('s.signed_for_id', 's.body_id')},
    'at', iso_instant(s.signed_at), 'declaration', s.declaration, 'language', s.language, 'rank', s.rank,
    'signedName', s.signed_name, 'accountSeq', s.account_seq, 'accountHead', s.account_head,
    'paperSha256', s.paper_sha256) ORDER BY s.round, s.signed_at, s.side), '[]') AS part
  FROM signature s JOIN handover h ON h.body_id = s.body_id AND h.id = s.handover_id
  WHERE s.body_id = $1 AND s.handover_id = $2`;

const ADDENDA = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('number', a.number, 'title', a.title, 'text', a.text,
    'addedBy', ${person('a.added_by', 'a.body_id')}, 'addedAt', iso_instant(a.added_at), 'sha256', a.sha256)
    ORDER BY a.number), '[]') AS part
  FROM addendum a WHERE a.body_id = $1 AND a.handover_id = $2`;

const ASSETS = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'name', a.name,
    'transferredBy', ${person('a.transferred_by', 'a.body_id')}, 'transferredAt', iso_instant(a.transferred_at),
    'confirmedBy', ${person('a.confirmed_by', 'a.body_id')}, 'confirmedAt', iso_instant(a.confirmed_at))
    ORDER BY a.added_at, a.id), '[]') AS part
  FROM asset a WHERE a.body_id = $1 AND a.handover_id = $2 AND a.removed_at IS NULL`;

/** A document of the pack before it has its place in the archive. */
export interface PackDocument {
  /** The task it belongs to; null for a signed paper or an addendum. */
  readonly task: string | null;
  readonly title: string;
  readonly version: number;
  readonly language: string | null;
  readonly marking: 'public' | 'participants' | 'restricted';
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: number;
  /** What its path begins with, below `documents/`. */
  readonly folder: string;
}

/** The newest version of each document that was not withdrawn, then signed papers, then documents of addenda. */
const DOCUMENTS = `
  SELECT t.id::text AS task, v.title::text, v.number AS version, v.language,
    CASE WHEN 'restricted' IN (v.marking, e.marking) THEN 'restricted'
      WHEN 'participants' IN (v.marking, e.marking) THEN 'participants' ELSE 'public' END AS marking,
    v.file_name::text AS "fileName", v.media_type AS "mediaType", v.sha256, v.bytes::float8 AS bytes, t.id::text AS folder,
    1 AS kind, t.position AS place, e.added_at AS added, d.id::text AS tie
  FROM document d
  JOIN evidence e ON e.body_id = d.body_id AND e.handover_id = d.handover_id AND e.task_id = d.task_id AND e.id = d.id
    AND e.removed_at IS NULL
  JOIN document_version v ON v.body_id = d.body_id AND v.handover_id = d.handover_id AND v.task_id = d.task_id
    AND v.document_id = d.id AND v.number = d.newest
  JOIN task t ON t.body_id = d.body_id AND t.handover_id = d.handover_id AND t.id = d.task_id
  WHERE d.body_id = $1 AND d.handover_id = $2
  UNION ALL
  SELECT NULL, s.side, 1, s.language, 'participants', s.side || '-' || s.round, s.paper_media_type, s.paper_sha256,
    s.paper_bytes::float8, 'signatures', 2, s.round, s.signed_at, s.side
  FROM signature s WHERE s.body_id = $1 AND s.handover_id = $2 AND s.paper_sha256 IS NOT NULL
  UNION ALL
  SELECT NULL, a.title, 1, NULL, 'participants', a.file_name, a.media_type, a.sha256, a.bytes::float8, 'addenda', 3,
    a.number, a.added_at, ''
  FROM addendum a WHERE a.body_id = $1 AND a.handover_id = $2 AND a.sha256 IS NOT NULL
  ORDER BY kind, place, added, tie`;

/** Everything that a record tells, as the database holds it; null when there is no such handover. */
export interface RecordContent {
  readonly told: Facts;
  readonly documents: readonly PackDocument[];
}

/** Reads what a record tells, in the transaction in which it is made. */
export async function readRecordContent(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
): Promise<RecordContent | null> {
  const ask = async <T>(sql: string): Promise<T[]> => em.query(sql, [bodyId, handoverId]);
  const part = async (sql: string): Promise<Facts> => (await ask<{ part: Facts }>(sql))[0]?.part ?? {};
  const [handover] = await ask<{ part: Facts }>(HANDOVER);
  if (handover === undefined) return null;
  return {
    told: {
      ...handover.part,
      sections: await part(SECTIONS),
      tasks: await part(TASKS),
      signatures: await part(SIGNATURES),
      addenda: await part(ADDENDA),
      assets: await part(ASSETS),
    },
    documents: (await ask<PackDocument>(DOCUMENTS)).map(documentOf),
  };
}

function documentOf({
  task,
  title,
  version,
  language,
  marking,
  fileName,
  mediaType,
  sha256,
  bytes,
  folder,
}: PackDocument): PackDocument {
  return { task, title, version, language, marking, fileName, mediaType, sha256, bytes, folder };
}
