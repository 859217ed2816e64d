import { Inject, Injectable } from '@nestjs/common';
import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { BODY_STREAM, Database, isRefused } from '../../storage/database.js';
import { tellOfFactor } from './factor-account.js';
import { HalfSessions, type HalfSession } from './half-sessions.js';
import { newRecoveryCodes, replaceRecoveryCodes } from './recovery-codes.js';
import type { PasskeyAnswer } from './passkey-answer.js';
import type { RelyingParty } from './relying-party.js';
import { SecretKey } from './secret-key.js';
import { hasSecondFactor, SecondFactorsQueries, secondFactorsOf } from './second-factors.queries.js';
import { SIGN_IN_POST, type SignInPost } from './sign-in-post.js';
import { newTotpSecret, stepOfCode } from './totp-code.js';

/** A factor was added; whoever had none before gets recovery codes, shown this once. */
export interface FactorAdded {
  readonly recoveryCodes: readonly string[];
}

const CLOCK = 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS at';
const INSERT_TOTP = `
  INSERT INTO second_factor (body_id, id, person_id, kind, sealed_secret, last_step, added_at, used_at)
  VALUES ($1, $2, $3, 'totp', $4, $5, clock_timestamp(), clock_timestamp())`;
const INSERT_PASSKEY = `
  INSERT INTO second_factor
    (body_id, id, person_id, kind, credential_id, public_key, sign_count, transports, added_at, used_at)
  VALUES ($1, $2, $3, 'passkey', $4, $5, $6, $7, clock_timestamp(), clock_timestamp())`;

const PRODUCT = 'Chair Handover';

/** Adds a passkey or an app to what a person has, once it was shown to work. */
@Injectable()
export class AddSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly halves: HalfSessions,
    private readonly factors: SecondFactorsQueries,
    private readonly key: SecretKey,
    @Inject(SIGN_IN_POST) private readonly post: SignInPost,
  ) {}

  /** Whether a half session may add a factor: at the first visit, or where a session was just proved for it. */
  async isOpenTo({ bodyId, personId, purpose }: HalfSession): Promise<boolean> {
    if (purpose === 'again') return false;
    return purpose === 'add' || !hasSecondFactor(await this.factors.of(bodyId, personId));
  }

  /** The secret that is being set up, in base 32: the same until it is done, however often the page is loaded. */
  async newTotp(half: HalfSession): Promise<string | null> {
    const about = aboutOf(half);
    const sealed = await this.halves.keepNewTotp(half, await this.key.seal('totp', about, newTotpSecret()));
    return sealed === null ? null : this.key.open('totp', about, sealed);
  }

  /** Null when the code is not one of the new app's, or it has one already. */
  async addTotp(half: HalfSession, code: string): Promise<FactorAdded | null> {
    const secret = await this.newTotp(half);
    if (secret === null) return null;
    const sealed = await this.key.seal('totp', aboutOf(half), secret);
    return this.add(half, 'totp', async (em, id) => {
      const { totp } = await secondFactorsOf(em, half.bodyId, half.personId);
      const [clock] = await em.query<{ at: string }[]>(CLOCK);
      const step = clock === undefined ? null : stepOfCode(secret, code, Number(clock.at));
      if (totp !== null || step === null) return false;
      await em.query(INSERT_TOTP, [half.bodyId, id, half.personId, sealed, step]);
      return true;
    });
  }

  /** What the browser is asked to make. */
  async askForPasskey(half: HalfSession, party: RelyingParty): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { passkeys } = await this.factors.of(half.bodyId, half.personId);
    const { generateRegistrationOptions } = await import('@simplewebauthn/server');
    const options = await generateRegistrationOptions({
      rpName: PRODUCT,
      rpID: party.id,
      userName: `${half.mail} (${half.bodyName})`,
      userDisplayName: half.name,
      userID: Uint8Array.from(Buffer.from(aboutOf(half))).slice(0, 64),
      attestationType: 'none',
      excludeCredentials: passkeys.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
    });
    await this.halves.keepChallenge(half, options.challenge);
    return options;
  }

  /** Null when the answer is not right. */
  async addPasskey(half: HalfSession, party: RelyingParty, answer: PasskeyAnswer): Promise<FactorAdded | null> {
    const challenge = await this.halves.takeChallenge(half);
    const made = challenge === null ? null : await verified(answer, challenge, party);
    if (made === null) return null;
    const { id: credentialId, publicKey, counter, transports } = made;
    return this.add(half, 'passkey', async (em, id) => {
      const key = Buffer.from(publicKey).toString('base64url');
      const values = [half.bodyId, id, half.personId, credentialId, key, counter, transports ?? []];
      await em.query(INSERT_PASSKEY, values);
      return true;
    });
  }

  private async add(
    half: HalfSession,
    kind: 'totp' | 'passkey',
    insert: (em: EntityManager, id: string) => Promise<boolean>,
  ): Promise<FactorAdded | null> {
    const { bodyId, personId } = half;
    const made = await newRecoveryCodes();
    const added = await this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const before = await secondFactorsOf(em, bodyId, personId);
      const isFirst = !hasSecondFactor(before);
      // Whoever came by the link alone may add the first one; somebody else may have been faster.
      if (!isFirst && half.purpose !== 'add') return null;
      const id = uuid();
      if (!(await insert(em, id))) return null;
      if (isFirst) await replaceRecoveryCodes(em, bodyId, personId, made);
      tellOfFactor(em, locked, personId, personId, 'second_factor.added', { id, kind });
      return { recoveryCodes: isFirst ? made.codes : [] };
    });
    if (added === null || isRefused(added)) return null;
    void this.post.tell(half, 'added');
    return added;
  }
}

/** What a sealed secret belongs to, and how a passkey knows its person: a key, no name. */
function aboutOf({ bodyId, personId }: HalfSession): string {
  return `${bodyId} ${personId}`;
}

async function verified(answer: PasskeyAnswer, expectedChallenge: string, party: RelyingParty) {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const expected = { expectedChallenge, expectedOrigin: party.origin, expectedRPID: party.id };
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: answer as RegistrationResponseJSON,
      ...expected,
      requireUserVerification: true,
    });
    return registrationInfo?.credential ?? null;
  } catch {
    // The library throws for everything that is not as it should be: all of it was sent by a browser.
    return null;
  }
}
