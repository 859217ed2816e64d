import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

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

/** Writes the headers of a page and gives its text. */
export function sendHtml(reply: FastifyReply, element: VNode, status: number, language: string): string {
  reply
    .status(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-language', language)
    .header('content-security-policy', POLICY)
    .header('referrer-policy', 'same-origin')
    .header('vary', 'Cookie, Accept-Language, Accept-Encoding');
  return `<!doctype html>${renderToString(element)}`;
}
