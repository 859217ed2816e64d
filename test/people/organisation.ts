import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type ProviderContext } from 'oidc-provider';

/** Whom the organisation lets in, and what it says of them. */
export interface Employee {
  readonly email: string;
  readonly isVerified: boolean;
  /** How they were let in (RFC 8176). */
  readonly amr: readonly string[];
  readonly acr?: string;
  /** Seconds that have passed since. */
  readonly ago?: number;
}

/** Seconds. */
const HOUR = 3_600;

/** With which all organisations here sign. */
const KEY = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ format: 'jwk' });

/** An organisation with an OpenID provider of its own, on 127.0.0.1. It lets whoever is at the desk in, unasked. */
export class Organisation {
  static readonly CLIENT = { client_id: 'gavel', client_secret: 'a secret between the two of them' };

  /** Who is at the desk; null for somebody who turns back. */
  atTheDesk: Employee | null = null;

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  /** @param publicUrl of the installation that sends people here. @param acrValues contexts it can vouch for. */
  static async open(publicUrl: string, acrValues: readonly string[] = []): Promise<Organisation> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const organisation = new Organisation(server, issuer);
    const provider = new Provider(issuer, organisation.configuration(publicUrl, acrValues));
    const answer = provider.callback();
    server.on('request', (request, response) => {
      if (request.url?.startsWith('/interaction/') !== true) {
        void answer(request, response);
        return;
      }
      void provider.interactionFinished(request, response, organisation.decision());
    });
    return organisation;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** Goes where the installation sends a browser, and gives the path that it is sent back to. */
  async visit(address: string): Promise<string> {
    const jar = new Map<string, string>();
    let location = address;
    while (location.startsWith(this.issuer)) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(location, { redirect: 'manual', headers: { cookie } });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        jar.set(name, value);
      }
      const next = answer.headers.get('location');
      if (next === null) throw new Error(`The provider said ${String(answer.status)}: ${await answer.text()}`);
      location = new URL(next, location).href;
    }
    const { pathname, search } = new URL(location);
    return `${pathname}${search}`;
  }

  private decision(): object {
    const employee = this.atTheDesk;
    if (employee === null) return { error: 'access_denied', error_description: 'They turned back' };
    const { email, amr, acr, ago = 0 } = employee;
    const ts = Math.floor(Date.now() / 1_000) - ago;
    return { login: { accountId: email, amr, remember: false, ts, ...(acr === undefined ? {} : { acr }) } };
  }

  private configuration(publicUrl: string, acrValues: readonly string[]): object {
    return {
      clients: [
        {
          ...Organisation.CLIENT,
          redirect_uris: [`${publicUrl}/sign-in/openid/callback`],
          grant_types: ['authorization_code'],
          response_types: ['code'],
          token_endpoint_auth_method: 'client_secret_basic',
          require_auth_time: true,
        },
      ],
      jwks: { keys: [KEY] },
      ttl: { AccessToken: HOUR, Grant: HOUR, IdToken: HOUR, Interaction: HOUR, Session: HOUR },
      cookies: { keys: ['of the organisation alone'] },
      claims: { openid: ['sub', 'acr', 'amr', 'auth_time'], email: ['email', 'email_verified'] },
      acrValues,
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      findAccount: (_: unknown, accountId: string) => ({
        accountId,
        claims: () => ({ sub: accountId, email: accountId, email_verified: this.atTheDesk?.isVerified === true }),
      }),
      loadExistingGrant: async ({ oidc }: ProviderContext) => {
        const { client, session, provider } = oidc;
        const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
        grant.addOIDCScope('openid email');
        await grant.save();
        return grant;
      },
    };
  }
}
