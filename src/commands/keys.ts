import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Environment } from '../../config/environment.js';
import { InstallationKeys } from '../packs/record/installation-keys.js';
import { SecretKey } from '../people/sign-in/secret-key.js';

/** The keys that ever signed records, one a line: fingerprint, since when, until when. */
export async function listKeys(context: INestApplicationContext, environment: Environment): Promise<string[]> {
  const keys = await keysOf(context, environment).list();
  return keys.map(({ id, madeAt, retiredAt }) =>
    [id, `since ${madeAt.toISOString()}`, retiredAt === null ? 'signs' : `until ${retiredAt.toISOString()}`].join('\t'),
  );
}

/** Makes a new key that signs from now on, and gives its fingerprint. */
export async function rotateKey(context: INestApplicationContext, environment: Environment): Promise<string> {
  return keysOf(context, environment).rotate();
}

function keysOf(context: INestApplicationContext, environment: Environment): InstallationKeys {
  return new InstallationKeys(context.get(DataSource), new SecretKey(environment));
}
