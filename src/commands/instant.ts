import { isRealDate } from '../engine/time/days.js';
import type { IsoInstant } from '../engine/words.js';

const WRITTEN = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** An instant as people write it, with its offset: `2024-01-31T09:00:00+01:00`. Null for anything else. */
export function instantOf(text: string): IsoInstant | null {
  const [, date] = WRITTEN.exec(text) ?? [];
  // JavaScript would take the 30th of February for the 1st of March.
  if (date === undefined || !isRealDate(date)) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
