import type { Readable } from 'node:stream';
import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { HttpProblem } from '../api/problem.js';
import type { Typed } from './form.js';

/** What came with a form that holds a file. */
export interface Upload<Received> {
  readonly fields: Typed;
  /** Null where no file was chosen. */
  readonly file: UploadedFile<Received> | null;
}

export interface UploadedFile<Received> {
  /** As the browser said it, not checked. */
  readonly name: string;
  /** Null when it has more bytes than are taken; what came was thrown away. */
  readonly received: Received | null;
}

/** How a form with a file is read. */
export interface UploadReader<Received> {
  /** The most bytes of the file. */
  readonly limit: number;
  /** Called with the fields that stand before the file, before any of it is read; throws to have none of it. */
  readonly expect: (fields: Typed) => void;
  /** Writes the file as it arrives. Where it breaks off this throws, and has to leave nothing behind. */
  readonly receive: (content: Readable) => Promise<Received>;
  /** Throws away what was received and is of no use. */
  readonly discard: (received: Received) => Promise<void>;
}

/** The field of the file, in every form that has one. */
const FILE = 'file';
/** More than this many times the limit is not even read to the end to say that it is too large. */
const PATIENCE = 8;
/** What fields and boundaries may take beside the file, in bytes. */
const AROUND = 1024 * 1024;

/** Milliseconds in which nothing arrives before the line counts as broken. */
const SILENCE = 30_000;

/** It did not arrive whole, although whoever sent it is still there. */
export class CutOff extends Error {
  override readonly name = 'CutOff';

  constructor(
    /** What had arrived of the fields. */
    readonly fields: Typed,
    override readonly cause: unknown,
  ) {
    super('The form ended too early');
  }
}

/**
 * Reads a form with one file, part by part as it arrives. Throws `CutOff` where it ends too early, and problems for
 * everything that no form of ours sends. Whatever it throws, nothing that was received is left.
 */
export async function readUpload<Received>(
  request: FastifyRequest,
  reader: UploadReader<Received>,
): Promise<Upload<Received>> {
  if (!request.isMultipart()) throw new HttpProblem('media_type.unsupported');
  if (Number(request.headers['content-length'] ?? 0) > PATIENCE * reader.limit + AROUND) {
    throw new HttpProblem('body.too_large');
  }
  const fields: Record<string, string> = {};
  let file: UploadedFile<Received> | null = null;
  request.raw.setTimeout(SILENCE);
  try {
    const limits = { fileSize: reader.limit };
    for await (const part of request.parts({ limits, preservePath: true })) {
      if (part.type === 'field') fields[part.fieldname] = textOf(part);
      else file = await receivedFrom(part, fields, reader);
    }
    if (file === null) reader.expect(fields);
    return { fields, file };
  } catch (error) {
    if (file?.received) await reader.discard(file.received);
    // Whoever still sends hears what was wrong only when they are heard out.
    request.raw.unpipe().resume();
    throw problemOf(error, request, fields);
  } finally {
    request.raw.setTimeout(0);
  }
}

function textOf({ value, valueTruncated }: MultipartValue): string {
  if (typeof value !== 'string' || valueTruncated) throw new HttpProblem('request.unreadable');
  return value;
}

async function receivedFrom<Received>(
  part: MultipartFile,
  fields: Typed,
  reader: UploadReader<Received>,
): Promise<UploadedFile<Received> | null> {
  reader.expect(fields);
  if (part.fieldname !== FILE) throw new HttpProblem('request.unreadable');
  const received = await reader.receive(part.file);
  if (!part.file.truncated) return isChosen(part) ? { name: nameOf(part), received } : await nothing(received, reader);
  await reader.discard(received);
  return { name: nameOf(part), received: null };
}

/** A browser sends a file without a name, and without a byte, where none was chosen. */
function isChosen(part: MultipartFile): boolean {
  return nameOf(part) !== '' || part.file.bytesRead > 0;
}

function nameOf({ filename }: { readonly filename?: string }): string {
  return filename ?? '';
}

async function nothing<Received>(received: Received, reader: UploadReader<Received>): Promise<null> {
  await reader.discard(received);
  return null;
}

/** What the parser of forms calls by codes of its own, and what it has no code for. */
function problemOf(error: unknown, request: FastifyRequest, fields: Typed): unknown {
  if (!(error instanceof Error) || error instanceof HttpProblem) return error;
  if (request.raw.destroyed && !request.raw.complete) return new HttpProblem('request.unreadable');
  if (/unexpected end of|terminated early/i.test(error.message)) return new CutOff(fields, error);
  const isOfParser = 'code' in error && String(error.code).startsWith('FST_');
  return isOfParser || /multipart|boundary/i.test(error.message) ? new HttpProblem('request.unreadable') : error;
}
