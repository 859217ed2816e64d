import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Accepted, Refused, UnmetGate } from '../engine/decision.js';
import { decideTask } from '../engine/tasks/decide-task.js';
import type { TaskChanges, TaskCommand } from '../engine/tasks/task.js';
import { Database, type LockedStream } from '../storage/database.js';
import { prepared } from '../storage/statements.js';
import type { NewEvidence } from './add-evidence.js';
import { writeMove } from './change-task.js';
import { EvidenceRow, TaskRow } from './handovers.entity.js';
import { refuseBystander } from './read-handover.js';
import { loadTask, type TaskBeforeMove } from './task-facts.js';

/** A link and the task whose evidence it becomes. */
export interface ListedLink extends NewEvidence {
  readonly taskId: string;
}

/** What is wrong with a link of the list, by its place from 0. */
export type LinkFault = { readonly place: number } & (
  | { readonly what: 'no_task' | 'listed_twice' | 'there_already' }
  | { readonly what: 'refused'; readonly gates: readonly UnmetGate[] }
);

/** The links that were added, in the order of the list; or what is wrong, and nothing was added. */
export type LinksImported =
  | { readonly faults: readonly [LinkFault, ...LinkFault[]] }
  | {
      readonly faults: null;
      readonly added: readonly string[];
      readonly account: { readonly seq: number; readonly hash: string };
    };

interface Place {
  readonly bodyId: string;
  readonly handoverId: string;
  readonly personId: string;
}

/** Values: body, handover. */
const ADDRESSES = `
  SELECT task_id AS "taskId", reference FROM evidence
  WHERE body_id = $1 AND handover_id = $2 AND removed_at IS NULL AND reference IS NOT NULL`;

const HAS_PART = `
  SELECT jsonb_array_length(reading_hats($1, $2, $3, gavel_now())) > 0 AS "hasPart" FROM handover WHERE body_id = $1 AND id = $2`;

/** Brings in a list of links as evidence. Each is judged like one that is added alone; where one is wrong, none is taken. */
@Injectable()
export class ImportLinks {
  constructor(private readonly database: Database) {}

  /** Null when there is no such handover. */
  async execute(place: Place, links: readonly ListedLink[]): Promise<LinksImported | Refused | null> {
    const { bodyId, handoverId, personId } = place;
    return this.database.changeInTurn(bodyId, handoverId, async (em, locked) => {
      const [row] = await prepared<{ hasPart: boolean }>(em, 'has-part', HAS_PART, [bodyId, handoverId, personId]);
      if (row?.hasPart !== true) return refuseBystander(em, bodyId, handoverId, personId);
      const [first, ...others] = await judge(em, locked, place, links);
      if (first !== undefined) return { faults: [first, ...others] };
      return add(em, locked, place, links);
    });
  }
}

async function judge(
  em: EntityManager,
  { at }: LockedStream,
  { bodyId, handoverId, personId }: Place,
  links: readonly ListedLink[],
): Promise<LinkFault[]> {
  const keyOf = ({ taskId, reference }: Pick<ListedLink, 'taskId' | 'reference'>): string => `${taskId} ${reference}`;
  const there = await prepared<Pick<ListedLink, 'taskId' | 'reference'>>(em, 'evidence-addresses', ADDRESSES, [
    bodyId,
    handoverId,
  ]);
  const known = new Set(there.map(keyOf));
  const listed = new Set<string>();
  const faults: LinkFault[] = [];
  for (const [place, link] of links.entries()) {
    const key = keyOf(link);
    if (known.has(key)) faults.push({ place, what: 'there_already' });
    else if (listed.has(key)) faults.push({ place, what: 'listed_twice' });
    listed.add(key);
    const before = await loadTask(em, bodyId, handoverId, link.taskId, personId);
    if (before === null) {
      faults.push({ place, what: 'no_task' });
      continue;
    }
    const decision = decideTask(before.facts, commandFor(uuid()), before.actor, at);
    if (decision.refused) faults.push({ place, what: 'refused', gates: decision.gates });
  }
  return faults;
}

async function add(
  em: EntityManager,
  locked: LockedStream,
  { bodyId, handoverId, personId }: Place,
  links: readonly ListedLink[],
): Promise<LinksImported> {
  const added: string[] = [];
  let account = locked;
  for (const { taskId, ...piece } of links) {
    const id = uuid();
    const { before, decision } = await decided(em, locked, { bodyId, handoverId, personId }, taskId, id);
    const { marking } = await em.findOneByOrFail(TaskRow, { bodyId, handoverId, id: taskId });
    const row = { bodyId, handoverId, taskId, id, marking, ...piece, addedBy: personId, addedAt: new Date(locked.at) };
    await em.insert(EvidenceRow, row);
    ({ account } = await writeMove(em, account, before, decision));
    added.push(id);
  }
  return { faults: null, added, account: { seq: account.seq, hash: account.head } };
}

/** Decided anew for each: a task to which two links are added has changed by the first. */
async function decided(
  em: EntityManager,
  { at }: LockedStream,
  { bodyId, handoverId, personId }: Place,
  taskId: string,
  evidenceId: string,
): Promise<{ readonly before: TaskBeforeMove; readonly decision: Accepted<TaskChanges> }> {
  const before = await loadTask(em, bodyId, handoverId, taskId, personId);
  const decision = before === null ? null : decideTask(before.facts, commandFor(evidenceId), before.actor, at);
  if (before === null || decision === null || decision.refused) {
    throw new Error(`What was judged of ${taskId} no longer holds in the same transaction`);
  }
  return { before, decision };
}

function commandFor(evidenceId: string): TaskCommand {
  return { move: 'addEvidence', evidenceId };
}
