import type { INestApplicationContext } from '@nestjs/common';
import type { IsoDate } from '../engine/words.js';
import { systemCaller } from '../people/caller.js';
import { IssueToken } from '../people/issue-token.js';
import { ApiTokenRow } from '../people/people.entity.js';
import { RevokeToken } from '../people/revoke-token.js';
import { hashOfToken, newTokenSecret } from '../people/token-secret.js';
import { Database } from '../storage/database.js';
import { CommandFailure, granted } from './failure.js';

/** Issues a token and gives its secret, which is shown this once. */
export async function issueToken(
  context: INestApplicationContext,
  bodyId: string,
  personId: string,
  label: string,
  expiresOn: IsoDate | null,
): Promise<string> {
  const secret = newTokenSecret();
  const issued = { personId, label, expiresOn };
  const result = await context.get(IssueToken).execute(systemCaller(bodyId), issued, hashOfToken(secret));
  granted(result, `There is no person ${personId} in the body ${bodyId}`);
  return secret;
}

/** The tokens of a body, one a line: id, person, label, and whether it still opens. */
export async function listTokens(context: INestApplicationContext, bodyId: string): Promise<string[]> {
  const tokens = await context
    .get(Database)
    .read(bodyId, (em) => em.find(ApiTokenRow, { where: { bodyId }, order: { personId: 'ASC', id: 'ASC' } }));
  return tokens.map(({ id, personId, label, revokedAt, expiresAt }) => {
    const until = expiresAt === null ? 'no end' : `until ${expiresAt.toISOString()}`;
    return [id, personId, label, revokedAt === null ? until : 'revoked'].join('\t');
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Revokes a token at once. */
export async function revokeToken(context: INestApplicationContext, bodyId: string, id: string): Promise<void> {
  const token = UUID.test(id)
    ? await context.get(Database).read(bodyId, (em) => em.findOneBy(ApiTokenRow, { bodyId, id }))
    : null;
  if (token === null) throw new CommandFailure(`There is no token ${id} in the body ${bodyId}`);
  granted(await context.get(RevokeToken).execute(systemCaller(bodyId), id, token.version), '');
}
