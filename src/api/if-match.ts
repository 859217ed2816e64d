import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HttpProblem } from './problem.js';
import { ApiHeader } from './swagger.js';

/** What the `ETag` of everything that changes looks like: its version in quotes. */
const ETAG = /^"(\d{1,9})"$/;

/** The version that the caller has read, from the header `If-Match`: 428 without it, 400 when it is no such thing. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number => {
    const sent = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
    const field = 'If-Match';
    if (sent === undefined) {
      throw new HttpProblem('version.needed', { errors: [{ field, reason: 'is missing; send the ETag you read' }] });
    }
    const version = ETAG.exec(sent)?.[1];
    if (version === undefined) {
      throw new HttpProblem('request.unreadable', {
        errors: [{ field, reason: 'must be one ETag as you read it, such as "3"' }],
      });
    }
    return Number(version);
  },
  [documented],
);

/** Tells OpenAPI of the header wherever the decorator is used. */
function documented(target: object, method: string | symbol | undefined): void {
  const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
  if (method === undefined || descriptor === undefined) return;
  const header = { name: 'If-Match', required: true, description: 'The ETag of what you read.', example: '"3"' };
  ApiHeader(header)(target, method, descriptor);
}

/** The `ETag` of a version. */
export function etagOf(version: number): string {
  return `"${String(version)}"`;
}
