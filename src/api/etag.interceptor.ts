import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { etagOf } from './if-match.js';

/** Gives every answer about one thing the `ETag` of its version, and 304 to whoever has read that version already. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(map((answered: unknown) => tagged(request, reply, answered)));
  }
}

function tagged(request: FastifyRequest, reply: FastifyReply, answered: unknown): unknown {
  const version = versionOf(answered);
  if (version === null) return answered;
  const etag = etagOf(version);
  reply.header('etag', etag);
  if (request.method !== 'GET' || !isRead(request.headers['if-none-match'], etag)) return answered;
  reply.status(304);
  return undefined;
}

function versionOf(answered: unknown): number | null {
  if (typeof answered !== 'object' || answered === null || !('version' in answered)) return null;
  return typeof answered.version === 'number' ? answered.version : null;
}

/** Compared weakly, as RFC 9110 asks for: `W/"3"` stands for the same version. */
function isRead(sent: string | undefined, etag: string): boolean {
  if (sent === undefined) return false;
  return sent.trim() === '*' || sent.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
