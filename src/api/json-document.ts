import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Problem } from '../engine/inspection.js';
import { HttpProblem } from './problem.js';
import { ApiBody } from './swagger.js';

/**
 * The JSON of a request as it came, for whole documents (calendars, templates, rotations) whose own inspection finds
 * every problem: `@JsonDocument() sent: unknown`, then `refuseProblems(calendarProblems(sent))`.
 */
export const JsonDocument = createParamDecorator(
  (_: unknown, context: ExecutionContext): unknown => context.switchToHttp().getRequest<FastifyRequest>().body,
  [documented],
);

/** Throws a 422 with every problem that was found; does nothing when there is none. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const errors = problems.map(({ path, message }) => ({ field: path === '' ? 'body' : path, reason: message }));
  throw new HttpProblem('input.refused', { errors });
}

function documented(target: object, method: string | symbol | undefined): void {
  const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
  if (method === undefined || descriptor === undefined) return;
  ApiBody({ required: true, schema: { type: 'object' } })(target, method, descriptor);
}
