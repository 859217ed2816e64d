import { createHash, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { SecretKey } from '../../people/sign-in/secret-key.js';

/** A key as everyone may know it. */
export interface KnownKey {
  /** SHA-256 of the public key (SPKI, DER), in hex: what people compare. */
  readonly id: string;
  /** SPKI, DER, in base64. */
  readonly publicKey: string;
  readonly madeAt: Date;
  /** Null for the one that signs. */
  readonly retiredAt: Date | null;
}

/** The key that signs at present. */
export interface SigningKey extends Pick<KnownKey, 'id' | 'publicKey'> {
  /** The Ed25519 signature of a text's UTF-8 bytes, in base64. */
  readonly sign: (text: string) => string;
}

/** The key of the installation cannot be used: it was sealed with another secret key. */
export class SealedForAnother extends Error {}

const CURRENT = 'SELECT id, public_key, private_key FROM installation_key WHERE retired_at IS NULL';
const INSERT = `
  INSERT INTO installation_key (id, public_key, private_key, made_at) VALUES ($1, $2, $3, gavel_now())
  ON CONFLICT DO NOTHING`;
const RETIRE = `
  UPDATE installation_key SET private_key = NULL, retired_at = greatest(gavel_now(), made_at) WHERE retired_at IS NULL`;

interface CurrentRow {
  readonly id: string;
  readonly public_key: string;
  readonly private_key: string;
}

/**
 * The Ed25519 keys that sign records. One signs, made when it is first needed; those before it only verify. What signs is
 * in the database as the installation's secret key has sealed it, and nowhere else.
 */
@Injectable()
export class InstallationKeys {
  constructor(
    private readonly dataSource: DataSource,
    private readonly secretKey: SecretKey,
  ) {}

  /** The key that signs; made where there is none. Throws SealedForAnother where it cannot be opened. */
  async signing(): Promise<SigningKey> {
    const row = (await this.current()) ?? (await this.make());
    const sealed = await this.secretKey.open('signing', row.id, row.private_key);
    if (sealed === null) throw new SealedForAnother('The signing key was sealed with another SECRET_KEY');
    const key = createPrivateKey({ key: Buffer.from(sealed, 'base64'), format: 'der', type: 'pkcs8' });
    return {
      id: row.id,
      publicKey: row.public_key,
      sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64'),
    };
  }

  /** All keys there ever were, the oldest first. */
  async list(): Promise<KnownKey[]> {
    return this.dataSource.query(
      `SELECT id, public_key AS "publicKey", made_at AS "madeAt", retired_at AS "retiredAt"
       FROM installation_key ORDER BY made_at, id`,
    );
  }

  /** Makes a key that signs from now on. What the one before has signed stays good; nobody can sign with it any more. */
  async rotate(): Promise<string> {
    const { id, values } = await this.newKey();
    await this.dataSource.transaction(async (em) => {
      await em.query(RETIRE);
      await insert(em, values);
    });
    return id;
  }

  private async current(): Promise<CurrentRow | null> {
    const [row]: CurrentRow[] = await this.dataSource.query(CURRENT);
    return row ?? null;
  }

  /** Of two processes that start at once, one makes the key and the other takes it. */
  private async make(): Promise<CurrentRow> {
    const { values } = await this.newKey();
    await this.dataSource.transaction((em) => insert(em, values));
    const made = await this.current();
    if (made === null) throw new Error('A key that was made just now has vanished');
    return made;
  }

  private async newKey(): Promise<{ id: string; values: unknown[] }> {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const open = publicKey.export({ format: 'der', type: 'spki' });
    const id = fingerprintOf(open);
    const sealed = await this.secretKey.seal('signing', id, derOf(privateKey));
    return { id, values: [id, open.toString('base64'), sealed] };
  }
}

/** What people compare: SHA-256 of a public key in SPKI, DER. */
function fingerprintOf(publicKey: Buffer): string {
  return createHash('sha256').update(publicKey).digest('hex');
}

function derOf(privateKey: KeyObject): string {
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

async function insert(em: EntityManager, values: unknown[]): Promise<void> {
  await em.query(INSERT, values);
}
