import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSessionSecret } from '../people/session-secret.js';
import { readCookie, setCookie } from './cookies.js';

const COOKIE = 'session';

/** The secret of the browser's session, from its cookie; null when there is none that could be one. */
export function readSession(request: FastifyRequest): string | null {
  const secret = readCookie(request, COOKIE);
  return secret !== null && isSessionSecret(secret) ? secret : null;
}

export function keepSession(reply: FastifyReply, secret: string): void {
  setCookie(reply, COOKIE, secret);
}

export function forgetSession(reply: FastifyReply): void {
  setCookie(reply, COOKIE, '');
}
