import type { FastifyReply, FastifyRequest } from 'fastify';

/** What a cookie of ours is set with. All are for this site alone and unseen by scripts. */
interface CookieSettings {
  /** Seconds; without it the cookie goes when the browser is closed. */
  readonly maxAge?: number;
}

/** The value of a cookie of ours; null where the browser sent none. */
export function readCookie(request: FastifyRequest, name: string): string | null {
  const wanted = `${prefixFor(request)}${name}=`;
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(wanted));
  return found === undefined ? null : decoded(found.slice(wanted.length));
}

/** Sets a cookie; an empty value takes it away. */
export function setCookie(reply: FastifyReply, name: string, value: string, { maxAge }: CookieSettings = {}): void {
  const age = value === '' ? 0 : maxAge;
  const parts = [
    `${prefixFor(reply.request)}${name}=${encodeURIComponent(value)}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(age === undefined ? [] : [`Max-Age=${String(age)}`]),
    ...(isSecure(reply.request) ? ['Secure'] : []),
  ];
  const before = reply.getHeader('set-cookie');
  const cookies = Array.isArray(before) ? before : before === undefined ? [] : [String(before)];
  reply.header('set-cookie', [...cookies, parts.join('; ')]);
}

/** `__Host-` keeps a neighbour under the same domain from setting ours; browsers take it over TLS alone. */
function prefixFor(request: FastifyRequest): string {
  return isSecure(request) ? '__Host-gavel-' : 'gavel-';
}

function isSecure(request: FastifyRequest): boolean {
  return request.server.publicOrigin.startsWith('https:');
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
