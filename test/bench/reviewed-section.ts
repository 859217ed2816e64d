import { MoveHandover } from '../../src/handovers/move-handover.js';
import { ChangeSection } from '../../src/packs/review/change-section.js';
import { CommentOnSection } from '../../src/packs/review/comment-on-section.js';
import type { Database } from '../../src/storage/database.js';
import { granted } from './bodies.js';

/** The section with the most tasks: ten. */
export const SECTION = 'SOM';

const SUMMARY =
  'The meeting was prepared with both chairs: place, dates, invitations and the agenda are settled. '.repeat(4);

/** Brings a section to its reviewer, with ten comments in threads of two. Its tasks are settled past the use cases. */
export async function presentSection(database: Database, bodyId: string, handoverId: string): Promise<void> {
  await database.change(bodyId, (em) =>
    em.query(
      `UPDATE task SET state = 'accepted', submitted_sides = '{secretariat}', submitted_persons = '{secretariat}'
       WHERE body_id = $1 AND handover_id = $2 AND section_id = $3`,
      [bodyId, handoverId, SECTION],
    ),
  );
  const handover = { bodyId, handoverId, personId: 'secretariat', expectedVersion: 1 };
  granted(await new MoveHandover(database).execute(handover, { move: 'prepare' }));
  const section = { bodyId, handoverId, sectionId: SECTION };
  const needs = 'Name the people who take part\nTell the secretariat by when';
  const presented = { ...section, personId: 'outgoing', expectedVersion: 1 };
  granted(await new ChangeSection(database).execute(presented, { move: 'present', summary: SUMMARY, needs }));
  const comments = new CommentOnSection(database);
  for (let thread = 0; thread < 5; thread++) {
    const asked = { text: 'Page 4: who signs?', mentions: ['outgoing'], parentId: null };
    const { id } = granted(await comments.execute({ ...section, personId: 'incoming' }, asked));
    const answered = { text: 'The minister: see page 5.', mentions: [], parentId: id };
    granted(await comments.execute({ ...section, personId: 'outgoing' }, answered));
  }
}
