import type { EntityManager } from 'typeorm';
import type { Actor, Hat } from '../engine/decision.js';
import type { IsoDate, IsoInstant } from '../engine/words.js';
import { loadTerms, type VersionedTerm } from './term-rows.js';

/** What a decision about a rotation needs: all terms of the body, who asks, and what day it is there. */
export interface RotationFacts {
  /** In the order of the rotation. */
  readonly terms: readonly VersionedTerm[];
  readonly actor: Actor;
  /** In the body's zone. */
  readonly today: IsoDate;
  /** Of the body: its days begin there. */
  readonly zone: string;
}

const BODY = `
  SELECT b.zone, ($3::timestamptz AT TIME ZONE b.zone)::date AS today, hats_in_handover($1, NULL, $2, $3) AS hats
  FROM body b WHERE b.id = $1`;

/** The rotation of a body as it stands, for someone who acts at an instant; null when there is no such body. */
export async function loadRotation(
  em: EntityManager,
  bodyId: string,
  personId: string,
  at: IsoInstant,
): Promise<RotationFacts | null> {
  const [body]: { zone: string; today: IsoDate; hats: readonly Hat[] }[] = await em.query(BODY, [bodyId, personId, at]);
  if (body === undefined) return null;
  const { zone, today, hats } = body;
  return { terms: await loadTerms(em, bodyId), actor: { personId, hats }, today, zone };
}
