import type { EntityManager } from 'typeorm';
import { refusalOf, type Decision } from '../engine/decision.js';
import { gate } from '../engine/terms/term-gates.js';

/**
 * The same decision, or a refusal that also names every holder who is no member of the body: whoever asks hears of
 * all that is wrong at once.
 */
export async function withKnownHolders<Changes>(
  em: EntityManager,
  bodyId: string,
  holders: readonly string[],
  decision: Decision<Changes>,
): Promise<Decision<Changes>> {
  if (holders.length === 0) return decision;
  const rows: { member: string }[] = await em.query(
    `SELECT DISTINCT member FROM unnest($2::text[]) AS named(member)
     WHERE NOT EXISTS (SELECT FROM member m WHERE m.body_id = $1 AND m.id = named.member) ORDER BY member`,
    [bodyId, holders],
  );
  const unknown = rows.map(({ member }) => gate('member.unknown', { member }));
  return refusalOf([...(decision.refused ? decision.gates : []), ...unknown]) ?? decision;
}
