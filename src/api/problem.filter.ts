import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Outage } from '../storage/outage.js';
import { sendErrorPage } from '../web/error-page.js';
import { HttpProblem, type ProblemCode } from './problem.js';

const MEDIA_TYPE = 'application/problem+json; charset=utf-8';
/** Seconds: about as long as a database takes to come back from a restart. */
const OUTAGE_RETRY_AFTER = 2;

/** What Fastify itself finds wrong with a request, before a handler sees it. */
const OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'request.unreadable',
  404: 'not_found',
  413: 'body.too_large',
  414: 'address.too_long',
  415: 'media_type.unsupported',
};

/** Writes every error as problem+json. What is neither a problem nor an outage is a bug: it is logged, never shown. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), error);
  }
}

/** Answers a request with the problem that an error stands for. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): void {
  const problem = problemOf(error);
  if (problem.code === 'bug') request.log.error({ err: error }, 'A request met a bug');
  if (problem.code === 'outage') request.log.warn({ err: error }, 'A request met an outage');
  if (problem.code === 'token.needed') reply.header('www-authenticate', 'Bearer realm="gavel"');
  if (isForPeople(request)) {
    sendErrorPage(request, reply, problem);
    return;
  }
  if (problem.details.retryAfter !== undefined) reply.header('retry-after', String(problem.details.retryAfter));
  reply.status(problem.status).header('content-type', MEDIA_TYPE).send(problem.body(request.id));
}

/** Whatever is not asked by a program is asked by a browser. */
function isForPeople({ url }: FastifyRequest): boolean {
  return !['/api/', '/healthz', '/readyz', '/metrics'].some((path) => url.startsWith(path));
}

function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof Outage) {
    return new HttpProblem('outage', { detail: error.message, retryAfter: OUTAGE_RETRY_AFTER });
  }
  return new HttpProblem(OF_STATUS[statusOf(error)] ?? 'bug');
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const known = error instanceof Error && error.name === 'FastifyError' && 'statusCode' in error;
  return known && typeof error.statusCode === 'number' ? error.statusCode : 500;
}
