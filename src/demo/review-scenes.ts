import { isDecided, type SectionCommand, type SectionState } from '../engine/handovers/section.js';
import { SectionRow } from '../handovers/handovers.entity.js';
import { ChangeSection } from '../packs/review/change-section.js';
import { CommentOnSection, type SectionRemark } from '../packs/review/comment-on-section.js';
import { Database } from '../storage/database.js';
import type { Stage } from './stage.js';

/** A section of the pack as those who review it see it. */
interface ReviewedSection {
  readonly id: string;
  readonly title: string;
  readonly state: SectionState;
  readonly version: number;
}

/** What a section is presented with. */
interface Presentation {
  readonly summary: string;
  readonly needs: string;
}

const WORDS: Readonly<Record<SectionCommand['move'], string>> = {
  present: 'sends for review',
  accept: 'accepts',
  accept_with_reservation: 'accepts with a reservation',
  return: 'returns',
  change: 'changes',
};

/** Somebody moves one section on, on the strength of what they see now. */
export async function moveSection(
  stage: Stage,
  personId: string,
  handoverId: string,
  sectionId: string,
  command: SectionCommand,
): Promise<boolean> {
  const section = (await sectionsOf(stage, handoverId)).find(({ id }) => id === sectionId);
  if (section === undefined) throw new Error(`There is no section ${sectionId}`);
  const { bodyId } = stage;
  const request = { bodyId, handoverId, sectionId, personId, expectedVersion: section.version };
  const words = `${WORDS[command.move]} section ${sectionId} ${section.title}${saying(command)}`;
  return (await stage.ask(personId, words, () => stage.get(ChangeSection).execute(request, command))) !== null;
}

/** Somebody says something about a section, and to whom. */
export async function remarkOn(
  stage: Stage,
  personId: string,
  handoverId: string,
  sectionId: string,
  remark: Omit<SectionRemark, 'parentId'>,
): Promise<void> {
  const request = { bodyId: stage.bodyId, handoverId, sectionId, personId };
  await stage.ask(personId, `comments on section ${sectionId}: “${remark.text}”`, () =>
    stage.get(CommentOnSection).execute(request, { ...remark, parentId: null }),
  );
}

/** One side sends for review whatever is not yet with the other, and the other takes all of it over. */
export async function reviewRest(stage: Stage, handoverId: string, sender: string, reviewer: string): Promise<void> {
  for (const { id, title, state } of await sectionsOf(stage, handoverId)) {
    if (isDecided({ state })) continue;
    if (state !== 'in_review') {
      await moveSection(stage, sender, handoverId, id, { move: 'present', ...usual(title) });
      await stage.pause();
    }
    await moveSection(stage, reviewer, handoverId, id, { move: 'accept' });
    await stage.pause();
  }
}

function usual(title: string): Presentation {
  return {
    summary: `${title}: everything that belongs before the handover is settled; the documents are with their tasks.`,
    needs: 'Take note, and name who goes on with it.',
  };
}

async function sectionsOf(stage: Stage, handoverId: string): Promise<ReviewedSection[]> {
  const { bodyId } = stage;
  const rows = await stage
    .get(Database)
    .read(bodyId, (em) => em.find(SectionRow, { where: { bodyId, handoverId }, order: { position: 'ASC' } }));
  return rows.map(({ id, title, state, version }) => ({ id, title: title.en ?? id, state, version }));
}

function saying(command: SectionCommand): string {
  if (command.move === 'return') return `: “${command.reason}”`;
  return command.move === 'accept_with_reservation' ? `: “${command.reservation}”` : '';
}
