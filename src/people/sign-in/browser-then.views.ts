import type { FastifyRequest } from 'fastify';
import { readSession } from '../../web/session.js';
import type { BrowserThen } from './complete-sign-in.js';

/** The browser that a request comes from. */
export function browserOf(request: FastifyRequest): BrowserThen {
  return { name: request.headers['user-agent'] ?? null, session: readSession(request) };
}
