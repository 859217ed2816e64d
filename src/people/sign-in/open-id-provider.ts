import { Injectable, Logger } from '@nestjs/common';
import type { Configuration } from 'openid-client';
import { Environment } from '../../../config/environment.js';
import { paths } from '../../web/paths.js';

/** Seconds within which somebody has to have proved to their organisation who they are: a sign-in here is a fresh one. */
const FRESH = 5 * 60;
/** Seconds by which two clocks may differ. */
const SKEW = 30;

/** What the browser keeps, sealed, while it is at the provider. */
export interface OpenIdJourney {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
}

/** Why signing in through the provider did not work; each has its words. */
export type OpenIdTrouble = 'unreachable' | 'refused' | 'unproved' | 'weak' | 'unverified' | 'unknown';

/** What a provider vouches for. */
export type OpenIdAnswer = { readonly mail: string } | { readonly trouble: OpenIdTrouble };

/** The OpenID provider of one body, if the installation has one. The code flow with PKCE; nothing else is taken. */
@Injectable()
export class OpenIdProvider {
  private known: Promise<Configuration> | null = null;

  constructor(private readonly environment: Environment) {}

  get isOffered(): boolean {
    return this.environment.oidcIssuer !== null;
  }

  /** The body whose people it knows. Throws where there is no provider. */
  get bodyId(): string {
    return must(this.environment.oidcBody);
  }

  /** Where to send the browser, and what it has to bring back; null when the provider does not answer. */
  async begin(next: string): Promise<{ readonly address: string; readonly journey: OpenIdJourney } | null> {
    const client = await import('openid-client');
    const configuration = await this.configuration().catch(() => null);
    if (configuration === null) return null;
    const { oidcAcr } = this.environment;
    const state = client.randomState();
    const nonce = client.randomNonce();
    const verifier = client.randomPKCECodeVerifier();
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.backAddress,
      scope: 'openid email',
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      max_age: String(FRESH),
      ...(oidcAcr === null ? {} : { acr_values: oidcAcr }),
    });
    return { address: address.href, journey: { state, nonce, verifier, next } };
  }

  /** What came of it. @param query of the address that the browser came back to. */
  async end({ state, nonce, verifier }: OpenIdJourney, query: string): Promise<OpenIdAnswer> {
    const client = await import('openid-client');
    const configuration = await this.configuration().catch(() => null);
    if (configuration === null) return { trouble: 'unreachable' };
    try {
      const expected = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, maxAge: FRESH };
      const tokens = await client.authorizationCodeGrant(configuration, new URL(`${this.backAddress}${query}`), {
        ...expected,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) return { trouble: 'unproved' };
      if (!this.isStrong(claims.acr, claims.amr)) return { trouble: 'weak' };
      const { email, email_verified: isVerified } = await this.withUserInfo(configuration, tokens.access_token, claims);
      return typeof email === 'string' && isVerified === true ? { mail: email } : { trouble: 'unverified' };
    } catch (error) {
      return { trouble: this.troubleOf(error) };
    }
  }

  /** Providers may tell the address in the token or only when asked for it. */
  private async withUserInfo(
    configuration: Configuration,
    accessToken: string,
    claims: { readonly sub: string; readonly email?: unknown; readonly email_verified?: unknown },
  ): Promise<{ readonly email?: unknown; readonly email_verified?: unknown }> {
    if (claims.email !== undefined || configuration.serverMetadata().userinfo_endpoint === undefined) return claims;
    const client = await import('openid-client');
    return client.fetchUserInfo(configuration, accessToken, claims.sub);
  }

  /** Two factors, as the installation asks for them: by the context that was agreed, or by RFC 8176's own word. */
  private isStrong(acr: unknown, amr: unknown): boolean {
    const { oidcAcr } = this.environment;
    return oidcAcr === null ? Array.isArray(amr) && amr.includes('mfa') : acr === oidcAcr;
  }

  private troubleOf(error: unknown): OpenIdTrouble {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const name = error instanceof Error ? error.name : '';
    if (name === 'AuthorizationResponseError') return 'refused';
    return code === 'OAUTH_TIMEOUT' || name === 'TypeError' ? 'unreachable' : 'unproved';
  }

  /** Asked for once; what failed is tried again by the next who comes. The issuer in the answer has to be the one asked. */
  private configuration(): Promise<Configuration> {
    this.known ??= this.discover().catch((error: unknown) => {
      this.known = null;
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
      new Logger('Sign-in').warn(`The OpenID provider cannot be used: ${reason}`);
      throw error;
    });
    return this.known;
  }

  private async discover(): Promise<Configuration> {
    const { oidcIssuer, oidcClientId, oidcClientSecret } = this.environment;
    const client = await import('openid-client');
    const issuer = new URL(must(oidcIssuer));
    const metadata = { client_secret: must(oidcClientSecret), [client.clockTolerance]: SKEW, require_auth_time: true };
    const insecure = issuer.protocol === 'http:' ? { execute: [allowHttp(client)] } : {};
    return client.discovery(issuer, must(oidcClientId), metadata, client.ClientSecretBasic(must(oidcClientSecret)), {
      ...insecure,
      timeout: 10,
    });
  }

  private get backAddress(): string {
    return `${this.environment.publicUrl}${paths.openIdBack}`;
  }
}

/** Only the environment's own rule lets an http issuer through, on this very machine. The library marks this as deprecated to warn of it. */
function allowHttp(client: object): (configuration: Configuration) => void {
  return Reflect.get(client, 'allowInsecureRequests') as (configuration: Configuration) => void;
}

function must(setting: string | null): string {
  if (setting === null) throw new Error('There is no OpenID provider');
  return setting;
}
