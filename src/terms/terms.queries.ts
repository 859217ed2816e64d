import type { EntityManager } from 'typeorm';
import { gaps, overlaps } from '../engine/terms/chair.js';
import { chairsOn } from '../engine/terms/chairs-on.js';
import type { Facts, IsoDate } from '../engine/words.js';
import { loadTerms } from './term-rows.js';
import type {
  ChairsView,
  HolderView,
  RotationView,
  TermRevisionView,
  TermView,
  TermWithRevisionsView,
} from './terms.views.js';

const TERM = `
  SELECT t.id, t.kind, t.state, t.position::float8 AS position,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) ORDER BY h.position), '[]')
      FROM term_holder h JOIN member m ON m.body_id = h.body_id AND m.id = h.member_id
      WHERE h.body_id = t.body_id AND h.term_id = t.id) AS holders,
    jsonb_build_object('start', t.planned_start, 'end', t.planned_end) AS planned,
    jsonb_build_object('start', t.effective_start, 'end', t.effective_end) AS effective,
    t.label, t.boundary, t.certainty, t.certainty_note AS "certaintyNote",
    jsonb_build_object('start', t.start_precision, 'end', t.end_precision) AS precision, t.pauses, t.sources, t.remarks,
    iso_instant(t.chair_from) AS "chairFrom", iso_instant(t.chair_until) AS "chairUntil", t.version
  FROM term t WHERE t.body_id = $1`;

/** Terms in the order of the rotation. @param after position and id of the last one that was read; null at the start. */
export async function listTerms(
  em: EntityManager,
  bodyId: string,
  after: readonly [position: string, id: string] | null,
  rows: number,
): Promise<TermView[]> {
  return em.query(
    `${TERM} AND ($2::numeric IS NULL OR (t.position, t.id::text) > ($2, $3)) ORDER BY t.position, t.id LIMIT $4`,
    [bodyId, after?.[0] ?? null, after?.[1] ?? null, rows],
  );
}

/** One term with everything that was decided about it since it was proposed; null when there is none. */
export async function findTerm(
  em: EntityManager,
  bodyId: string,
  termId: string,
): Promise<TermWithRevisionsView | null> {
  const [term]: Omit<TermWithRevisionsView, 'revisions'>[] = await em.query(`${TERM} AND t.id = $2`, [bodyId, termId]);
  if (term === undefined) return null;
  const revisions: TermRevisionView[] = await em.query(
    `SELECT r.version, iso_instant(e.at) AS at, e.actor AS "actorId", r.move, r.changed, r.decided_by AS "decidedBy",
       t.text AS reason, r.account_seq::int AS "accountSeq"
     FROM term_revision r
     JOIN account_entry e ON e.body_id = r.body_id AND e.stream = 'body' AND e.seq = r.account_seq
     LEFT JOIN account_text t ON t.body_id = e.body_id AND t.stream = e.stream AND t.seq = e.seq
     WHERE r.body_id = $1 AND r.term_id = $2 ORDER BY r.version`,
    [bodyId, termId],
  );
  return { ...term, revisions };
}

/** Who chairs on a day, today in the body's zone when none is given; null when there is no such body. */
export async function findChairs(em: EntityManager, bodyId: string, on: IsoDate | null): Promise<ChairsView | null> {
  const [body]: { today: IsoDate }[] = await em.query(
    'SELECT (gavel_now() AT TIME ZONE zone)::date AS today FROM body WHERE id = $1',
    [bodyId],
  );
  if (body === undefined) return null;
  const day = on ?? body.today;
  const found = chairsOn(await loadTerms(em, bodyId), day);
  const members = await namesOf(em, bodyId, [...new Set(found.flatMap(({ holders }) => holders))]);
  const named = (id: string): HolderView => ({ id, name: members.get(id) ?? id });
  return { on: day, chairs: found.map((chair) => ({ ...chair, holders: chair.holders.map(named) })) };
}

/** The whole rotation, with what is wrong in it; null when there is no such body. */
export async function findRotation(em: EntityManager, bodyId: string): Promise<RotationView | null> {
  const [body]: { facts: Facts }[] = await em.query(
    `SELECT coalesce(facts->'rotation', '{}') AS facts FROM body WHERE id = $1`,
    [bodyId],
  );
  if (body === undefined) return null;
  const terms: TermView[] = await em.query(`${TERM} ORDER BY t.position, t.id`, [bodyId]);
  const known = await loadTerms(em, bodyId);
  return { terms, gaps: gaps(known), overlaps: overlaps(known), facts: body.facts };
}

async function namesOf(
  em: EntityManager,
  bodyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows: HolderView[] = await em.query('SELECT id, name FROM member WHERE body_id = $1 AND id = ANY ($2)', [
    bodyId,
    ids,
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
