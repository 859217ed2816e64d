import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSessionSecret } from '../people/session-secret.js';
import { readCookie, setCookie } from './cookies.js';

const COOKIE = 'session';
/** Names a browser before anybody has signed in, so that a link by mail works only where it was asked for. */
const BROWSER_COOKIE = 'browser';
/** Of somebody who is half-way through signing in. */
const HALF_COOKIE = 'half';

/** The secret of the browser's session, from its cookie; null when there is none that could be one. */
export function readSession(request: FastifyRequest): string | null {
  return readSecret(request, COOKIE);
}

/** The secret that names the browser; null where it was given none. */
export function readBrowser(request: FastifyRequest): string | null {
  return readSecret(request, BROWSER_COOKIE);
}

/** The secret of a half session; null when there is none. */
export function readHalf(request: FastifyRequest): string | null {
  return readSecret(request, HALF_COOKIE);
}

/** On what the token of every form rests: the session, or, before there is one, the browser. */
export function formSecretOf(request: FastifyRequest): string | null {
  return readSession(request) ?? readBrowser(request);
}

export function keepSession(reply: FastifyReply, secret: string): void {
  setCookie(reply, COOKIE, secret);
}

export function forgetSession(reply: FastifyReply): void {
  setCookie(reply, COOKIE, '');
}

/** Signed in: the new session takes the place of whatever led to it. */
export function enterSession(reply: FastifyReply, secret: string): void {
  setCookie(reply, COOKIE, secret);
  setCookie(reply, HALF_COOKIE, '');
  setCookie(reply, BROWSER_COOKIE, '');
}

export function keepBrowser(reply: FastifyReply, secret: string): void {
  setCookie(reply, BROWSER_COOKIE, secret);
}

export function keepHalf(reply: FastifyReply, secret: string): void {
  setCookie(reply, HALF_COOKIE, secret);
}

function readSecret(request: FastifyRequest, cookie: string): string | null {
  const secret = readCookie(request, cookie);
  return secret !== null && isSessionSecret(secret) ? secret : null;
}
