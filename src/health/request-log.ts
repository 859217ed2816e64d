import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';

/** One line per request: which route, how it ended, how long it took. No address, query, body or sender. */
export class RequestLog extends LogController {
  constructor() {
    super({ requestIdLogLabel: 'request' });
  }

  override incomingRequest(): void {
    // Told once, when it is over.
  }

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const told = {
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (error == null) request.log.info(told, 'request');
    else request.log.warn({ ...told, err: error }, 'request broke off');
  }
}

/** The route as it was declared, so that no id of a person or thing is in it. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'none';
}
