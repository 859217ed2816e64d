import { applyDecorators } from '@nestjs/common';
import { ValidateBy, ValidateIf } from 'class-validator';
import { ApiProperty } from './swagger.js';

/** What every field of an input class can say about itself. */
export interface FieldOptions {
  /** What the field means, for the reader of the API's description. */
  readonly says?: string;
  readonly example?: unknown;
  /** The field may be absent. */
  readonly optional?: boolean;
  /** The field may be null. */
  readonly nullable?: boolean;
  /** The field is a list of such values, of at most so many. */
  readonly listOfAtMost?: number;
}

/** One rule for a value: when it holds, and what to say when it does not ("must be ..."). */
export interface FieldRule {
  readonly name: string;
  readonly holds: (value: unknown, form: Readonly<Record<string, unknown>>) => boolean;
  readonly reason: string;
  readonly schema: FieldSchema;
}

/** The same as a rule, in the words of JSON Schema. */
export interface FieldSchema {
  readonly type: 'string' | 'integer' | 'boolean';
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
}

/** A decorator that checks a field of an input class and describes it, so that the two cannot differ. */
export function field(rule: FieldRule, options: FieldOptions): PropertyDecorator {
  const { listOfAtMost } = options;
  const checks = listOfAtMost === undefined ? [check(rule)] : [checkList(listOfAtMost), check(rule, true)];
  return applyDecorators(...checks, whenGiven(options), described(rule, options));
}

/** Skips the checks of a field that is absent or null where it may be. */
export function whenGiven({ optional, nullable }: FieldOptions): PropertyDecorator {
  return ValidateIf(
    (_form, value) => !(value === undefined && optional === true) && !(value === null && nullable === true),
  );
}

/** A list with a bounded length; its entries are for other checks. */
function checkList(most: number): PropertyDecorator {
  const holds = (value: unknown): boolean => Array.isArray(value) && value.length <= most;
  return check({ name: 'list', holds, reason: `must be a list of at most ${String(most)}` });
}

/** One rule as class-validator knows it. @param each whether it is about every entry of a list. */
export function check({ name, holds, reason }: Omit<FieldRule, 'schema'>, each = false): PropertyDecorator {
  return ValidateBy(
    {
      name,
      validator: {
        validate: (value, args) => holds(value, (args?.object ?? {}) as Readonly<Record<string, unknown>>),
        defaultMessage: () => (each ? `each ${reason}` : reason),
      },
    },
    { each },
  );
}

function described(
  rule: FieldRule,
  { says, example, optional, nullable, listOfAtMost }: FieldOptions,
): PropertyDecorator {
  const { enum: values, ...schema } = rule.schema;
  return ApiProperty({
    ...schema,
    ...(values === undefined ? {} : { enum: [...values] }),
    ...(listOfAtMost === undefined ? {} : { isArray: true, maxItems: listOfAtMost }),
    ...(says === undefined ? {} : { description: says }),
    ...(example === undefined ? {} : { example }),
    ...(nullable === true ? { nullable: true } : {}),
    required: optional !== true,
  });
}
