import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller as CallerOfRequest } from '../people/caller.js';

/** Whoever holds the token of a request. */
export type Caller = CallerOfRequest;

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once the token was found; absent on routes that are open to all. */
    caller?: CallerOfRequest;
  }
}

/** Hands the caller of the request to a handler: `@Caller() caller: Caller`. Not for routes that are open to all. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): CallerOfRequest => {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (caller === undefined) throw new Error('A route that is open to all has no caller');
  return caller;
});
