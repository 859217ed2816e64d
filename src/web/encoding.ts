import type { FastifyRequest } from 'fastify';

/** How an answer is packed. */
export type Encoding = 'br' | 'gzip';

/** How an answer may be packed for whoever asks; null when it has to come as it is. */
export function encodingFor({ headers }: FastifyRequest): Encoding | null {
  const accepted = headers['accept-encoding'] ?? '';
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : null;
}
