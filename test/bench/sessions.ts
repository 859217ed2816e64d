import { OpenSession } from '../../src/people/open-session.js';
import type { Database } from '../../src/storage/database.js';
import type { PersonId } from './bodies.js';

/** The secret of a new session of somebody. */
export async function openSession(database: Database, body: string, person: PersonId): Promise<string> {
  const secret = await new OpenSession(database).execute(body, person, 'demo', null);
  if (secret === null) throw new Error(`${person} cannot sign in`);
  return secret;
}

/** The header by which a browser shows its session. */
export function sessionCookie(secret: string): string {
  return `cookie: gavel-session=${secret}`;
}
