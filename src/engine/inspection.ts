import { isRealDate, parseDate } from './time/days.js';

/** One thing wrong with a document, and where. */
export interface Problem {
  /** Where in the document: `holidays[3].month`; empty for the document as a whole. */
  readonly path: string;
  readonly message: string;
}

/** What stands under the keys of an object that was not written by us. */
export type Fields = Readonly<Record<string, unknown>>;

/** A validity as inspected: day numbers, open ends infinite. */
export interface InspectedPeriod {
  readonly first: number;
  readonly last: number;
}

/** C0 and C1 controls, line and paragraph separators, direction overrides and isolates, lone surrogates. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const PLAIN_KEY = /^[A-Za-z0-9_-]{1,40}$/;

/**
 * Goes through untrusted JSON and notes every problem with its path, so that whoever sent it can mend all at once.
 * Each method gives the value in its type, or null after noting why not.
 */
export class Inspection {
  private readonly noted: Problem[] = [];

  get problems(): Problem[] {
    return [...this.noted];
  }

  note(path: string, message: string): null {
    this.noted.push({ path, message });
    return null;
  }

  /** An object with these keys, marked true where required; every other key is a problem. */
  fields(value: unknown, path: string, keys: Readonly<Record<string, boolean>>): Fields | null {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return this.note(path, 'must be an object');
    const fields = new Map<string, unknown>(Object.entries(value));
    for (const key of fields.keys()) {
      if (!Object.hasOwn(keys, key)) {
        this.note(under(path, key), `is not known here; known are ${Object.keys(keys).join(', ')}`);
      }
    }
    for (const [key, required] of Object.entries(keys)) {
      if (required && fields.get(key) === undefined) this.note(under(path, key), 'is missing');
    }
    return Object.fromEntries(fields);
  }

  /** A list of a bounded length; a longer one is not looked into. */
  list(value: unknown, path: string, least: number, most: number): readonly unknown[] | null {
    if (!Array.isArray(value)) return this.note(path, 'must be a list');
    if (value.length < least) return this.note(path, `must have at least ${String(least)} entries`);
    if (value.length > most) return this.note(path, `must have at most ${String(most)} entries`);
    return value as readonly unknown[];
  }

  /** A text that can be shown as it is: not blank, no control characters, direction overrides or broken Unicode. */
  text(value: unknown, path: string, most: number): string | null {
    if (typeof value !== 'string') return this.note(path, 'must be a text');
    if (value.length > most) return this.note(path, `must have at most ${String(most)} characters`);
    if (UNWRITABLE.test(value)) {
      return this.note(path, 'must not contain control characters, direction overrides or broken Unicode');
    }
    return value.trim() === '' ? this.note(path, 'must not be empty') : value;
  }

  wholeNumber(value: unknown, path: string, least: number, most: number): number | null {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    return this.note(path, `must be a whole number from ${String(least)} to ${String(most)}`);
  }

  yesOrNo(value: unknown, path: string): void {
    if (typeof value !== 'boolean') this.note(path, 'must be true or false');
  }

  /** Day number of a date that exists. */
  date(value: unknown, path: string): number | null {
    if (typeof value === 'string' && isRealDate(value)) return parseDate(value);
    return this.note(path, 'must be a date that exists, written YYYY-MM-DD');
  }

  /** The validity of an object's `validFrom` and `validTo`, both optional. */
  validity(fields: Fields, path: string): InspectedPeriod | null {
    const first = fields.validFrom === undefined ? -Infinity : this.date(fields.validFrom, under(path, 'validFrom'));
    const last = fields.validTo === undefined ? Infinity : this.date(fields.validTo, under(path, 'validTo'));
    if (first === null || last === null) return null;
    return first > last ? this.note(under(path, 'validTo'), 'must not be before validFrom') : { first, last };
  }
}

/** Path of a key; what is not a plain name is shown in a form that cannot disturb the message. */
export function under(path: string, key: string): string {
  if (PLAIN_KEY.test(key)) return path === '' ? key : `${path}.${key}`;
  return `${path}[${JSON.stringify(key.slice(0, 40).replaceAll(/[^ -~]/g, '?'))}]`;
}
