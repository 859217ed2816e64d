import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from '../api/problem.js';
import { disposition } from './disposition.js';

/** A file that is kept somewhere, as it is sent to a browser or a program. */
export interface KeptFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly type: string;
  /** Under which it is saved. */
  readonly name: string;
  /** Whether the browser shows it itself. */
  readonly isShown: boolean;
  /** Whether a browser may keep it, to ask next time only whether it still may show it. */
  readonly mayBeKept: boolean;
}

/** Bytes of a file, the first and the last both included. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/** Nothing in a file that somebody sent runs, loads or sends anything, also where a browser shows it. */
const SHUT =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'; sandbox";

/**
 * Sends a file: the whole, or the part that was asked for, or that it is the same that was sent before.
 * @param open reads it, or a part of it; null when it is not there.
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: KeptFile,
  open: (range?: Range) => Promise<Readable | null>,
): Promise<void> {
  const etag = `"${file.sha256}"`;
  reply
    .header('etag', etag)
    .header('accept-ranges', 'bytes')
    .header('cache-control', file.mayBeKept ? 'private, no-cache' : 'no-store')
    .header('content-security-policy', SHUT)
    .header('cross-origin-resource-policy', 'same-origin');
  if (isKnown(request.headers['if-none-match'], etag)) {
    await reply.status(304).send();
    return;
  }
  const range = rangeOf(request, file.bytes, etag);
  if (range === 'outside') {
    await reply
      .status(416)
      .header('content-range', `bytes */${String(file.bytes)}`)
      .send();
    return;
  }
  const content = await open(range ?? undefined);
  if (content === null) throw new HttpProblem('not_found');
  if (range !== null) {
    reply
      .status(206)
      .header('content-range', `bytes ${String(range.first)}-${String(range.last)}/${String(file.bytes)}`);
  }
  await reply
    .header('content-type', file.type)
    .header('content-length', String(range === null ? file.bytes : range.last - range.first + 1))
    .header('content-disposition', disposition(file.isShown ? 'inline' : 'attachment', file.name))
    .send(content);
}

function isKnown(sent: string | undefined, etag: string): boolean {
  return sent !== undefined && sent.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}

/** One range of bytes (RFC 9110, 14.1); null to send the whole, also where more than one is asked for. */
function rangeOf({ headers }: FastifyRequest, bytes: number, etag: string): Range | 'outside' | null {
  const { range, 'if-range': ifRange } = headers;
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if ((from === '' && to === '') || (ifRange !== undefined && ifRange !== etag)) return null;
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null;
  return first > last ? 'outside' : { first, last };
}
