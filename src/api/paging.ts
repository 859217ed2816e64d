import { Transform } from 'class-transformer';
import { isRealDate } from '../engine/time/days.js';
import { HttpProblem } from './problem.js';
import { check, whenGiven } from './field.js';
import { ApiPropertyOptional } from './swagger.js';

const MOST = 200;
const USUAL = 50;
const CURSOR = 'must be the `next` of a page of this list';

/** `?limit=&cursor=` of every list. A list with filters of its own extends it. */
export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MOST, default: USUAL, description: 'How many at most.' })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : value,
  )
  @check({ name: 'limit', holds: isLimit, reason: `must be a whole number from 1 to ${String(MOST)}` })
  @whenGiven({ optional: true })
  limit?: number;

  @ApiPropertyOptional({ type: 'string', description: 'Where to go on: the `next` of the page before.' })
  @check({ name: 'cursor', holds: isCursor, reason: CURSOR })
  @whenGiven({ optional: true })
  cursor?: string;
}

/** What a part of a sort key may be. Cursors come back from outside, and the database would choke on a wrong one. */
const PARTS = {
  text: /^[^\0\p{Cs}]{0,500}$/u,
  whole: /^-?\d{1,15}$/,
  decimal: /^-?\d{1,15}(?:\.\d{1,15})?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  instant: /^\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/,
  uuid: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/,
} as const;

export type SortPart = keyof typeof PARTS;

/** What a query needs for one page: the sort key to go on after, and one row more than fits, to know whether there are more. */
export interface Window {
  readonly after: readonly string[] | null;
  readonly rows: number;
}

/** One page of a list in its fixed order. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** The cursor of the next page; null on the last. */
  readonly next: string | null;
}

/** @param parts what the sort key of this list is made of; a cursor that is not of such parts is refused with 422. */
export function windowOf(query: PageQuery, ...parts: readonly SortPart[]): Window {
  const rows = (query.limit ?? USUAL) + 1;
  if (query.cursor === undefined) return { after: null, rows };
  const after = keyOf(query.cursor);
  const fits = after?.length === parts.length && parts.every((part, index) => isPart(part, after[index] ?? ''));
  if (!fits) throw new HttpProblem('input.refused', { errors: [{ field: 'cursor', reason: CURSOR }] });
  return { after, rows };
}

/** @param found as many rows as the window asked for, or fewer when there are no more. */
export function pageOf<Item>(
  found: readonly Item[],
  { rows }: Window,
  sortKey: (item: Item) => readonly string[],
): Page<Item> {
  const items = found.slice(0, rows - 1);
  const last = items.at(-1);
  const more = found.length === rows && last !== undefined;
  return { items, next: more ? Buffer.from(JSON.stringify(sortKey(last))).toString('base64url') : null };
}

function isLimit(value: unknown): boolean {
  return typeof value === 'number' && value >= 1 && value <= MOST;
}

function isCursor(value: unknown): boolean {
  return typeof value === 'string' && keyOf(value) !== null;
}

/** A day that does not exist still looks like an instant, and is caught here. */
function isPart(part: SortPart, text: string): boolean {
  if (!PARTS[part].test(text)) return false;
  return (part !== 'instant' && part !== 'date') || isRealDate(text.slice(0, 10));
}

function keyOf(cursor: string): readonly string[] | null {
  if (!/^[A-Za-z0-9_-]{1,600}$/.test(cursor)) return null;
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    return Array.isArray(key) && key.every((part) => typeof part === 'string') ? key : null;
  } catch {
    return null;
  }
}
