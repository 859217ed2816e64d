import { applyDecorators } from '@nestjs/common';
import { Type, type ClassConstructor } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { check, field, whenGiven, type FieldOptions, type FieldSchema } from './field.js';
import { ApiProperty } from './swagger.js';

/** One of these texts. */
export function IsOneOf(values: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  const reason = `must be one of ${values.join(', ')}`;
  const holds = (value: unknown): boolean => typeof value === 'string' && values.includes(value);
  return field({ name: 'oneOf', holds, reason, schema: { type: 'string', enum: values } }, options);
}

/** A whole number between bounds, both included. */
export function IsWhole(least: number, most: number, options: FieldOptions = {}): PropertyDecorator {
  const reason = `must be a whole number from ${String(least)} to ${String(most)}`;
  const holds = (value: unknown): boolean =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
  const schema: FieldSchema = { type: 'integer', minimum: least, maximum: most };
  return field({ name: 'whole', holds, reason, schema }, options);
}

/** True or false. */
export function IsFlag(options: FieldOptions = {}): PropertyDecorator {
  const reason = 'must be true or false';
  return field(
    { name: 'flag', holds: (value) => typeof value === 'boolean', reason, schema: { type: 'boolean' } },
    options,
  );
}

/** An object of an input class of its own, or a list of such with `listOfAtMost`. */
export function IsShaped(shape: () => ClassConstructor<object>, options: FieldOptions = {}): PropertyDecorator {
  const { says, optional, nullable, listOfAtMost } = options;
  const isList = listOfAtMost !== undefined;
  return applyDecorators(
    Type(shape),
    isList ? checkShapes(listOfAtMost) : check({ name: 'shape', holds: isShape, reason: 'must be an object' }),
    ValidateNested(),
    whenGiven(options),
    ApiProperty({
      // Swagger knows a function that gives a class by its name, which must be `type`.
      type: () => shape(),
      isArray: isList,
      ...(says === undefined ? {} : { description: says }),
      ...(nullable === true ? { nullable: true } : {}),
      required: optional !== true,
    }),
  );
}

function checkShapes(most: number): PropertyDecorator {
  const holds = (value: unknown): boolean => Array.isArray(value) && value.length <= most && value.every(isShape);
  return check({ name: 'shapes', holds, reason: `must be a list of at most ${String(most)} objects` });
}

/** class-validator alone would look into lists of lists as well. */
function isShape(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
