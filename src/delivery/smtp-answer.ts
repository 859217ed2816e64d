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

/** The server closes the channel (RFC 5321): because of this mail, of its sender, or of its own trouble. */
const CLOSING = 421;

/** `broken`: the connection went away, and it is not known whether the mail is to blame. */
export type Verdict = Carriage | { readonly kind: 'broken'; readonly answer: string };

/** What an error says about the mail that it happened to. */
export function verdictOf(error: unknown): Verdict {
  const { code, command, responseCode, response } = (error ?? {}) as SmtpError;
  if (responseCode === CLOSING) return { kind: 'broken', answer: shortened(String(response)) };
  if (typeof responseCode === 'number' && ABOUT_THE_MAIL.includes(command)) {
    const answer = shortened(typeof response === 'string' ? response : String(responseCode));
    return { kind: responseCode < 500 ? 'put_off' : 'refused', answer };
  }
  if (typeof responseCode === 'number' || NO_USE.includes(code)) {
    return { kind: 'unreachable', answer: shortened(typeof response === 'string' ? response : String(code)) };
  }
  if (CONNECTION_BROKE.includes(code)) return { kind: 'broken', answer: 'the connection broke' };
  return { kind: 'refused', answer: `the mail cannot be made: ${shortened(String(code))}` };
}

/** A mail server's answer as it may be shown: on one line, cut off, and without anybody's address. */
export function shortened(answer: string): string {
  const line = answer.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.replace(/<?[^\s<>@]+@[^\s<>@]+>?/g, '(address)').slice(0, LONGEST_ANSWER);
}
