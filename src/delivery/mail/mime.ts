import { encodeWord, encodeWords, foldLines, isPlainText, quoteString } from 'nodemailer/lib/mime-funcs';
import { encode, wrap } from 'nodemailer/lib/qp';
import type { Mail } from '../carrier.js';

/** Longest line of a header, and of an encoded word in it, in characters (RFC 5322, RFC 2047). */
const LINE = 76;
const WORD = 52;

const BREAKS = /[\r\n\0]/;

/**
 * A mail as it goes over the wire: multipart with plain text first, then the same as HTML. It says that a machine wrote
 * it, so that no machine answers (RFC 3834), and to which list it belongs (RFC 2919).
 *
 * Written here and not by the mail library, whose general way of composing takes as long as everything else that is
 * done for a mail; encoding and folding are the library's. Throws a RangeError for a line break in a header.
 */
export function asMime(mail: Mail, from: string): Buffer {
  const { messageId, to, subject, text, html, list, language, at } = mail;
  // "=_" cannot come up in quoted-printable, where an equals sign begins an escape.
  const boundary = `=_${messageId.replace(/[^\w-]/g, '').slice(0, 60)}`;
  const lines = [
    header('From', from),
    header('To', `${quoted(to.name)} <${to.address}>`),
    header('Subject', isPlainText(subject) ? subject : encodeWords(subject, 'Q', WORD, true)),
    header('Message-ID', messageId),
    header('Date', new Date(at).toUTCString().replace('GMT', '+0000')),
    header('List-Id', `${quoted(list.name)} <${list.id}>`),
    header('Content-Language', language),
    header('Auto-Submitted', 'auto-generated'),
    header('X-Auto-Response-Suppress', 'All'),
    header('MIME-Version', '1.0'),
    header('Content-Type', `multipart/alternative; boundary="${boundary}"`),
    '',
    ...part(boundary, 'text/plain', text),
    ...part(boundary, 'text/html', html),
    `--${boundary}--`,
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'ascii');
}

/** An address with or without a name, as it stands in a header; the address alone is for the envelope. */
export function readSender(from: string): { readonly header: string; readonly address: string } {
  const [, name, address] = /^\s*(?:"?([^"<]*?)"?\s*<)?([^<>\s]+@[^<>\s]+?)>?\s*$/.exec(from) ?? [];
  if (address === undefined) throw new RangeError('The sender of mails is no mail address');
  return { address, header: name === undefined || name === '' ? address : `${quoted(name)} <${address}>` };
}

function header(name: string, value: string): string {
  if (BREAKS.test(value)) throw new RangeError('a header with a line break');
  return foldLines(`${name}: ${value}`, LINE);
}

function quoted(name: string): string {
  return isPlainText(name) ? quoteString(name) : encodeWord(name, 'Q', WORD);
}

function part(boundary: string, type: string, content: string): string[] {
  return [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    wrap(encode(content.replace(/\r?\n/g, '\r\n')), LINE),
  ];
}
