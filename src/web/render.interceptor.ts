import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { disposition } from './disposition.js';
import { forgetNotice, leaveNotice } from './notice.js';
import { pageRequestOf } from './page-request.js';
import { sendHtml } from './send-html.js';
import { FileView, GoTo, View } from './view.js';

/** Writes what handlers of pages give: HTML, a redirect after a form, or a file. */
@Injectable()
export class RenderInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map((answered: unknown) => written(reply, answered)));
  }
}

function written(reply: FastifyReply, answered: unknown): unknown {
  if (answered instanceof View) {
    const page = pageRequestOf(reply.request);
    if (page.notice !== null) forgetNotice(reply);
    return sendHtml(reply, answered, page.language);
  }
  if (answered instanceof GoTo) {
    if (answered.notice !== null) leaveNotice(reply, answered.notice);
    reply.status(303).header('location', answered.address);
    return '';
  }
  if (answered instanceof FileView) {
    reply.header('content-type', answered.type);
    if (answered.fileName !== null) reply.header('content-disposition', disposition('attachment', answered.fileName));
    return answered.content;
  }
  return answered;
}
