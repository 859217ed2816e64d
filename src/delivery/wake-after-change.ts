import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { tap, type Observable } from 'rxjs';
import { Sweep } from './sweep.js';

const READS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Lets the sweep of this process look after every request that changed something: it may have owed an urgent message. */
@Injectable()
export class WakeAfterChange implements NestInterceptor {
  constructor(private readonly sweep: Sweep) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method } = context.switchToHttp().getRequest<{ readonly method: string }>();
    return next.handle().pipe(
      tap(() => {
        if (!READS.includes(method)) this.sweep.wake();
      }),
    );
  }
}
