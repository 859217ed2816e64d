import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';

const FILE = 'secret.key';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What the key is used for; each use has a key of its own, so that what one gives away helps with no other. */
type Use = 'totp' | 'mail-code' | 'tries' | 'openid' | 'signing';

/**
 * The key of this installation, from SECRET_KEY or from a file in the data directory that only its user can read. It is
 * not in the database: whoever gets hold of a copy of that can make no codes with it.
 */
@Injectable()
export class SecretKey implements OnApplicationBootstrap {
  private master: Promise<Buffer> | null = null;

  constructor(private readonly environment: Environment) {}

  /** The key is made at the first start, and not when the first person waits for it. */
  async onApplicationBootstrap(): Promise<void> {
    try {
      await this.read();
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
      new Logger('Sign-in').error(
        `No key can be read or made (${code}): set SECRET_KEY. Until then nobody can sign in.`,
      );
    }
  }

  /** Encrypts and authenticates a text. @param about what it belongs to; it opens for nothing else. */
  async seal(use: Use, about: string, text: string): Promise<string> {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', await this.keyFor(use), nonce).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return sealed.toString('base64url');
  }

  /** Null for what was not sealed by this key for this use and this thing. */
  async open(use: Use, about: string, sealed: string): Promise<string | null> {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
    const key = await this.keyFor(use);
    try {
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([cipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), cipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }

  /** A digest that nobody without the key can make or try out, in hex. */
  async digest(use: Use, text: string): Promise<string> {
    return createHmac('sha256', await this.keyFor(use))
      .update(text, 'utf8')
      .digest('hex');
  }

  private async keyFor(use: Use): Promise<Buffer> {
    return Buffer.from(hkdfSync('sha256', await this.read(), '', `gavel ${use}`, KEY_BYTES));
  }

  /** What failed is tried again by the next who asks. */
  private read(): Promise<Buffer> {
    this.master ??= this.readOrMake().catch((error: unknown) => {
      this.master = null;
      throw error;
    });
    return this.master;
  }

  private async readOrMake(): Promise<Buffer> {
    const { secretKey, dataDirectory } = this.environment;
    if (secretKey !== null) return Buffer.from(secretKey, 'utf8');
    const file = join(dataDirectory, FILE);
    return (await readKey(file)) ?? makeKey(dataDirectory, file);
  }
}

async function readKey(file: string): Promise<Buffer | null> {
  try {
    const key = Buffer.from(await readFile(file, 'utf8'), 'base64url');
    if (key.length !== KEY_BYTES) throw new Error(`${FILE} holds no key`);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Of two processes that start at once, one makes the key and the other takes it: a link is made whole or not at all. */
async function makeKey(directory: string, file: string): Promise<Buffer> {
  await mkdir(directory, { recursive: true });
  const unfinished = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(unfinished, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: 0o600 });
  try {
    await link(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
  const made = await readKey(file);
  if (made === null) throw new Error(`${FILE} has vanished`);
  return made;
}
