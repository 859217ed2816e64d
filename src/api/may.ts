import { SetMetadata } from '@nestjs/common';
import type { Action } from '../people/permissions.js';

const ACTION = 'gavel:action';
const OPEN = 'gavel:open';

/** Names the row of the permission table that opens this route. Every route has it, or `@OpenToAll()`. */
export function May(action: Action): MethodDecorator {
  return SetMetadata(ACTION, action);
}

/** A route that needs no token, such as the health of the process. */
export function OpenToAll(): MethodDecorator {
  return SetMetadata(OPEN, true);
}

/** The row that opens a route; undefined where none was named. */
export function actionOf(handler: object): Action | undefined {
  return Reflect.getMetadata(ACTION, handler) as Action | undefined;
}

export function isOpenToAll(handler: object): boolean {
  return Reflect.getMetadata(OPEN, handler) === true;
}
