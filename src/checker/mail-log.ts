import { createReadStream } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What really arrived: how often each Message-ID was seen. */
export type MailLog = ReadonlyMap<string, number>;

/**
 * Reads the mails that were kept as files, `<anything>.eml`. Of a mail that was written twice only one file is left, so
 * a folder cannot tell of duplicates.
 */
export async function readMailFolder(folder: string): Promise<MailLog> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  const ids: string[] = [];
  for (const file of files) ids.push(messageIdOf(await readFile(join(folder, file), 'utf8'), file));
  return counted(ids);
}

/** Reads the log of a mail server that tells of each mail it took in one line of JSON with a `messageId`. */
export async function readMailLog(file: string): Promise<MailLog> {
  const ids: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    if (line.trim() !== '') ids.push(idOfLine(line, ids.length + 1));
  }
  return counted(ids);
}

/** The header may be folded onto the next line. */
function messageIdOf(mail: string, file: string): string {
  const headers = mail.split(/\r?\n\r?\n/, 1)[0]?.replaceAll(/\r?\n[ \t]+/g, ' ') ?? '';
  const id = /^message-id:\s*(<[^>]+>)/im.exec(headers)?.[1];
  if (id === undefined) throw new Error(`${file} has no Message-ID`);
  return id;
}

function idOfLine(line: string, number: number): string {
  const entry: unknown = JSON.parse(line);
  if (typeof entry === 'object' && entry !== null && 'messageId' in entry && typeof entry.messageId === 'string') {
    return entry.messageId.startsWith('<') ? entry.messageId : `<${entry.messageId}>`;
  }
  throw new Error(`Line ${String(number)} of the mail log has no messageId`);
}

function counted(ids: readonly string[]): MailLog {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
