import { createParamDecorator, SetMetadata, applyDecorators, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ApiExcludeController } from '../api/swagger.js';
import type { Viewer as ViewerOfRequest } from '../people/find-session.js';
import { pageRequestOf, type PageRequest } from './page-request.js';

const PAGES = 'gavel:pages';

/** A controller whose handlers give pages: they are opened by a session's cookie, and say in HTML what is wrong. */
export function Pages(): ClassDecorator {
  return applyDecorators(SetMetadata(PAGES, true), ApiExcludeController());
}

export function hasPages(controller: object): boolean {
  return Reflect.getMetadata(PAGES, controller) === true;
}

/** Whoever reads a page: somebody with a session. */
export type Viewer = ViewerOfRequest;

/** Hands the reader to a handler. Not for pages that are open to all. */
export const Viewer = createParamDecorator((_: unknown, context: ExecutionContext): ViewerOfRequest => {
  const { viewer } = context.switchToHttp().getRequest<FastifyRequest>();
  if (viewer === undefined) throw new Error('A page that is open to all has no reader');
  return viewer;
});

/** Hands everything that any page needs to a handler. */
export type Page = PageRequest;

export const Page = createParamDecorator((_: unknown, context: ExecutionContext): PageRequest =>
  pageRequestOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
