import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { EntityManager } from 'typeorm';

/** Without letters and digits that are easily taken for another. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const CODES = 10;
const GROUPS = 3;
const GROUP = 4;
const HASH_BYTES = 32;

const toHash = promisify<string, Buffer, number, Buffer>(scrypt);

const REMOVE = 'DELETE FROM recovery_code WHERE body_id = $1 AND person_id = $2';
const INSERT = `
  INSERT INTO recovery_code (body_id, person_id, hash, salt) SELECT $1, $2, unnest($3::text[]), $4`;
const UNUSED = 'SELECT hash, salt FROM recovery_code WHERE body_id = $1 AND person_id = $2 AND used_at IS NULL';
const USE = `
  UPDATE recovery_code SET used_at = clock_timestamp()
  WHERE body_id = $1 AND person_id = $2 AND hash = $3 AND used_at IS NULL`;

/** Ten new codes with their hashes, such as `K7QF-2M3X-9TRB`: 58 bits each, so they are hashed slowly (ASVS 6.5.2). */
export interface NewRecoveryCodes {
  readonly codes: readonly string[];
  readonly hashes: readonly string[];
  /** In hex, the same for these ten. */
  readonly salt: string;
}

/** Made before a transaction begins: hashing takes longer than anything in it. */
export async function newRecoveryCodes(): Promise<NewRecoveryCodes> {
  const codes = Array.from({ length: CODES }, newCode);
  const salt = randomBytes(16).toString('hex');
  return { codes, salt, hashes: await Promise.all(codes.map((code) => hashOf(code, salt))) };
}

/** Puts new codes in the place of all that a person has. */
export async function replaceRecoveryCodes(
  em: EntityManager,
  bodyId: string,
  personId: string,
  { hashes, salt }: NewRecoveryCodes,
): Promise<void> {
  await em.query(REMOVE, [bodyId, personId]);
  await em.query(INSERT, [bodyId, personId, hashes, salt]);
}

export async function removeRecoveryCodes(em: EntityManager, bodyId: string, personId: string): Promise<void> {
  await em.query(REMOVE, [bodyId, personId]);
}

/** The hash of a code among those that a person has not used; null when it is none of them. */
export async function findRecoveryCode(
  em: EntityManager,
  bodyId: string,
  personId: string,
  typed: string,
): Promise<string | null> {
  const unused = await em.query<{ hash: string; salt: string }[]>(UNUSED, [bodyId, personId]);
  const [first] = unused;
  if (first === undefined) return null;
  const hash = Buffer.from(await hashOf(typed, first.salt), 'hex');
  return unused.find((each) => timingSafeEqual(hash, Buffer.from(each.hash, 'hex')))?.hash ?? null;
}

/** False when somebody was faster. */
export async function useUpRecoveryCode(
  em: EntityManager,
  bodyId: string,
  personId: string,
  hash: string,
): Promise<boolean> {
  const [, used] = await em.query<[unknown, number]>(USE, [bodyId, personId, hash]);
  return used === 1;
}

function newCode(): string {
  const group = (): string => Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Written as it may be: small letters, blanks and dashes change nothing. */
async function hashOf(code: string, salt: string): Promise<string> {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return (await toHash(plain, Buffer.from(salt, 'hex'), HASH_BYTES)).toString('hex');
}
