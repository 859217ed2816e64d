import { Secret, TOTP } from 'otpauth';

/** Seconds for which a code is shown. */
const PERIOD = 30;
/** Codes before and after the present one that are taken too, for clocks that differ (RFC 6238, 5.2). */
const WINDOW = 1;
/** Bytes of a secret (RFC 4226, 4: 160 bits are recommended). */
const SECRET_BYTES = 20;

/** The product, as apps show it above the code. */
const ISSUER = 'Chair Handover';

/** A new secret for an app, in base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address by which apps take a secret over. @param label under which the app shows it. */
export function totpAddress(secret: string, label: string): string {
  return totpOf(secret, label).toString();
}

/**
 * Which thirty seconds, counted from 1970, a code belongs to; null when it is none of now.
 * @param at milliseconds by the real time.
 */
export function stepOfCode(secret: string, code: string, at: number): number | null {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: at, window: WINDOW });
  return delta === null ? null : Math.floor(at / 1_000 / PERIOD) + delta;
}

function totpOf(secret: string, label: string): TOTP {
  const parts = { algorithm: 'SHA1', digits: 6, period: PERIOD, secret: Secret.fromBase32(secret) };
  return new TOTP({ issuer: ISSUER, label, ...parts });
}
