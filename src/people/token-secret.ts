import { createHash, randomBytes } from 'node:crypto';

/** `gvl_` and 32 random bytes in base64url: the prefix lets scanners find a token that leaked. */
const SECRET = /^gvl_[A-Za-z0-9_-]{43}$/;

/** A new secret. It is shown once and never kept. */
export function newTokenSecret(): string {
  return `gvl_${randomBytes(32).toString('base64url')}`;
}

/** What is kept of a secret: its SHA-256 in hex. A secret has 256 random bits, so that no salt is needed. */
export function hashOfToken(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}

/** Whether a text can be a secret at all. */
export function isTokenSecret(text: string): boolean {
  return SECRET.test(text);
}
