import type { EntityManager } from 'typeorm';
import type { PageLanguage } from '../../../config/languages/pages.js';
import type { EffectWay } from '../../engine/handovers/handover.js';
import type { IsoDate, IsoInstant, Language } from '../../engine/words.js';
import type { Chair } from '../../engine/desks.js';
import { prepared } from '../../storage/statements.js';

/** A signature as it was given, whether it still counts or not. */
export interface KeptSignature {
  readonly side: Chair;
  /** The signatures of the present round count; those of earlier rounds are void. */
  readonly round: number;
  readonly at: IsoInstant;
  readonly person: string;
  /** The lead in whose name a stand-in signed; null for one's own. */
  readonly standsInFor: string | null;
  readonly rank: string | null;
  readonly declaration: string | null;
  readonly language: PageLanguage | null;
  /** What was signed: the newest entry of the account by then. */
  readonly over: { readonly seq: number; readonly head: string } | null;
  readonly paper: { readonly sha256: string; readonly bytes: number } | null;
}

/** A late entry. */
export interface Addendum {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly addedBy: string;
  readonly at: IsoInstant;
  readonly document: {
    readonly fileName: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly sha256: string;
  } | null;
}

/** What is known of the passing of a chair beside its gates. */
export interface Passing {
  readonly round: number;
  readonly signatures: readonly KeptSignature[];
  readonly addenda: readonly Addendum[];
  /** Null before. */
  readonly effect: {
    readonly at: IsoInstant;
    readonly how: 'signed' | 'without_signature';
    readonly way: EffectWay | null;
    readonly reference: string | null;
  } | null;
  /** What the side that gives up the chair may do afterwards; the last days are null while no day is known. */
  readonly rights: {
    readonly writesAfterDays: number;
    readonly readsAfterDays: number;
    readonly writesUntil: IsoDate | null;
    readonly readsUntil: IsoDate | null;
  };
  /** The languages in which the leads of each chair read. */
  readonly languages: Readonly<Record<Chair, Language | null>>;
  /** When the pack was frozen last, and where the account says so. */
  readonly frozen: { readonly seq: number; readonly at: IsoInstant } | null;
  readonly bodyName: string;
}

const LANGUAGE = (side: Chair): string => `
  (SELECT mode() WITHIN GROUP (ORDER BY p.language) FROM term_holder th
    JOIN office o ON o.body_id = th.body_id AND o.member_id = th.member_id
    JOIN person p ON p.body_id = o.body_id AND p.office_id = o.id AND p.left_on IS NULL
    JOIN role_grant r ON r.body_id = p.body_id AND r.person_id = p.id AND r.role = 'lead'
    WHERE th.body_id = h.body_id AND th.term_id = h.${side}_term_id)`;

/** Values: body, handover. */
const PASSING = `
  SELECT h.signing_round AS round, b.name AS "bodyName",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('side', s.side, 'round', s.round, 'at', iso_instant(s.signed_at),
        'person', coalesce(s.signed_name, p.name), 'standsInFor', CASE WHEN s.signed_for_id <> s.person_id THEN f.name END,
        'rank', s.rank, 'declaration', s.declaration, 'language', s.language,
        'over', CASE WHEN s.account_head IS NULL THEN NULL ELSE jsonb_build_object('seq', s.account_seq, 'head', s.account_head) END,
        'paper', CASE WHEN s.paper_sha256 IS NULL THEN NULL
          ELSE jsonb_build_object('sha256', s.paper_sha256, 'bytes', s.paper_bytes) END)
        ORDER BY s.round DESC, s.signed_at), '[]')
      FROM signature s
      JOIN person p ON p.body_id = s.body_id AND p.id = s.person_id
      JOIN person f ON f.body_id = s.body_id AND f.id = s.signed_for_id
      WHERE s.body_id = h.body_id AND s.handover_id = h.id) AS signatures,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('number', a.number, 'title', a.title, 'text', a.text, 'addedBy', p.name,
        'at', iso_instant(a.added_at), 'document', CASE WHEN a.sha256 IS NULL THEN NULL ELSE jsonb_build_object(
          'fileName', a.file_name, 'mediaType', a.media_type, 'bytes', a.bytes, 'sha256', a.sha256) END)
        ORDER BY a.number), '[]')
      FROM addendum a JOIN person p ON p.body_id = a.body_id AND p.id = a.added_by
      WHERE a.body_id = h.body_id AND a.handover_id = h.id) AS addenda,
    CASE WHEN h.effected_at IS NULL THEN NULL ELSE jsonb_build_object('at', iso_instant(h.effected_at),
      'how', h.effected_how, 'way', h.effected_by, 'reference', h.effect_reference) END AS effect,
    jsonb_build_object('writesAfterDays', b.writes_after_days, 'readsAfterDays', b.reads_after_days,
      'writesUntil', day.passes + b.writes_after_days, 'readsUntil', day.passes + b.reads_after_days) AS rights,
    jsonb_build_object('outgoing', ${LANGUAGE('outgoing')}, 'incoming', ${LANGUAGE('incoming')}) AS languages,
    (SELECT jsonb_build_object('seq', e.seq, 'at', iso_instant(e.at)) FROM account_entry e
      WHERE e.body_id = h.body_id AND e.stream = h.id AND e.subject = 'handover:' || h.id AND e.action = 'handover.frozen'
      ORDER BY e.seq DESC LIMIT 1) AS frozen
  FROM handover h
  JOIN body b ON b.id = h.body_id
  CROSS JOIN LATERAL (SELECT coalesce(passed_on(h.body_id, h.id), h.handover_date) AS passes) AS day
  WHERE h.body_id = $1 AND h.id = $2`;

/** Null when there is no such handover. */
export async function findPassing(em: EntityManager, bodyId: string, handoverId: string): Promise<Passing | null> {
  const [found] = await prepared<Passing>(em, 'passing', PASSING, [bodyId, handoverId]);
  return found ?? null;
}

/** What people are called, by their ids. */
export async function namesOf(
  em: EntityManager,
  bodyId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ask = 'SELECT id, name FROM person WHERE body_id = $1 AND id = ANY ($2)';
  const rows: { id: string; name: string }[] = await em.query(ask, [bodyId, personIds]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A file that belongs to the passing: a signed paper, or the document of an addendum. */
export interface PassingFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  /** What it was called; null for a paper, which has a name by its place. */
  readonly fileName: string | null;
}

/** Null when there is none such. */
export async function findSignedPaper(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  round: number,
  side: string,
): Promise<PassingFile | null> {
  const ask = `
    SELECT paper_sha256 AS sha256, paper_bytes::float8 AS bytes, paper_media_type AS "mediaType", NULL AS "fileName"
    FROM signature WHERE body_id = $1 AND handover_id = $2 AND round = $3 AND side = $4 AND paper_sha256 IS NOT NULL`;
  return (await prepared<PassingFile>(em, 'signed-paper', ask, [bodyId, handoverId, round, side]))[0] ?? null;
}

/** Null when there is none such. */
export async function findAddendumDocument(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  number: number,
): Promise<PassingFile | null> {
  const ask = `
    SELECT sha256, bytes::float8 AS bytes, media_type AS "mediaType", file_name AS "fileName"
    FROM addendum WHERE body_id = $1 AND handover_id = $2 AND number = $3 AND sha256 IS NOT NULL`;
  return (await prepared<PassingFile>(em, 'addendum-document', ask, [bodyId, handoverId, number]))[0] ?? null;
}
