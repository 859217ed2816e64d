import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { FindCaller } from '../people/find-caller.js';
import { FindSession } from '../people/find-session.js';
import { PageDoor } from '../web/page-door.js';
import { RenderInterceptor } from '../web/render.interceptor.js';
import { DoorGuard } from './door.guard.js';
import { EtagInterceptor } from './etag.interceptor.js';
import { ForgetAnswers } from './forget-answers.js';
import { GivenAnswers } from './given-answers.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { InputPipe } from './input.pipe.js';
import { ProblemFilter } from './problem.filter.js';
import { RouteTable } from './route-table.js';

/** The edge: what every request passes on its way in, and every answer on its way out. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    FindCaller,
    FindSession,
    PageDoor,
    GivenAnswers,
    ForgetAnswers,
    RouteTable,
    { provide: APP_GUARD, useClass: DoorGuard },
    { provide: APP_PIPE, useClass: InputPipe },
    // The first sees the answer last: also a repeated answer gets its ETag.
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: RenderInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class ApiModule {}
