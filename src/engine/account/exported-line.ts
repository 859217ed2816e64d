import type { ExportedEntry } from './record-check.js';

/** A line of an export, as the API writes it. */
interface ExportedLine {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
  readonly entry: string;
  readonly text: string | null;
  readonly key: string | null;
}

/** Reads a line of an exported account; null when it is none. */
export function readExportedLine(line: string): ExportedEntry | null {
  const parsed = parse(line);
  if (!isExported(parsed)) return null;
  const { seq, prevHash, hash, entry, text, key } = parsed;
  // An erasure takes the text; a text without its key is one that nobody can vouch for.
  return { seq, prevHash, hash, entryText: entry, kept: text === null ? null : { text, key: key ?? '' } };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}

function isExported(value: unknown): value is ExportedLine {
  if (typeof value !== 'object' || value === null) return false;
  const line = value as Readonly<Record<string, unknown>>;
  const texts = [line.prevHash, line.hash, line.entry].every((one) => typeof one === 'string');
  const optional = [line.text, line.key].every((one) => one === null || typeof one === 'string');
  return texts && optional && Number.isInteger(line.seq);
}
