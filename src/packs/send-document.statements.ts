/** Values: body, handover, task, document. */
export const NEWEST = `
  SELECT d.newest AS number FROM document d
  JOIN evidence e ON e.body_id = d.body_id AND e.handover_id = d.handover_id AND e.task_id = d.task_id AND e.id = d.id
    AND e.removed_at IS NULL
  WHERE d.body_id = $1 AND d.handover_id = $2 AND d.task_id = $3 AND d.id = $4`;

/** What both statements are given. */
const GIVEN = `
  WITH given AS (
    SELECT $1::text AS body_id, $2::text AS handover_id, $3::text AS task_id, $4::uuid AS id, $5::text AS title,
      $6::text AS language, $7::text AS marking, $8::text AS sent_by, $9::timestamptz AS sent_at, $10::integer AS number,
      $11::text AS sha256, $12::bigint AS bytes, $13::text AS media_type, $14::text AS file_name)`;

const VERSION_ROW = `
  INSERT INTO document_version (body_id, handover_id, task_id, document_id, number, sha256, bytes, media_type, file_name,
    title, language, marking, sent_by, sent_at)
  SELECT g.body_id, g.handover_id, g.task_id, g.id, g.number, g.sha256, g.bytes, g.media_type, g.file_name, g.title,
    g.language, piece.marking, g.sent_by, g.sent_at
  FROM given g, piece`;

/**
 * Values: body, handover, task, document; title, language, marking or null for the task's, sender, instant; number,
 * digest, bytes, media type, file name; address.
 */
export const INSERT_DOCUMENT = `${GIVEN},
  piece AS (
    INSERT INTO evidence (body_id, handover_id, task_id, id, title, reference, language, marking, added_by, added_at)
    SELECT g.body_id, g.handover_id, g.task_id, g.id, g.title, $15::text, g.language, coalesce(g.marking, t.marking),
      g.sent_by, g.sent_at
    FROM given g JOIN task t ON t.body_id = g.body_id AND t.handover_id = g.handover_id AND t.id = g.task_id
    RETURNING marking),
  kept AS (
    INSERT INTO document (body_id, handover_id, task_id, id, newest)
    SELECT body_id, handover_id, task_id, id, number FROM given)
  ${VERSION_ROW}`;

/** The same without the address; null for the marking leaves that of the document. */
export const INSERT_VERSION = `${GIVEN},
  piece AS (
    UPDATE evidence e SET title = g.title, language = g.language, marking = coalesce(g.marking, e.marking)
    FROM given g
    WHERE e.body_id = g.body_id AND e.handover_id = g.handover_id AND e.task_id = g.task_id AND e.id = g.id
    RETURNING e.marking),
  kept AS (
    UPDATE document d SET newest = g.number
    FROM given g
    WHERE d.body_id = g.body_id AND d.handover_id = g.handover_id AND d.task_id = g.task_id AND d.id = g.id)
  ${VERSION_ROW}`;
