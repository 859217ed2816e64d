import { isIP } from 'node:net';

/** For whom a passkey is made: a host name, and the origin of the pages that may use it. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/** Names of this very machine. */
const HERE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Null where passkeys cannot be had: they are bound to a host name, and an IP address is none (WebAuthn 3, 5.1.2). An
 * installation on one's own machine may be called `localhost` too, whatever its public address is.
 * @param host of the request.
 */
export function relyingPartyOf(publicOrigin: string, host: string): RelyingParty | null {
  const own = new URL(publicOrigin);
  const asked = `${own.protocol}//${host}`;
  const isLocal = HERE.test(own.hostname) && /^localhost(:\d+)?$/.test(host);
  const { hostname, origin } = isLocal ? new URL(asked) : own;
  return isIP(hostname.replace(/[[\]]/g, '')) === 0 ? { id: hostname, origin } : null;
}
