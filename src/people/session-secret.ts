import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

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

/** Bytes of what is behind the token of a form. */
const DIGEST = 32;

/**
 * What every form of a session carries, so that no other site can send one: made only by who knows the cookie. Masked
 * with new random bytes each time, so that the length of packed pages says nothing about it (BREACH).
 */
export function formTokenOf(secret: string): string {
  const mask = randomBytes(DIGEST);
  return Buffer.concat([mask, masked(digestOf(secret), mask)]).toString('base64url');
}

/** Whether a form carries a token of this session, whenever that was made. */
export function isFormTokenOf(secret: string, token: unknown): boolean {
  const sent = Buffer.from(typeof token === 'string' ? token : '', 'base64url');
  if (sent.length !== 2 * DIGEST) return false;
  return timingSafeEqual(masked(sent.subarray(DIGEST), sent.subarray(0, DIGEST)), digestOf(secret));
}

function digestOf(secret: string): Buffer {
  return createHmac('sha256', secret).update('form').digest();
}

function masked(bytes: Buffer, mask: Buffer): Buffer {
  return bytes.map((byte, at) => byte ^ (mask[at] ?? 0)) as Buffer;
}
