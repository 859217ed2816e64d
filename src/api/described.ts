import { applyDecorators, SetMetadata, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOperation } from './swagger.js';

const GIVES = 'gavel:gives';

/** What a route gives: one thing of a class, a page of a list of such (`[PersonView]`), JSON of no fixed shape, or a file. */
export type Gives = Type | readonly [Type] | 'json' | 'file';

/**
 * Describes a route for the API's readers, on every handler: `@Described('Add a member', Receipt)`. Parameters, input,
 * problems, roles and the headers for versions and repetition are added for all routes alike (open-api.ts).
 */
export function Described(summary: string, gives: Gives, description?: string): MethodDecorator {
  const operation = description === undefined ? { summary } : { summary, description };
  const models = typeof gives === 'string' ? [] : [typeof gives === 'function' ? gives : gives[0]];
  return applyDecorators(ApiOperation(operation), ApiExtraModels(...models), SetMetadata(GIVES, gives));
}

/** What a route was said to give; undefined where nobody said. */
export function givesOf(handler: object): Gives | undefined {
  return Reflect.getMetadata(GIVES, handler) as Gives | undefined;
}
