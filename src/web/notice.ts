import type { FastifyReply, FastifyRequest } from 'fastify';
import { readCookie, setCookie } from './cookies.js';

/** What a form that was sent has done, to be said on top of the page that is shown next. */
export interface Notice {
  readonly kind: 'done' | 'info';
  readonly text: string;
}

const COOKIE = 'notice';
/** Seconds; the next page takes it away. */
const KEPT = 60;
const LONGEST = 400;

/** Says it on the next page. */
export function leaveNotice(reply: FastifyReply, { kind, text }: Notice): void {
  setCookie(reply, COOKIE, JSON.stringify([kind, text.slice(0, LONGEST)]), { maxAge: KEPT });
}

/** What is to be said; null when there is nothing. A cookie that somebody made up is shown as text like any other. */
export function readNotice(request: FastifyRequest): Notice | null {
  const value = readCookie(request, COOKIE);
  if (value === null || value === '') return null;
  try {
    const [kind, text] = JSON.parse(value) as unknown[];
    return (kind === 'done' || kind === 'info') && typeof text === 'string' ? { kind, text } : null;
  } catch {
    return null;
  }
}

export function forgetNotice(reply: FastifyReply): void {
  setCookie(reply, COOKIE, '');
}
