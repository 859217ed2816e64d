import { createHash, createHmac, randomBytes } from 'node:crypto';

/** 32 random bytes in base64url. */
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** A new secret for a session's cookie. */
export function newSessionSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of it: SHA-256 in hex; with 256 random bits no salt is needed. */
export function hashOfSession(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}

/** Whether a text can be such a secret at all. */
export function isSessionSecret(text: string): boolean {
  return SECRET.test(text);
}

/** What every form of a session carries, so that no other site can send one: known only to who holds the cookie. */
export function formTokenOf(secret: string): string {
  return createHmac('sha256', secret).update('form').digest('base64url');
}
