import type { EntityManager } from 'typeorm';
import type { IsoInstant } from '../engine/words.js';
import { prepared } from '../storage/statements.js';
import type { TokenView } from './access.views.js';
import type { Means } from './open-session.js';

/** A session that still opens pages. Its times are real ones, also in a demo. */
export interface OpenSessionView {
  readonly id: string;
  readonly means: Means;
  /** What the browser called itself; null when it said nothing. */
  readonly browser: string | null;
  readonly signedInAt: IsoInstant;
  readonly lastSeenAt: IsoInstant;
}

/** What someone's own settings show of them. */
export interface OwnSettings {
  readonly mail: string;
  readonly office: string;
  readonly version: number;
  readonly sessions: readonly OpenSessionView[];
  /** Those that still open the API. */
  readonly tokens: readonly TokenView[];
}

const OWN = `
  SELECT p.mail, p.version, o.name AS office FROM person p JOIN office o ON o.body_id = p.body_id AND o.id = p.office_id
  WHERE p.body_id = $1 AND p.id = $2`;

const SESSIONS = `
  SELECT id, means, browser, iso_instant(signed_in_at) AS "signedInAt", iso_instant(last_seen_at) AS "lastSeenAt"
  FROM session WHERE body_id = $1 AND person_id = $2 AND ended_at IS NULL AND expires_at > clock_timestamp()
    AND last_seen_at > clock_timestamp() - interval '30 minutes'
  ORDER BY last_seen_at DESC, id LIMIT 100`;

const TOKENS = `
  SELECT id, person_id AS "personId", label, iso_instant(created_at) AS "createdAt", iso_instant(expires_at) AS "expiresAt",
    iso_instant(revoked_at) AS "revokedAt", version
  FROM api_token WHERE body_id = $1 AND person_id = $2 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > gavel_now())
  ORDER BY created_at DESC, id LIMIT 100`;

/** Null when there is no such person. */
export async function findOwnSettings(
  em: EntityManager,
  bodyId: string,
  personId: string,
): Promise<OwnSettings | null> {
  const values = [bodyId, personId];
  const [own] = await prepared<Pick<OwnSettings, 'mail' | 'office' | 'version'>>(em, 'own-settings', OWN, values);
  if (own === undefined) return null;
  const sessions = await prepared<OpenSessionView>(em, 'own-sessions', SESSIONS, values);
  const tokens = await prepared<TokenView>(em, 'own-tokens', TOKENS, values);
  return { ...own, sessions, tokens };
}
