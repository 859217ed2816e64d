import type { EntityManager } from 'typeorm';
import type { UnmetGate } from '../engine/decision.js';
import { decideTask } from '../engine/tasks/decide-task.js';
import type { TaskCommand } from '../engine/tasks/task.js';
import type { Translated } from '../engine/tasks/template.js';
import type { Evidence, Marking } from '../engine/words.js';
import type { Viewer } from '../people/find-session.js';
import { findFrame, type HandoverFrame } from '../handovers/handover-frame.queries.js';
import { loadTask } from '../handovers/task-facts.js';
import { prepared } from '../storage/statements.js';
import { listDocuments, type TaskDocument } from './documents.queries.js';

/** What the page for adding a document to a task knows. */
export interface DocumentPlace {
  readonly frame: HandoverFrame;
  readonly task: {
    readonly id: string;
    readonly title: Translated;
    readonly evidence: Evidence;
    /** What is asked for as proof, in the words of the template. */
    readonly evidenceKind: string;
    readonly marking: Marking;
  };
  readonly documents: readonly TaskDocument[];
  /** What stands against adding anything; empty when the reader may. */
  readonly gates: readonly UnmetGate[];
  /** Whether the reader may replace what is there. */
  readonly mayReplace: boolean;
}

const TASK = `
  SELECT id, title, evidence, evidence_kind AS "evidenceKind", marking FROM task
  WHERE body_id = $1 AND handover_id = $2 AND id = $3`;

/** Null when the handover has no such task. */
export async function findDocumentPlace(
  em: EntityManager,
  { bodyId, personId, now }: Viewer,
  handoverId: string,
  taskId: string,
): Promise<DocumentPlace | null> {
  const [frame, [task], documents, before] = await Promise.all([
    findFrame(em, bodyId, handoverId, personId),
    prepared<DocumentPlace['task'] & object>(em, 'task-of-documents', TASK, [bodyId, handoverId, taskId]),
    listDocuments(em, bodyId, handoverId, taskId, true),
    loadTask(em, bodyId, handoverId, taskId, personId),
  ]);
  if (frame === null || task === undefined || documents === null || before === null) return null;
  const gatesOf = (command: TaskCommand): readonly UnmetGate[] => {
    const decision = decideTask(before.facts, command, before.actor, now);
    return decision.refused ? decision.gates : [];
  };
  return {
    frame,
    task,
    documents,
    gates: gatesOf({ move: 'addEvidence', evidenceId: '' }),
    mayReplace: gatesOf({ move: 'removeEvidence', evidenceId: '' }).length === 0,
  };
}
