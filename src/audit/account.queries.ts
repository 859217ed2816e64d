import type { EntityManager } from 'typeorm';
import type { IsoInstant, Side } from '../engine/words.js';
import { prepared } from '../storage/statements.js';

/** A line of the account as people read it. */
export interface AccountLine {
  readonly seq: number;
  readonly at: IsoInstant;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly facts: object;
  /** What was written; null when nothing was, or when it was erased. */
  readonly text: string | null;
  readonly prevHash: string;
  readonly hash: string;
}

/** A line as it is exported: enough to check the chain, and the texts, without the database. */
export interface ExportedEntry {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
  /** The canonical JSON that was hashed. */
  readonly entry: string;
  readonly text: string | null;
  /** The key under which `entry.textDigest` was made; null when there is no text, or it was erased. */
  readonly key: string | null;
}

/** Entries of a stream after one of them, in their order. */
export async function listAccount(
  em: EntityManager,
  bodyId: string,
  stream: string,
  after: number,
  rows: number,
): Promise<AccountLine[]> {
  return em.query(
    `SELECT e.seq::int AS seq, iso_instant(e.at) AS at, e.actor, e.action, e.subject, e.entry::jsonb->'facts' AS facts,
       t.text, e.prev_hash AS "prevHash", e.hash
     FROM account_entry e LEFT JOIN account_text t USING (body_id, stream, seq)
     WHERE e.body_id = $1 AND e.stream = $2 AND e.seq > $3 ORDER BY e.seq LIMIT $4`,
    [bodyId, stream, after, rows],
  );
}

/** The same as it is exported. */
export async function exportAccount(
  em: EntityManager,
  bodyId: string,
  stream: string,
  after: number,
  rows: number,
): Promise<ExportedEntry[]> {
  return em.query(
    `SELECT e.seq::int AS seq, e.prev_hash AS "prevHash", e.hash, e.entry, t.text, t.key
     FROM account_entry e LEFT JOIN account_text t USING (body_id, stream, seq)
     WHERE e.body_id = $1 AND e.stream = $2 AND e.seq > $3 ORDER BY e.seq LIMIT $4`,
    [bodyId, stream, after, rows],
  );
}

/** A line of the activity, as pages tell it. */
export interface ActivityLine {
  readonly seq: number;
  readonly at: IsoInstant;
  readonly actor: string;
  /** Null for the system itself, and for whoever is not known any more. */
  readonly actorName: string | null;
  readonly action: string;
  readonly subject: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly text: string | null;
  readonly hash: string;
  /** The people whom the line speaks of, by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** Which lines are asked for; whatever is left out is not asked about. */
export interface ActivityChoice {
  /** The newest line that may be given. */
  readonly upTo?: number;
  /** Who acted; what nobody did for a side counts as done by the secretariat. */
  readonly side?: Side;
  readonly actions?: readonly string[];
}

/** Entries of a stream, newest first. */
export async function listActivity(
  em: EntityManager,
  bodyId: string,
  stream: string,
  { upTo, side, actions }: ActivityChoice,
  rows: number,
): Promise<ActivityLine[]> {
  return prepared<ActivityLine>(
    em,
    'activity-lines',
    `SELECT e.seq::int AS seq, iso_instant(e.at) AS at, e.actor, p.name AS "actorName", e.action, e.subject, f AS facts,
       t.text, e.hash, coalesce((SELECT jsonb_object_agg(n.id, n.name) FROM person n WHERE n.body_id = e.body_id
         AND n.id IN (f->'person'->>'to', f->>'standInId', substring(e.subject FROM '^person:(.*)$'))), '{}') AS names
     FROM account_entry e
     CROSS JOIN LATERAL (SELECT e.entry::jsonb->'facts' AS f) AS told
     LEFT JOIN account_text t ON t.body_id = e.body_id AND t.stream = e.stream AND t.seq = e.seq
     LEFT JOIN person p ON p.body_id = e.body_id AND p.id = e.actor
     WHERE e.body_id = $1 AND e.stream = $2 AND ($3::bigint IS NULL OR e.seq <= $3)
       AND ($4::text IS NULL OR f->'sides' ? $4 OR $4 = 'secretariat' AND NOT f ? 'sides')
       AND ($5::text[] IS NULL OR e.action = ANY ($5))
     ORDER BY e.seq DESC LIMIT $6`,
    [bodyId, stream, upTo ?? null, side ?? null, actions ?? null, rows],
  );
}
