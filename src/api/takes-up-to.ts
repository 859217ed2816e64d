import { RouteConfig } from '@nestjs/platform-fastify';

const NAME = 'largestBody';

/** Lets a route take larger bodies than others, in bytes: imports of a whole rotation or template. */
export function TakesUpTo(bytes: number): MethodDecorator {
  return RouteConfig({ [NAME]: bytes });
}

/** What a route was said to take; null where nothing was said. */
export function largestBodyOf(config: unknown): number | null {
  if (typeof config !== 'object' || config === null || !(NAME in config)) return null;
  return typeof config[NAME] === 'number' ? config[NAME] : null;
}
