import type { Carriage } from './carrier.js';

/** What an error of the mail library may tell. */
interface SmtpError {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
}

/** Commands about one mail; an answer to any other is about the connection, whoever it was made for. */
const ABOUT_THE_MAIL: readonly unknown[] = ['MAIL FROM', 'RCPT TO', 'DATA'];

/** The connection broke while a mail was under way, or before: whether the mail is to blame is for the carrier to find out. */
const CONNECTION_BROKE: readonly unknown[] = ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'ECONNRESET', 'EPIPE', 'EABORT'];

const NO_USE: readonly unknown[] = ['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'EDNS', 'EPROTOCOL', 'EPROXY', 'ECONFIG'];

const LONGEST_ANSWER = 200;

/** The verdict of an error, or `broken` when the connection went away and nothing was said about the mail. */
export function verdictOf(error: unknown): Carriage | 'broken' {
  const { code, command, responseCode, response } = (error ?? {}) as SmtpError;
  if (typeof responseCode === 'number' && ABOUT_THE_MAIL.includes(command)) {
    const answer = shortened(typeof response === 'string' ? response : String(responseCode));
    return { kind: responseCode < 500 ? 'put_off' : 'refused', answer };
  }
  if (typeof responseCode === 'number' || NO_USE.includes(code)) {
    return { kind: 'unreachable', answer: shortened(typeof response === 'string' ? response : String(code)) };
  }
  if (CONNECTION_BROKE.includes(code)) return 'broken';
  return { kind: 'refused', answer: `the mail cannot be made: ${shortened(String(code))}` };
}

/** A mail server's answer as it may be shown: on one line, cut off, and without anybody's address. */
export function shortened(answer: string): string {
  const line = answer.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.replace(/<?[^\s<>@]+@[^\s<>@]+>?/g, '(address)').slice(0, LONGEST_ANSWER);
}
