import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OpenToAll } from '../api/may.js';
import { ApiExcludeController } from '../api/swagger.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

/** For those who run the process, not for its users: no token, no body, and nothing that names anyone. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  /** Live: the process answers. */
  @Get('healthz')
  @OpenToAll()
  live(): object {
    return { live: true };
  }

  /** Ready: every part it needs is well; 503 and which part is not, otherwise. */
  @Get('readyz')
  @OpenToAll()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const parts = await this.readiness.parts();
    const ready = parts.every((part) => part.ready);
    if (!ready) reply.status(503);
    return { ready, parts };
  }

  @Get('metrics')
  @OpenToAll()
  async measurements(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    reply.header('content-type', this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }
}
