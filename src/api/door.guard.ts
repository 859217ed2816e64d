import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../people/caller.js';
import { FindCaller } from '../people/find-caller.js';
import { mayAsk } from '../people/permissions.js';
import { hasPages } from '../web/page.js';
import { PageDoor } from '../web/page-door.js';
import { bearerOf } from './bearer.js';
import { actionOf, isOpenToAll } from './may.js';
import { HttpProblem } from './problem.js';

/** What ids in an address look like; anything else names nothing that exists. */
const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

/**
 * Who is it, is it their body, does one of their roles open this route? Asked in this order before anything else, so
 * that a stranger learns nothing: another body answers like one that does not exist.
 */
@Injectable()
export class DoorGuard implements CanActivate {
  constructor(
    private readonly findCaller: FindCaller,
    private readonly pageDoor: PageDoor,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: Readonly<Record<string, string>> }>>();
    const isPage = hasPages(context.getClass());
    if (isPage) this.pageDoor.expectOwnForm(request);
    if (isOpenToAll(handler)) return true;
    const caller = isPage ? await this.readerOf(request) : await this.holderOf(request);
    const { body, ...ids } = request.params;
    if (body !== undefined && body !== caller.bodyId) throw new HttpProblem('not_found');
    const action = actionOf(handler);
    if (action === undefined || !mayAsk(action, caller.roles)) {
      throw new HttpProblem('permission.missing', { detail: `Nothing you are today opens ${action ?? 'this'}.` });
    }
    if (!Object.values(ids).every((id) => KEY.test(id))) throw new HttpProblem('not_found');
    request.caller = caller;
    return true;
  }

  private async holderOf(request: FastifyRequest): Promise<Caller> {
    const secret = bearerOf(request);
    const caller = secret === null ? null : await this.findCaller.execute(secret);
    if (caller === null) throw new HttpProblem('token.needed');
    return caller;
  }

  private async readerOf(request: FastifyRequest): Promise<Caller> {
    const viewer = await this.pageDoor.viewerOf(request);
    if (viewer === null) throw new HttpProblem('session.needed');
    request.viewer = viewer;
    return viewer;
  }
}
