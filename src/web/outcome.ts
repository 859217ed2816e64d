import { answer } from '../api/answer.js';
import type { Refused, UnmetGate } from '../engine/decision.js';
import { isRefused } from '../storage/database.js';
import type { Typed } from './form.js';

/** What kept a use case from doing what a form asked for. None: it was done. */
export type Gates = readonly UnmetGate[];

/** What stands against everyone, whatever they typed: a page of its own says so. */
const NEVER_OPEN: ReadonlySet<string> = new Set([
  'permission.not_yours',
  'handover.not_a_party',
  'handover.writing_ended',
  'handover.reading_ended',
]);

/**
 * What stands against what was asked, for the form to be shown again with it; empty when it was done. Throws where there
 * is nothing to show a form about: what does not exist, and what is not the reader's.
 */
export function gatesOf(result: object | Refused | null): Gates {
  if (result === null || !isRefused(result)) {
    answer(result);
    return [];
  }
  if (result.gates.some(({ code }) => NEVER_OPEN.has(code))) answer(result);
  return result.gates;
}

/** The version that a form was based on; one that no thing ever has where it says none. */
export function versionTyped({ version = '' }: Typed): number {
  return /^\d{1,9}$/.test(version) ? Number(version) : -1;
}
