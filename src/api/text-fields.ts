import { isRealDate } from '../engine/time/days.js';
import { field, type FieldOptions, type FieldSchema } from './field.js';

const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
/** Controls of C0 and C1, line and paragraph separators, direction overrides and isolates, lone surrogates. */
const NOT_IN_A_LINE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** The same, save tabs and line breaks. */
const NOT_IN_PROSE = /[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/u;
const CLEAN = 'without control characters, direction overrides or broken Unicode';
/** The dot-atom of RFC 5322 and a host name: no quotes, comments, names or lists, and nothing beyond ASCII. */
const MAIL =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;
const LONGEST_MAIL = 254;
const LONGEST_MAIL_NAME = 64;
const LONGEST_URL = 2_000;

/** An id: letters, digits, dot, dash and underscore, 63 characters at most, the first a letter or digit. */
export function IsKey(options: FieldOptions = {}): PropertyDecorator {
  const reason = 'must be 1 to 63 letters, digits, dots, dashes and underscores, the first a letter or digit';
  const schema: FieldSchema = { type: 'string', pattern: KEY.source };
  return field(
    { name: 'key', holds: (value) => typeof value === 'string' && KEY.test(value), reason, schema },
    options,
  );
}

/** One line of text that can be shown as it is; not blank. */
export function IsLine(max: number, options: FieldOptions = {}): PropertyDecorator {
  const reason = `must be one line of 1 to ${String(max)} characters, ${CLEAN}`;
  const schema: FieldSchema = { type: 'string', minLength: 1, maxLength: max };
  return field({ name: 'line', holds: (value) => isText(value, max, NOT_IN_A_LINE), reason, schema }, options);
}

/** What a person writes: line breaks and tabs too; not blank. */
export function IsProse(max: number, options: FieldOptions = {}): PropertyDecorator {
  const reason = `must be a text of 1 to ${String(max)} characters, ${CLEAN}`;
  const schema: FieldSchema = { type: 'string', minLength: 1, maxLength: max };
  return field({ name: 'prose', holds: (value) => isText(value, max, NOT_IN_PROSE), reason, schema }, options);
}

/** A date that exists, `YYYY-MM-DD`. */
export function IsRealDate(options: FieldOptions = {}): PropertyDecorator {
  const reason = 'must be a date that exists, written YYYY-MM-DD';
  const schema: FieldSchema = { type: 'string', format: 'date' };
  return field({ name: 'date', holds: isDate, reason, schema }, options);
}

/** A date after that of another field, when both are dates. */
export function IsDateAfter(other: string, options: FieldOptions = {}): PropertyDecorator {
  const reason = `must be a date that exists, written YYYY-MM-DD, and after ${other}`;
  const holds = (value: unknown, form: Readonly<Record<string, unknown>>): boolean =>
    isDate(value) && (!isDate(form[other]) || value > form[other]);
  return field({ name: 'dateAfter', holds, reason, schema: { type: 'string', format: 'date' } }, options);
}

/** A date not before that of another field, when both are dates. */
export function IsDateFrom(other: string, options: FieldOptions = {}): PropertyDecorator {
  const reason = `must be a date that exists, written YYYY-MM-DD, and not before ${other}`;
  const holds = (value: unknown, form: Readonly<Record<string, unknown>>): boolean =>
    isDate(value) && (!isDate(form[other]) || value >= form[other]);
  return field({ name: 'dateFrom', holds, reason, schema: { type: 'string', format: 'date' } }, options);
}

/** One plain mail address: what could smuggle a header, a second address or a comment is not one. */
export function IsMail(options: FieldOptions = {}): PropertyDecorator {
  const reason = 'must be one plain mail address such as name@office.example, in ASCII';
  const schema: FieldSchema = { type: 'string', format: 'email', maxLength: LONGEST_MAIL };
  return field({ name: 'mail', holds: isMail, reason, schema }, options);
}

/** An `https:` or `mailto:` address without a password in it. */
export function IsWebAddress(options: FieldOptions = {}): PropertyDecorator {
  const reason = 'must be an https or mailto address';
  const schema: FieldSchema = { type: 'string', format: 'uri', maxLength: LONGEST_URL };
  return field({ name: 'webAddress', holds: isWebAddress, reason, schema }, options);
}

function isText(value: unknown, max: number, forbidden: RegExp): value is string {
  return typeof value === 'string' && value.length <= max && value.trim() !== '' && !forbidden.test(value);
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && isRealDate(value);
}

function isMail(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > LONGEST_MAIL || !MAIL.test(value)) return false;
  return value.indexOf('@') <= LONGEST_MAIL_NAME;
}

/** The parser of URLs drops line breaks and blanks: whoever has them is refused before. */
function isWebAddress(value: unknown): boolean {
  if (!isText(value, LONGEST_URL, NOT_IN_A_LINE) || /\s/.test(value) || !URL.canParse(value)) return false;
  const { protocol, username, password, pathname } = new URL(value);
  if (protocol === 'mailto:') return isMail(pathname);
  return protocol === 'https:' && username === '' && password === '';
}
