import type { FastifyRequest } from 'fastify';
import { isTokenSecret } from '../people/token-secret.js';

const BEARER = /^Bearer +(\S+)$/i;

/** The token of a request, from `Authorization: Bearer gvl_...`; null when there is none that could be one. */
export function bearerOf(request: FastifyRequest): string | null {
  const secret = BEARER.exec(request.headers.authorization ?? '')?.[1];
  return secret !== undefined && isTokenSecret(secret) ? secret : null;
}
