import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { AnsweredAlready, GivenAnswers, hashOfRequest, type KeyedRequest } from './given-answers.js';
import { HttpProblem } from './problem.js';

const KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * A POST with an `Idempotency-Key` happens once, however often it is sent. The command is simply carried out: what
 * was answered under the key is looked up only when it fails, or when keeping the new answer meets the old one. So
 * the first time costs one statement, and two at once cannot both happen.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly answers: GivenAnswers) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const keyed = keyedRequest(request);
    if (keyed === null) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.once(keyed, reply, () => lastValueFrom(next.handle())));
  }

  private async once(request: KeyedRequest, reply: FastifyReply, work: () => Promise<unknown>): Promise<unknown> {
    try {
      return await this.answers.keeping(request, work);
    } catch (error) {
      if (!mayHaveBeenAnswered(error)) throw error;
      const given = await this.answers.find(request);
      if (given === null) throw error;
      if (!given.toThisRequest) throw reused();
      reply.header('idempotency-replayed', 'true');
      return given.answer;
    }
  }
}

/** A command that was carried out before is refused the second time: its state, or its version, has moved on. */
function mayHaveBeenAnswered(error: unknown): boolean {
  return error instanceof AnsweredAlready || error instanceof HttpProblem;
}

function keyedRequest(request: FastifyRequest): KeyedRequest | null {
  const key = request.headers['idempotency-key'];
  const { caller } = request;
  if (request.method !== 'POST' || key === undefined || caller === undefined) return null;
  if (typeof key !== 'string' || !KEY.test(key)) {
    const reason = 'must be 1 to 255 visible ASCII characters';
    throw new HttpProblem('request.unreadable', { errors: [{ field: 'Idempotency-Key', reason }] });
  }
  return {
    caller,
    key,
    // A form with a file is known only once its handler has read it.
    get hash() {
      return hashOfRequest(request.method, request.url, request.headers['if-match'], request.body);
    },
  };
}

function reused(): HttpProblem {
  const reason = 'was used for another request; take a new one';
  return new HttpProblem('idempotency.key_reused', { errors: [{ field: 'Idempotency-Key', reason }] });
}
