import type { EntityManager } from 'typeorm';
import { sha256 } from '../audit/account.js';
import {
  contentText,
  standingOf,
  type ContentPiece,
  type SectionContent,
} from '../engine/handovers/section-content.js';
import type { TaskState } from '../engine/tasks/task.js';
import { prepared } from '../storage/statements.js';

interface Row {
  readonly summary: string;
  readonly needs: string;
  readonly tasks: readonly { readonly id: string; readonly state: TaskState }[];
  readonly pieces: readonly ContentPiece[];
}

/** Values: body, handover, section. Of a document its newest version; what was removed is not part of it. */
const CONTENT = `
  SELECT s.summary, s.needs,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'state', t.state) ORDER BY t.position), '[]')
      FROM task t WHERE t.body_id = s.body_id AND t.handover_id = s.handover_id AND t.section_id = s.id) AS tasks,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'task', e.task_id, 'title', e.title, 'marking', e.marking,
        'reference', CASE WHEN d.id IS NULL THEN e.reference END, 'version', d.newest, 'sha256', v.sha256)
        ORDER BY t.position, e.added_at, e.id), '[]')
      FROM evidence e
      JOIN task t ON t.body_id = e.body_id AND t.handover_id = e.handover_id AND t.id = e.task_id
      LEFT JOIN document d ON d.body_id = e.body_id AND d.handover_id = e.handover_id AND d.task_id = e.task_id AND d.id = e.id
      LEFT JOIN document_version v ON v.body_id = d.body_id AND v.handover_id = d.handover_id AND v.task_id = d.task_id
        AND v.document_id = d.id AND v.number = d.newest
      WHERE e.body_id = s.body_id AND e.handover_id = s.handover_id AND t.section_id = s.id AND e.removed_at IS NULL) AS pieces
  FROM section s WHERE s.body_id = $1 AND s.handover_id = $2 AND s.id = $3`;

/** What there is to decide on in a section, as it stands now; null when the handover has no such section. */
export async function contentOfSection(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  sectionId: string,
): Promise<SectionContent | null> {
  const [row] = await prepared<Row>(em, 'section-content', CONTENT, [bodyId, handoverId, sectionId]);
  if (row === undefined) return null;
  return { ...row, tasks: row.tasks.map(({ id, state }) => ({ id, standing: standingOf(state) })) };
}

/** The SHA-256, in hex, of the canonical text of a content. */
export function digestOfContent(content: SectionContent): string {
  return sha256(contentText(content));
}
