import { instantOf } from '../commands/instant.js';
import { field, type FieldOptions, type FieldSchema } from '../api/field.js';
import { IsOneOf, IsWhole } from '../api/value-fields.js';

const UNITS = ['minutes', 'hours', 'days'] as const;

/** How far to move the virtual clock: to an instant, or on by so many minutes, hours or days. */
export class MoveClockForm {
  @IsInstant({
    optional: true,
    example: '2024-01-31T09:00:00+01:00',
    says: 'Where to; the past leaves it where it is.',
  })
  to?: string;

  @IsWhole(1, 10_000, { optional: true, example: 1, says: 'How many to move on by, where no instant is given.' })
  forward?: number;

  @IsOneOf(UNITS, { optional: true, says: 'Of what; days when left out.' })
  unit?: (typeof UNITS)[number];
}

/** An instant with a zone or an offset. */
function IsInstant(options: FieldOptions): PropertyDecorator {
  const reason = 'must be an instant such as 2024-01-31T09:00:00+01:00';
  const schema: FieldSchema = { type: 'string', format: 'date-time' };
  const holds = (value: unknown): boolean => typeof value === 'string' && instantOf(value) !== null;
  return field({ name: 'instant', holds, reason, schema }, options);
}
