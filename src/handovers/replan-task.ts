import type { EntityManager } from 'typeorm';
import { comparePlans } from '../engine/plan/plan-difference.js';
import { makePlan, planInForce } from '../engine/plan/plan.js';
import type { LockedStream } from '../storage/database.js';
import { loadPlanning, planInput } from './planning.js';
import { writePlan, writeRevision } from './write-plan.js';

/** Gives one task its date anew, after it was pinned, freed or taken on: a revision of its own, told with that move. */
export async function replanTask(
  em: EntityManager,
  locked: LockedStream,
  taskId: string,
  actorId: string,
): Promise<void> {
  const { bodyId, stream: handoverId, at } = locked;
  const facts = await loadPlanning(em, bodyId, handoverId);
  if (facts === null) throw new Error('A handover went away while a task of it was moved');
  const input = planInput(facts, at);
  const plan = makePlan(input);
  const own = plan.tasks.filter((task) => task.taskId === taskId);
  const others = planInForce(input).tasks.filter((task) => task.taskId !== taskId);
  const difference = comparePlans(
    { ...planInForce(input), revision: facts.handover.planRevision },
    { ...plan, tasks: [...others, ...own] },
  );
  writePlan(em, bodyId, handoverId, plan, own, facts);
  const { anchors, version } = facts.handover;
  const { revision } = plan;
  writeRevision(em, locked, { version, revision, actorId, cause: `task ${taskId}`, anchors, difference });
}
