import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { encodingFor, type Encoding } from './encoding.js';

/** Bytes below which packing makes nothing shorter that would be felt. */
const WORTH_PACKING = 1_000;

/** Of brotli: better than gzip at its best, in less time. */
const QUALITY = 5;

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/**
 * Packs pages, which are a sixth of their length then: on a slow line that is most of the wait. What stays the same in a
 * session and must not be guessed, the token of its forms, is masked anew in each page.
 */
export function packPages(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    const encoding = encodingFor(request);
    if (encoding === null || !Buffer.isBuffer(payload) || payload.length < WORTH_PACKING || !isPage(reply))
      return payload;
    reply.header('content-encoding', encoding);
    return packed(payload, encoding);
  });
}

function isPage(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-type')).startsWith('text/html');
}

function packed(html: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'br' ? toBrotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }) : toGzip(html);
}
