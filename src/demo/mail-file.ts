import type { IsoInstant } from '../engine/words.js';

/** A mail that went out, read from the file in which the demo kept it. */
export interface KeptMail {
  /** The name of its file, without the ending. */
  readonly id: string;
  readonly at: IsoInstant;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly language: string;
  /** The part in plain text, which says all that the other says. */
  readonly text: string;
}

/** Reads a mail as the carrier of this application writes it; null where the file is something else. */
export function readMailFile(id: string, content: string): KeptMail | null {
  const [head = ''] = content.split('\r\n\r\n', 1);
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const [, name = '', address = ''] = /^(.*?)\s*<([^<>]+)>$/.exec(headers.get('to') ?? '') ?? [];
  const at = Date.parse(headers.get('date') ?? '');
  const [, text] = /\r\nContent-Type: text\/plain[^]*?\r\n\r\n([^]*?)\r\n--/.exec(content) ?? [];
  if (address === '' || Number.isNaN(at) || text === undefined) return null;
  return {
    id,
    at: new Date(at).toISOString(),
    to: { name: wordsOf(name), address },
    subject: wordsOf(headers.get('subject') ?? ''),
    language: headers.get('content-language') ?? '',
    text: decoded(text.replace(/=\r\n/g, '')).replace(/\r\n/g, '\n'),
  };
}

/** A header that may be written in encoded words (RFC 2047); what is quoted loses its quotes. */
function wordsOf(value: string): string {
  const joined = value.replace(/\?=\s+=\?UTF-8\?Q\?/gi, '');
  const words = joined.replace(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_, word: string) => decoded(word.replace(/_/g, ' ')));
  return words.replace(/^"(.*)"$/, '$1').replace(/\\(.)/g, '$1');
}

/** Quoted-printable without its line breaks. */
function decoded(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
