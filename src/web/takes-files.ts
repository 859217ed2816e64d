import { RouteConfig } from '@nestjs/platform-fastify';
import { TAKES_FILES } from './take-forms.js';

/** A route whose form carries a file; to all others `multipart/form-data` is a 415. */
export function TakesFiles(): MethodDecorator {
  return RouteConfig({ [TAKES_FILES]: true });
}
