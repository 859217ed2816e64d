import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';

/** What one id takes of chance. */
const BYTES = 16;

/** Ids for so many new rows, near one another in time and so in the index. Chance is asked for once: it costs by the call. */
export function newIds(count: number): readonly string[] {
  const chance = randomBytes(count * BYTES);
  return Array.from({ length: count }, (_, index) =>
    uuid({ random: chance.subarray(index * BYTES, (index + 1) * BYTES) }),
  );
}
