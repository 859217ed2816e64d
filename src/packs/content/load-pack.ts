import type { EntityManager } from 'typeorm';
import type { Marking } from '../../engine/words.js';
import type { Reader } from '../../handovers/read-handover.js';
import { listAssets } from './assets.queries.js';
import type { Pack, PackSection, PackTask } from './pack.js';
import { findPackHead, listPackSections, listPackTasks, type SectionOfPack } from './pack.queries.js';
import { findProgramme, findStocktaking, listPackContacts, listPackMeetings } from './surroundings.queries.js';

/** What a reader of a handover may read: everything from inside, from outside only what is public. */
export function markingsFor({ inside }: Reader): readonly Marking[] {
  return inside ? ['public', 'participants', 'restricted'] : ['public'];
}

/**
 * The whole pack of a handover, in eight statements that go out together. Documents and references whose marking is not
 * among `markings` are left out, and what people wrote or may be reached at is there only for participants.
 * @throws RangeError when there is no such handover.
 */
export async function loadPack(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  markings: readonly Marking[],
): Promise<Pack> {
  const pack = await findPack(em, bodyId, handoverId, markings);
  if (pack === null) throw new RangeError('There is no such handover');
  return pack;
}

/** The same; null when there is no such handover. */
export async function findPack(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  markings: readonly Marking[],
): Promise<Pack | null> {
  const isParticipant = markings.includes('participants');
  const [head, sections, tasks, stocktaking, meetings, contacts, programme, assets] = await Promise.all([
    findPackHead(em, bodyId, handoverId),
    listPackSections(em, bodyId, handoverId, isParticipant),
    listPackTasks(em, bodyId, handoverId, markings),
    findStocktaking(em, bodyId, handoverId),
    listPackMeetings(em, bodyId, handoverId),
    listPackContacts(em, bodyId, handoverId, isParticipant),
    findProgramme(em, bodyId, handoverId),
    isParticipant ? listAssets(em, bodyId, handoverId) : [],
  ]);
  if (head === null) return null;
  return { head, markings, sections: withTasks(sections, tasks), stocktaking, meetings, contacts, programme, assets };
}

function withTasks(sections: readonly SectionOfPack[], tasks: readonly PackTask[]): readonly PackSection[] {
  return sections.map((section) => ({ ...section, tasks: tasks.filter(({ sectionId }) => sectionId === section.id) }));
}
