import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../storage/database.js';

/** A passkey: what a device made for this person and this installation. */
export interface Passkey {
  readonly kind: 'passkey';
  readonly id: string;
  readonly credentialId: string;
  /** COSE key in base64url. */
  readonly publicKey: string;
  readonly signCount: number;
  readonly transports: readonly string[];
  readonly addedAt: Date;
  readonly usedAt: Date | null;
}

/** An app that shows six digits, anew every thirty seconds. */
export interface TotpApp {
  readonly kind: 'totp';
  readonly id: string;
  readonly sealedSecret: string;
  /** The thirty seconds whose code was used last, counted from 1970. */
  readonly lastStep: number;
  readonly addedAt: Date;
  readonly usedAt: Date | null;
}

/** What a person has beside their mail to show who they are. */
export interface SecondFactors {
  readonly passkeys: readonly Passkey[];
  /** A person has one at most. */
  readonly totp: TotpApp | null;
  /** Recovery codes that were not used yet. */
  readonly codesLeft: number;
}

interface Row {
  readonly kind: 'passkey' | 'totp';
  readonly id: string;
  readonly credential_id: string;
  readonly public_key: string;
  readonly sign_count: string;
  readonly transports: readonly string[] | null;
  readonly sealed_secret: string;
  readonly last_step: string;
  readonly added_at: Date;
  readonly used_at: Date | null;
}

const FACTORS = `
  SELECT kind, id, credential_id, public_key, sign_count, transports, sealed_secret, last_step, added_at, used_at
  FROM second_factor WHERE body_id = $1 AND person_id = $2 ORDER BY added_at, id`;
const CODES = `
  SELECT count(*)::integer AS count FROM recovery_code WHERE body_id = $1 AND person_id = $2 AND used_at IS NULL`;

/** Reads second factors of a person. */
@Injectable()
export class SecondFactorsQueries {
  constructor(private readonly database: Database) {}

  async of(bodyId: string, personId: string): Promise<SecondFactors> {
    return this.database.read(bodyId, (em) => secondFactorsOf(em, bodyId, personId));
  }
}

/** The same within a transaction. */
export async function secondFactorsOf(em: EntityManager, bodyId: string, personId: string): Promise<SecondFactors> {
  const rows = await em.query<Row[]>(FACTORS, [bodyId, personId]);
  const [codes] = await em.query<{ count: number }[]>(CODES, [bodyId, personId]);
  const app = rows.find(({ kind }) => kind === 'totp');
  return {
    passkeys: rows.filter(({ kind }) => kind === 'passkey').map(passkeyOf),
    totp: app === undefined ? null : totpOf(app),
    codesLeft: codes?.count ?? 0,
  };
}

/** Whether there is anything to prove oneself with; recovery codes come with a factor and count for nothing alone. */
export function hasSecondFactor({ passkeys, totp }: SecondFactors): boolean {
  return passkeys.length > 0 || totp !== null;
}

function passkeyOf(row: Row): Passkey {
  return {
    kind: 'passkey',
    id: row.id,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    signCount: Number(row.sign_count),
    transports: row.transports ?? [],
    addedAt: row.added_at,
    usedAt: row.used_at,
  };
}

function totpOf(row: Row): TotpApp {
  return {
    kind: 'totp',
    id: row.id,
    sealedSecret: row.sealed_secret,
    lastStep: Number(row.last_step),
    addedAt: row.added_at,
    usedAt: row.used_at,
  };
}
