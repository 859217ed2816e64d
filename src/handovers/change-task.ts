import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accountCall } from '../audit/account.js';
import { decideTask } from '../engine/tasks/decide-task.js';
import type { Accepted, Refused } from '../engine/decision.js';
import type { TaskChanges, TaskCommand, TaskFacts, TaskMove, TaskState } from '../engine/tasks/task.js';
import { owedFor } from '../notifications/owed.js';
import { Database, isRefused, type LockedStream } from '../storage/database.js';
import { sendAlong } from '../storage/statements.js';
import { staleVersion } from '../people/stale-version.js';
import { reopenChangedSection } from './reopen-section.js';
import { refuseBystander } from './read-handover.js';
import { replanTask } from './replan-task.js';
import { loadTask, type TaskBeforeMove } from './task-facts.js';

/** Which task, who acts, and on the strength of which version of it. */
export interface TaskRequest {
  readonly bodyId: string;
  readonly handoverId: string;
  readonly taskId: string;
  readonly personId: string;
  /** Null where the move is right whatever the version: a file that took minutes to send adds to the task as it is now. */
  readonly expectedVersion: number | null;
}

/** What became of a task, and where the account tells of it. */
export interface TaskReceipt {
  readonly id: string;
  readonly version: number;
  readonly state: TaskState;
  readonly account: { readonly seq: number; readonly hash: string };
}

/**
 * Writes rows that come with a move, such as the evidence it adds. Gives what the receipt tells beside, false when what the
 * rows are about does not exist, and a refusal where only they know what stands in the way.
 */
export type AlongWithMove<Told extends object> = (
  em: EntityManager,
  locked: LockedStream,
) => Promise<Told | Refused | false>;

/** The moves that give the task another date, or free it to have the one of its rule. */
const MOVES_DATE: ReadonlySet<TaskMove> = new Set(['pin', 'unpin', 'commit']);

const WRITE = `
  WITH moved AS (
    UPDATE task SET
      state = $7, state_since = CASE WHEN state = $7 THEN state_since ELSE $8::timestamptz END,
      submitted_sides = $9, submitted_persons = $10, acceptances = $11, waivers = $12, agreed_persons = $13,
      person_id = $14, office_id = $15, pinned_on = $16, committed_on = coalesce($17, committed_on),
      evidence_count = $18, version = version + 1,
      fulfilled_at = CASE WHEN $19 THEN $8::timestamptz ELSE fulfilled_at END,
      fulfilled_by = CASE WHEN $19 THEN $20 ELSE fulfilled_by END
    WHERE body_id = $1 AND handover_id = $2 AND id = $5 AND version = $6
    RETURNING version)
  SELECT moved.version, write_account($1, $2, $3, $4) FROM moved`;

/**
 * Every move of a task takes this path: the machine's table says which there are, the engine decides, and one
 * statement writes the task, the account and what is owed. Serves the REST routes and the pages alike.
 */
@Injectable()
export class ChangeTask {
  constructor(private readonly database: Database) {}

  /** Null when there is no such task; a refusal lists every gate that is not met and leaves no trace. */
  async execute<Told extends object = object>(
    request: TaskRequest,
    command: TaskCommand,
    alongWith?: AlongWithMove<Told>,
  ): Promise<(TaskReceipt & Told) | Refused | null> {
    const { bodyId, handoverId, taskId, personId } = request;
    const load = (em: EntityManager) => loadTask(em, bodyId, handoverId, taskId, personId);
    return this.database.readAndChangeInTurn(bodyId, handoverId, load, async (em, locked, before) => {
      if (before === null) return null;
      const { facts, actor, version } = before;
      if (actor.hats.length === 0) return refuseBystander(em, bodyId, handoverId, personId);
      const stale = staleVersion(request.expectedVersion ?? version, version);
      if (stale !== null) return stale;
      const decision = decideTask(facts, command, actor, locked.at);
      if (decision.refused) return decision;
      const along = alongWith === undefined ? ({} as Told) : await alongWith(em, locked);
      if (along === false) return null;
      if (isRefused(along)) return along;
      const { told, account } = await writeMove(em, locked, before, decision);
      if (!MOVES_DATE.has(command.move))
        return { ...receipt(taskId, version + 1, decision.changes.state, told), ...along };
      await replanTask(em, account, taskId, personId);
      return { ...receipt(taskId, version + 2, decision.changes.state, told), ...along };
    });
  }
}

/** The account as it stands after a move, and after all that followed from it. */
export interface MoveWritten {
  readonly told: LockedStream;
  readonly account: LockedStream;
}

/** Writes a move that was decided, tells of it, and reopens its section where that has changed by it. */
export async function writeMove(
  em: EntityManager,
  locked: LockedStream,
  { facts, actor, version, sectionState }: TaskBeforeMove,
  { changes, happenings, messages }: Accepted<TaskChanges>,
): Promise<MoveWritten> {
  const owed = owedFor(messages, facts.id, actor.personId, locked.at);
  const { values, after: told } = accountCall(locked, { actorId: actor.personId, happenings, owed });
  write(em, [...values, facts.id, version], locked, facts, changes, actor.personId);
  const account = sectionState === 'drafting' ? told : await reopenChangedSection(em, told, facts.section, actor);
  return { told, account };
}

/** One statement for the task, the account and what is owed; all or nothing of it. */
function write(
  em: EntityManager,
  keys: unknown[],
  locked: LockedStream,
  before: TaskFacts,
  changes: TaskChanges,
  actorId: string,
): void {
  const after = { ...before, ...changes };
  sendAlong(em, 'write-task', WRITE, [
    ...keys,
    after.state,
    locked.at,
    after.submittedBy?.sides ?? null,
    after.submittedBy?.persons ?? null,
    after.acceptances,
    after.waivers,
    after.agreedPersons,
    after.personId,
    after.officeId,
    after.pinned,
    changes.committedOn ?? null,
    after.evidenceCount,
    changes.fulfilled === true,
    actorId,
  ]);
}

function receipt(id: string, version: number, state: TaskState, account: LockedStream): TaskReceipt {
  return { id, version, state, account: { seq: account.seq, hash: account.head } };
}
