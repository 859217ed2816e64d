import { systemCaller } from '../../src/people/caller.js';
import { IssueToken } from '../../src/people/issue-token.js';
import { hashOfToken, newTokenSecret } from '../../src/people/token-secret.js';
import type { Database } from '../../src/storage/database.js';
import { granted, PERSONS, type PersonId } from './bodies.js';

/** A token for every person of a body. */
export async function issueTokens(database: Database, body: string): Promise<Record<PersonId, string>> {
  const tokens = PERSONS.map(async (personId) => {
    const secret = newTokenSecret();
    const token = { personId, label: 'bench', expiresOn: null };
    granted(await new IssueToken(database).execute(systemCaller(body), token, hashOfToken(secret)));
    return [personId, secret] as const;
  });
  return Object.fromEntries(await Promise.all(tokens)) as Record<PersonId, string>;
}
