import type { EntityManager } from 'typeorm';
import { prepared } from '../storage/statements.js';

/** Settles those messages that no mail is waiting to carry any more: everyone has got them, or it is said why not. */
export async function settle(em: EntityManager, bodyId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await prepared(em, 'settle', 'SELECT settle_notifications($1, $2)', [bodyId, ids]);
}
