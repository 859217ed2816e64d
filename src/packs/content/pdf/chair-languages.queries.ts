import type { EntityManager } from 'typeorm';
import { isPageLanguage, type PageLanguage } from '../../../../config/languages/pages.js';
import { prepared } from '../../../storage/statements.js';

/** Values: body, handover. What a chair signed in counts before what its lead reads in. */
const LANGUAGES = `
  SELECT coalesce(
    (SELECT s.language FROM signature s
      WHERE s.body_id = h.body_id AND s.handover_id = h.id AND s.round = h.signing_round AND s.side = w.side),
    (SELECT p.language
      FROM term_holder t
      JOIN office o ON o.body_id = t.body_id AND o.member_id = t.member_id
      JOIN person p ON p.body_id = o.body_id AND p.office_id = o.id
      JOIN role_grant r ON r.body_id = p.body_id AND r.person_id = p.id
      WHERE t.body_id = h.body_id AND t.term_id = CASE w.side WHEN 'outgoing' THEN h.outgoing_term_id ELSE h.incoming_term_id END
        AND r.role IN ('lead', 'delegate')
      ORDER BY r.role = 'lead' DESC, t.position, r.from_day DESC, p.id LIMIT 1)) AS language
  FROM handover h CROSS JOIN (VALUES (1, 'outgoing'), (2, 'incoming')) AS w (place, side)
  WHERE h.body_id = $1 AND h.id = $2 ORDER BY w.place`;

/** The languages of both chairs, the outgoing one's first; English where nobody of them is known. */
export async function chairLanguages(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
): Promise<readonly [PageLanguage, ...PageLanguage[]]> {
  const rows = await prepared<{ language: string | null }>(em, 'chair-languages', LANGUAGES, [bodyId, handoverId]);
  const known = rows.map(({ language }) => language ?? undefined).filter(isPageLanguage);
  const [first = 'en', ...rest] = new Set(known);
  return [first, ...rest];
}
