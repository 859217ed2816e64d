import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { writeAccount } from '../../audit/account.js';
import type { Refused } from '../../engine/decision.js';
import { decideSection } from '../../engine/handovers/decide-section.js';
import type { SectionContent } from '../../engine/handovers/section-content.js';
import type { SectionCommand, SectionState } from '../../engine/handovers/section.js';
import { refuseBystander } from '../../handovers/read-handover.js';
import { replanTask } from '../../handovers/replan-task.js';
import { digestOfContent } from '../../handovers/section-content.queries.js';
import { loadSection, type SectionBeforeMove, type SectionKey } from '../../handovers/section-facts.js';
import { owedFor } from '../../notifications/owed.js';
import { staleVersion } from '../../people/stale-version.js';
import { Database, type LockedStream } from '../../storage/database.js';
import { addFollowUp, followUpTask, type FollowUpTask } from './follow-up.js';
import { writeSection } from './write-section.js';

/** Which section, who acts, and on the strength of which version of it. */
export interface SectionRequest extends SectionKey {
  readonly expectedVersion: number;
}

/** What became of a section, and where the account tells of it. */
export interface SectionReceipt {
  readonly id: string;
  readonly version: number;
  readonly state: SectionState;
  readonly account: { readonly seq: number; readonly hash: string };
}

/** Every move of a section of the pack: presenting it, deciding on it, taking it back to change what it says. */
@Injectable()
export class ChangeSection {
  constructor(private readonly database: Database) {}

  /** Null when there is no such section; a refusal lists every gate that is not met and leaves no trace. */
  async execute(request: SectionRequest, command: SectionCommand): Promise<SectionReceipt | Refused | null> {
    const { bodyId, handoverId, sectionId, personId } = request;
    return this.database.changeInTurn(bodyId, handoverId, async (em, locked) => {
      const before = await loadSection(em, request, locked.at);
      if (before === null) return null;
      const { actor, version } = before;
      if (actor.hats.length === 0) return refuseBystander(em, bodyId, handoverId, personId);
      const stale = staleVersion(request.expectedVersion, version);
      if (stale !== null) return stale;
      const task = await followUpOf(em, request, command);
      const content = contentAfter(before, command, task);
      const facts = { ...before.facts, content: digestOfContent(content) };
      const decision = decideSection(facts, command, actor, locked.at);
      if (decision.refused) return decision;
      const { changes, messages } = decision;
      const [first, ...rest] = decision.happenings;
      const happenings = [first, ...rest, ...(task?.happenings ?? [])] as const;
      await writeSection(em, locked, before, { changes, content, taskId: task?.id ?? null });
      const owed = owedFor(messages, null, personId, locked.at);
      const after = writeAccount(em, locked, { actorId: personId, happenings, owed });
      if (task !== null) await this.putDown(em, after, task, personId);
      const account = { seq: after.seq, hash: after.head };
      return { id: sectionId, version: version + 1, state: changes.state, account };
    });
  }

  private async putDown(em: EntityManager, locked: LockedStream, task: FollowUpTask, personId: string): Promise<void> {
    await addFollowUp(em, locked, task);
    await replanTask(em, locked, task.id, personId);
  }
}

async function followUpOf(
  em: EntityManager,
  request: SectionRequest,
  command: SectionCommand,
): Promise<FollowUpTask | null> {
  if (command.move !== 'accept_with_reservation' || command.followUp === undefined) return null;
  return followUpTask(em, request, command.reservation, command.followUp, request.personId);
}

/** What the section holds once the move is made. */
function contentAfter(
  { content }: SectionBeforeMove,
  command: SectionCommand,
  task: FollowUpTask | null,
): SectionContent {
  const { summary, needs } = 'summary' in command ? command : content;
  const tasks = task === null ? content.tasks : [...content.tasks, { id: task.id, standing: task.standing }];
  return { ...content, summary, needs, tasks };
}
