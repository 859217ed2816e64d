import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { routeOf } from './request-log.js';

/** Upper bounds in seconds: from a cached read to what a person no longer waits for. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * The measurements of this process, for Prometheus. Labels have few values each: routes as declared, never ids,
 * bodies or people. A feature adds its own by naming `registry` in `registers`.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'gavel_http_request_duration_seconds',
    help: 'How long requests took, by route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: BUCKETS,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Counts a request once its answer is sent. */
  observe(request: FastifyRequest, reply: FastifyReply): void {
    const labels = { method: request.method, route: routeOf(request), status: String(reply.statusCode) };
    this.requests.observe(labels, reply.elapsedTime / 1_000);
  }
}
