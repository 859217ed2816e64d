import { Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { Database } from '../../storage/database.js';
import { HalfSessions, type HalfSession } from './half-sessions.js';
import type { PasskeyAnswer } from './passkey-answer.js';
import type { RelyingParty } from './relying-party.js';
import { SecondFactorsQueries, type Passkey } from './second-factors.queries.js';

const USE = `
  UPDATE second_factor SET sign_count = greatest(sign_count, $3), used_at = clock_timestamp()
  WHERE body_id = $1 AND id = $2`;

/** Asks for a passkey and takes its answer: only one of this person, on a page of ours, for the challenge given last. */
@Injectable()
export class ProvePasskey {
  constructor(
    private readonly database: Database,
    private readonly halves: HalfSessions,
    private readonly factors: SecondFactorsQueries,
  ) {}

  /** What the browser is asked; null when the person has no passkey. */
  async ask(half: HalfSession, party: RelyingParty): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
    const { passkeys } = await this.factors.of(half.bodyId, half.personId);
    if (passkeys.length === 0) return null;
    const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
    const allowCredentials = passkeys.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    }));
    const options = await generateAuthenticationOptions({
      rpID: party.id,
      allowCredentials,
      userVerification: 'required',
    });
    await this.halves.keepChallenge(half, options.challenge);
    return options;
  }

  async execute(half: HalfSession, party: RelyingParty, answer: PasskeyAnswer): Promise<boolean> {
    const challenge = await this.halves.takeChallenge(half);
    const { passkeys } = await this.factors.of(half.bodyId, half.personId);
    const passkey = passkeys.find(({ credentialId }) => credentialId === answer.id);
    if (challenge === null || passkey === undefined) return false;
    const signCount = await verified(answer, challenge, party, passkey);
    if (signCount === null) return false;
    await this.database.change(half.bodyId, (em) => em.query<unknown>(USE, [half.bodyId, passkey.id, signCount]));
    return true;
  }
}

/** How often the passkey has signed by now; null when the answer is not right. */
async function verified(
  answer: PasskeyAnswer,
  expectedChallenge: string,
  party: RelyingParty,
  { credentialId, publicKey, signCount }: Passkey,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const credential = {
    id: credentialId,
    publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')),
    counter: signCount,
  };
  const expected = { expectedChallenge, expectedOrigin: party.origin, expectedRPID: party.id };
  try {
    const answered = await verifyAuthenticationResponse({
      response: answer as AuthenticationResponseJSON,
      ...expected,
      credential,
      requireUserVerification: true,
    });
    return answered.verified ? answered.authenticationInfo.newCounter : null;
  } catch {
    // The library throws for everything that is not as it should be: all of it was sent by a browser.
    return null;
  }
}
