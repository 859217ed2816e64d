import type { EntityManager } from 'typeorm';
import { prepared } from '../storage/statements.js';
import type { Chairs, HandoverNow, NamedMember, Setting } from './matter.js';
import { HANDOVERS, HOLDERS } from './settings-sql.js';

/** A term that has not begun, or never will, is met as the incoming one; after that as the outgoing one. */
const TERMS = `
  SELECT t.id::text, t.state IN ('proposed', 'confirmed', 'lapsed') AS "isIncoming", ${HOLDERS('t.id')} AS holders,
    (SELECT h.id::text FROM handover h WHERE h.body_id = $1 AND h.state <> 'cancelled'
      AND CASE WHEN t.state IN ('proposed', 'confirmed', 'lapsed') THEN h.incoming_term_id ELSE h.outgoing_term_id END = t.id
    ) AS "handoverId"
  FROM term t WHERE t.body_id = $1 AND t.id = ANY ($2)`;

const BY_ID = `${HANDOVERS} h.id = ANY ($2)`;

type TermRow = {
  readonly id: string;
  readonly isIncoming: boolean;
  readonly holders: readonly NamedMember[];
  readonly handoverId: string | null;
};

/**
 * What messages about terms are set in: the handover that the term is next in; where there is none, the term's holders
 * are the side that it would have there.
 */
export async function termSettings(
  em: EntityManager,
  bodyId: string,
  termIds: readonly string[],
): Promise<ReadonlyMap<string, Setting>> {
  if (termIds.length === 0) return new Map();
  const terms = await prepared<TermRow>(em, 'load-terms-of-messages', TERMS, [bodyId, termIds]);
  const handoverIds = terms.flatMap(({ handoverId }) => (handoverId === null ? [] : [handoverId]));
  const rows = await prepared<HandoverNow & Chairs>(em, 'load-handovers-of-terms', BY_ID, [bodyId, handoverIds]);
  const settings = new Map(
    rows.map(({ outgoing, incoming, ...handover }) => [handover.id, { handover, chairs: { outgoing, incoming } }]),
  );
  return new Map(
    terms.map(({ id, handoverId, isIncoming, holders }): [string, Setting] => {
      const chairs = isIncoming ? { outgoing: [], incoming: holders } : { outgoing: holders, incoming: [] };
      return [id, settings.get(handoverId ?? '') ?? { handover: null, chairs }];
    }),
  );
}
