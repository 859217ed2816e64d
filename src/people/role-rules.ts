import type { EntityManager } from 'typeorm';
import type { UnmetGate } from '../engine/decision.js';
import type { IsoDate, Role } from '../engine/words.js';

/**
 * Why someone of this office cannot have that role; null when they can. Delegates and leads speak for the member of
 * their office; the secretariat is nobody's member; observers may come from anywhere.
 */
export function roleGate(
  role: Role,
  office: { readonly id: string; readonly memberId: string | null },
): UnmetGate | null {
  const needsMember = role === 'delegate' || role === 'lead';
  const fits = role === 'observer' || needsMember === (office.memberId !== null);
  if (fits) return null;
  return {
    code: 'role.not_of_this_office',
    facts: { role, office: office.id, member: office.memberId },
    whose: 'secretariat',
  };
}

/** Whether somebody has the secretariat's role on a day, as far as this transaction has written. */
export async function hasSecretariat(em: EntityManager, bodyId: string, day: IsoDate): Promise<boolean> {
  const found: unknown[] = await em.query(
    `SELECT 1 FROM role_grant r JOIN person p ON p.body_id = r.body_id AND p.id = r.person_id
     WHERE r.body_id = $1 AND r.role = 'secretariat' AND r.from_day <= $2 AND (r.until_day IS NULL OR r.until_day > $2)
       AND (p.left_on IS NULL OR p.left_on > $2) LIMIT 1`,
    [bodyId, day],
  );
  return found.length > 0;
}

/** The last one of the secretariat would be gone that day, and nobody could ever give a role again. */
export function lastSecretariat(day: IsoDate): UnmetGate {
  return { code: 'role.last_secretariat', facts: { day }, whose: 'secretariat' };
}

/** Why this day is too late to change anything about: the past stays as it was. Null when it is not. */
export function pastGate(day: IsoDate, today: IsoDate): UnmetGate | null {
  return day >= today ? null : { code: 'day.has_passed', facts: { day, today }, whose: 'nobody' };
}

/** Why someone who has left, or will have by then, can take nothing on; null when they can. */
export function leftGate(
  person: { readonly id: string; readonly leftOn: IsoDate | null },
  day: IsoDate,
): UnmetGate | null {
  if (person.leftOn === null || person.leftOn > day) return null;
  const about = { kind: 'person', id: person.id } as const;
  return { code: 'person.has_left', facts: { leftOn: person.leftOn }, whose: 'secretariat', about };
}
