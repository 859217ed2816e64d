import type { EntityManager } from 'typeorm';
import type { IsoInstant, Marking } from '../engine/words.js';
import { prepared } from '../storage/statements.js';
import type { MediaType } from './media-types.js';

/** One version of a document. */
export interface DocumentVersion {
  readonly number: number;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: MediaType;
  readonly fileName: string;
  readonly title: string;
  readonly language: string | null;
  readonly marking: Marking;
  readonly sentBy: string;
  readonly sentByName: string;
  readonly sentAt: IsoInstant;
}

/** A document of a task, the newest version first. */
export interface TaskDocument {
  readonly id: string;
  /** The number of the newest version. */
  readonly newest: number;
  readonly versions: readonly DocumentVersion[];
}

const VERSION = `jsonb_build_object('number', v.number, 'sha256', v.sha256, 'bytes', v.bytes, 'mediaType', v.media_type,
  'fileName', v.file_name, 'title', v.title, 'language', v.language, 'marking', v.marking, 'sentBy', v.sent_by,
  'sentByName', p.name, 'sentAt', iso_instant(v.sent_at))`;

/** Values: body, handover, task, whether the reader works in the handover, one document or null for all. */
const DOCUMENTS = `
  SELECT d.id, d.newest, jsonb_agg(${VERSION} ORDER BY v.number DESC) AS versions
  FROM document d
  JOIN evidence e ON e.body_id = d.body_id AND e.handover_id = d.handover_id AND e.task_id = d.task_id AND e.id = d.id
    AND e.removed_at IS NULL AND ($4 OR e.marking = 'public')
  JOIN document_version v ON v.body_id = d.body_id AND v.handover_id = d.handover_id AND v.task_id = d.task_id
    AND v.document_id = d.id AND ($4 OR v.marking = 'public')
  JOIN person p ON p.body_id = v.body_id AND p.id = v.sent_by
  WHERE d.body_id = $1 AND d.handover_id = $2 AND d.task_id = $3 AND ($5::uuid IS NULL OR d.id = $5)
  GROUP BY d.id, d.newest, e.added_at ORDER BY e.added_at, d.id`;

/**
 * The documents of a task that were not withdrawn; null when there is no such task.
 * @param inside whether the reader works in the handover; from outside only what is public is seen.
 */
export async function listDocuments(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  taskId: string,
  inside: boolean,
): Promise<TaskDocument[] | null> {
  const known: object[] = await em.query('SELECT FROM task WHERE body_id = $1 AND handover_id = $2 AND id = $3', [
    bodyId,
    handoverId,
    taskId,
  ]);
  if (known.length === 0) return null;
  return prepared<TaskDocument>(em, 'documents-of-task', DOCUMENTS, [bodyId, handoverId, taskId, inside, null]);
}

/** One of them; null when there is none such, or the reader may not see it. */
export async function findDocument(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  taskId: string,
  inside: boolean,
  documentId: string,
): Promise<TaskDocument | null> {
  const values = [bodyId, handoverId, taskId, inside, documentId];
  return (await prepared<TaskDocument>(em, 'documents-of-task', DOCUMENTS, values))[0] ?? null;
}

/** What is needed to send the content of a version to somebody, and to know whether they may have it. */
export interface KeptVersion {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: MediaType;
  readonly fileName: string;
  /** The version's own, and the document's as it is now: the stricter of both holds. */
  readonly markings: readonly Marking[];
  /** Whether the reader has a side in the handover. */
  readonly isParty: boolean;
}

/** Values: body, handover, task, document, version or null for the newest, reader. */
const KEPT = `
  SELECT v.sha256, v.bytes::float8 AS bytes, v.media_type AS "mediaType", v.file_name AS "fileName",
    ARRAY[v.marking, e.marking] AS markings,
    jsonb_array_length(reading_hats($1, $2, $6, gavel_now())) > 0 AS "isParty"
  FROM document d
  JOIN evidence e ON e.body_id = d.body_id AND e.handover_id = d.handover_id AND e.task_id = d.task_id AND e.id = d.id
    AND e.removed_at IS NULL
  JOIN document_version v ON v.body_id = d.body_id AND v.handover_id = d.handover_id AND v.task_id = d.task_id
    AND v.document_id = d.id AND v.number = coalesce($5::integer, d.newest)
  WHERE d.body_id = $1 AND d.handover_id = $2 AND d.task_id = $3 AND d.id = $4`;

/** One version; null when there is none such, or the document was withdrawn. */
export async function findKeptVersion(
  em: EntityManager,
  bodyId: string,
  at: { readonly handoverId: string; readonly taskId: string; readonly documentId: string },
  number: number | null,
  readerId: string,
): Promise<KeptVersion | null> {
  const values = [bodyId, at.handoverId, at.taskId, at.documentId, number, readerId];
  return (await prepared<KeptVersion>(em, 'kept-version', KEPT, values))[0] ?? null;
}
