import { readRotation } from '../../src/engine/terms/rotation-import.js';

/** The day of the imports of these tests. */
export const TODAY = '2026-11-23';

/** A body of two terms in the shape of one code per term, with what a test is about. */
export function body(terms: readonly unknown[], more: object = {}): unknown {
  return { key: 'somebody', name: 'Some body', boundary: 'inclusive', terms, ...more };
}

export function entry(chair: unknown, start: unknown, end: unknown, more: object = {}): unknown {
  return { chair, start, end, certainty: 'confirmed', ...more };
}

export function problems(json: unknown): readonly string[] {
  const result = readRotation(json, TODAY);
  if (!('problems' in result)) throw new Error('It was read');
  return result.problems.map(({ path, message }) => `${path}: ${message}`);
}
