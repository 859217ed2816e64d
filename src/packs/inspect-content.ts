import { open, type FileHandle } from 'node:fs/promises';
import type { FileProblem } from './file-problem.js';
import { inspectImage } from './inspect-image.js';
import { OFFICE_TEXTS, officeTypeOf } from './inspect-office.js';
import { inspectZip, type ZipLimits } from './inspect-zip.js';
import type { MediaType } from './media-types.js';

/** A file as it lies on the disk. */
export interface ReceivedFile {
  readonly path: string;
  readonly bytes: number;
}

/** How much is read to tell what something is. */
const HEAD = 4100;
/** Where the end of a PDF is looked for; some programs write a few lines behind it. */
const TAIL = 4096;

/** Documents of thousands of pages stay below: the largest workbook in use has some hundred parts. */
const MOST_ENTRIES = 5_000;
const MOST_TIMES_PACKED = 200;
/** How many times the limit of an upload its content may unpack to. */
const MOST_TIMES_THE_LIMIT = 10;

/**
 * What a file is, by its content alone, or why it cannot be taken.
 * @param limit the most bytes of an upload; what is packed may unpack to ten times that.
 */
export async function inspectContent(file: ReceivedFile, limit: number): Promise<{ type: MediaType } | FileProblem> {
  const handle = await open(file.path, 'r');
  try {
    const head = await read(handle, 0, Math.min(HEAD, file.bytes));
    switch (await familyOf(head)) {
      case 'pdf':
        return isWholePdf(head, await lastOf(handle, file.bytes)) ? { type: 'application/pdf' } : 'damaged';
      case 'png':
      case 'jpg':
        return await inspectImage(handle, file.bytes, head);
      case 'zip':
        return await inspectOffice(file.path, limit);
      default:
        return 'type';
    }
  } finally {
    await handle.close();
  }
}

/** How the content begins. Of packed documents more is to be asked than what they begin with. */
async function familyOf(head: Buffer): Promise<'pdf' | 'png' | 'jpg' | 'zip' | null> {
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return 'zip';
  // What is cut off in the middle of what it says of itself is none of ours either.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (found?.ext === 'pdf' && head.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  return found?.ext === 'png' || found?.ext === 'jpg' ? found.ext : null;
}

function isWholePdf(head: Buffer, tail: Buffer): boolean {
  return /^%PDF-[12]\.\d/.test(head.subarray(0, 8).toString('latin1')) && tail.includes('%%EOF');
}

async function inspectOffice(path: string, limit: number): Promise<{ type: MediaType } | FileProblem> {
  const limits: ZipLimits = { entries: MOST_ENTRIES, bytes: limit * MOST_TIMES_THE_LIMIT, ratio: MOST_TIMES_PACKED };
  const content = await inspectZip(path, limits, OFFICE_TEXTS);
  return typeof content === 'string' ? content : officeTypeOf(content);
}

function lastOf(handle: FileHandle, bytes: number): Promise<Buffer> {
  const length = Math.min(TAIL, bytes);
  return read(handle, bytes - length, length);
}

async function read(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}
