import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes in base64url. */
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** A new secret for an address. It is shown once and never kept. */
export function newFeedSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: its SHA-256 in hex. A secret has 256 random bits, so that no salt is needed. */
export function hashOfFeed(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}

/** Whether a text can be such a secret at all. */
export function isFeedSecret(text: string): boolean {
  return SECRET.test(text);
}
