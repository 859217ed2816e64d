import type { FileHandle } from 'node:fs/promises';
import type { FileProblem } from './file-problem.js';
import type { MediaType } from './media-types.js';

/** Of a chunk of a PNG: four bytes that count its content, four that name it. */
const CHUNK_HEAD = 8;
const CHUNK_CHECKSUM = 4;
const PNG_SIGNATURE = 8;
/** No picture has more; whoever sends one has us read for ever. */
const MOST_CHUNKS = 100_000;
/** Cameras write some of their own behind the end of a picture. */
const JPEG_TAIL = 256 * 1024;
const JPEG_END = Buffer.from([0xff, 0xd9]);

/** Whether a picture is whole: a PNG chunk by chunk to its very end, a JPEG by the mark of its end. */
export async function inspectImage(
  handle: FileHandle,
  bytes: number,
  head: Buffer,
): Promise<{ type: MediaType } | FileProblem> {
  if (head[0] === 0x89) return (await isWholePng(handle, bytes)) ? { type: 'image/png' } : 'damaged';
  const length = Math.min(JPEG_TAIL, bytes);
  const { buffer } = await handle.read(Buffer.alloc(length), 0, length, bytes - length);
  return buffer.includes(JPEG_END) ? { type: 'image/jpeg' } : 'damaged';
}

async function isWholePng(handle: FileHandle, bytes: number): Promise<boolean> {
  const head = Buffer.alloc(CHUNK_HEAD);
  let at = PNG_SIGNATURE;
  for (let chunk = 0; chunk < MOST_CHUNKS && at + CHUNK_HEAD <= bytes; chunk++) {
    await handle.read(head, 0, CHUNK_HEAD, at);
    const name = head.subarray(4).toString('latin1');
    if (chunk === 0 && name !== 'IHDR') return false;
    at += CHUNK_HEAD + head.readUInt32BE(0) + CHUNK_CHECKSUM;
    if (name === 'IEND') return at === bytes;
  }
  return false;
}
