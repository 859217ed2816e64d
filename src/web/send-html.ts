import type { FastifyReply } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import type { View } from './view.js';

/** Nothing runs or loads but our own files; forms go to us alone; nobody frames us. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Writes the headers of a page and gives its text in UTF-8: a string would be gone through twice more, to count its bytes
 * and to send them.
 */
export function sendHtml(reply: FastifyReply, view: View, language: string): Buffer {
  reply
    .status(view.status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-language', language)
    .header('content-security-policy', view.connects ? POLICY : `${POLICY}; connect-src 'none'`)
    .header('referrer-policy', 'same-origin')
    .header('vary', 'Cookie, Accept-Language, Accept-Encoding');
  return Buffer.from(`<!doctype html>${renderToString(view.element)}`);
}
