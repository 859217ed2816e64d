import type { TestApp } from '../support/app.js';
import { HANDOVER, RABAT } from '../support/rabat.js';

/** A signed paper and the document of a late entry, whose content is that of a document which is there already. */
export async function plantPapers(app: TestApp): Promise<void> {
  const file = 'SELECT sha256, bytes, media_type FROM document_version WHERE body_id = $1 LIMIT 1';
  await app.rabat.database.change(RABAT, async (em) => {
    await em.query(
      `INSERT INTO signature (body_id, handover_id, round, side, person_id, signed_for_id, signed_at, paper_sha256,
         paper_bytes, paper_media_type)
       SELECT $1, $2, 0, 'outgoing', 'ma-lead', 'ma-lead', gavel_now(), sha256, bytes, media_type FROM (${file}) AS f`,
      [RABAT, HANDOVER],
    );
    await em.query(
      `INSERT INTO addendum (body_id, handover_id, number, title, text, added_by, added_at, sha256, bytes, media_type, file_name)
       SELECT $1, $2, 1, 'Contacts', 'Corrected.', 'sec', gavel_now(), sha256, bytes, media_type, 'contacts.pdf' FROM (${file}) AS f`,
      [RABAT, HANDOVER],
    );
  });
}
