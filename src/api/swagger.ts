import type * as Swagger from '@nestjs/swagger';

/** The decorators with which controllers and their classes describe themselves to the API's readers. */
type Word =
  | 'ApiBody'
  | 'ApiConsumes'
  | 'ApiExcludeController'
  | 'ApiExtraModels'
  | 'ApiHeader'
  | 'ApiOperation'
  | 'ApiProperty'
  | 'ApiPropertyOptional'
  | 'ApiTags';

type Decorator = (...target: unknown[]) => unknown;

let said: ((swagger: typeof Swagger) => void)[] = [];

/**
 * The decorator of Nest's package, which waits until somebody asks for the description: with what it brings along, that
 * package is a third of all modules that a start would read.
 */
function later<Name extends Word>(name: Name): (typeof Swagger)[Name] {
  const word =
    (...options: unknown[]): Decorator =>
    (...target) => {
      said.push((swagger) => {
        (swagger[name] as (...options: unknown[]) => Decorator)(...options)(...target);
      });
    };
  return word as (typeof Swagger)[Name];
}

export const ApiBody = later('ApiBody');
export const ApiConsumes = later('ApiConsumes');
export const ApiExcludeController = later('ApiExcludeController');
export const ApiExtraModels = later('ApiExtraModels');
export const ApiHeader = later('ApiHeader');
export const ApiOperation = later('ApiOperation');
export const ApiProperty = later('ApiProperty');
export const ApiPropertyOptional = later('ApiPropertyOptional');
export const ApiTags = later('ApiTags');

/** Nest's package, once everything that was said so far is known to it. */
export async function readSwagger(): Promise<typeof Swagger> {
  const swagger = await import('@nestjs/swagger');
  const words = said;
  said = [];
  for (const word of words) word(swagger);
  return swagger;
}
