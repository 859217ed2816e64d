import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { getMetadataStorage } from 'class-validator';
import type { Action } from '../people/permissions.js';
import { hasPages } from '../web/page.js';
import { actionOf, isOpenToAll } from './may.js';

/** One route of the application, as its controller declares it. */
export interface Route {
  readonly method: string;
  /** With a slash in front and `:name` for parameters. */
  readonly path: string;
  /** `PeopleController.addPerson` */
  readonly name: string;
  /** The row of the permission table that opens it; null when it is open to all. */
  readonly action: Action | null;
  /** Whether it gives pages, to whoever has a session, or data to whoever has a token. */
  readonly isPage: boolean;
  readonly handler: object;
}

type Constructor = abstract new (...args: never[]) => unknown;

/** Every route there is, and the check at start that none of them was left without a permission or unchecked input. */
@Injectable()
export class RouteTable implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** Refuses to start with a route that nobody thought through. */
  onApplicationBootstrap(): void {
    const problems = this.controllers().flatMap((controller) => this.handlersOf(controller).flatMap(problemsOf));
    if (problems.length > 0) throw new Error(`Routes that cannot be served:\n${problems.join('\n')}`);
  }

  routes(): readonly Route[] {
    return this.controllers().flatMap((controller) =>
      this.handlersOf(controller).map(({ name, handler }) => ({
        method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod],
        path: joined(controller, handler),
        name,
        action: actionOf(handler) ?? null,
        isPage: hasPages(controller),
        handler,
      })),
    );
  }

  private controllers(): Constructor[] {
    return this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (metatype === null ? [] : [metatype as Constructor]));
  }

  private handlersOf(controller: Constructor): Handler[] {
    const prototype = controller.prototype as Readonly<Record<string, object>>;
    return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = prototype[method];
      if (handler === undefined || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
      return [{ name: `${controller.name}.${method}`, handler, prototype, method }];
    });
  }
}

interface Handler {
  readonly name: string;
  readonly handler: object;
  readonly prototype: object;
  readonly method: string;
}

function problemsOf({ name, handler, prototype, method }: Handler): string[] {
  const doors = Number(actionOf(handler) !== undefined) + Number(isOpenToAll(handler));
  const problems = doors === 1 ? [] : [`${name} needs either @May or @OpenToAll`];
  return [
    ...problems,
    ...bodiesOf(prototype, method)
      .filter(isUnchecked)
      .map(() => `${name} takes input that nothing checks`),
  ];
}

/** Classes of the parameters that hold a body or a query. Nest keeps parameters under `<kind>:<index>`. */
function bodiesOf(prototype: object, method: string): unknown[] {
  const types = (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as unknown[];
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, prototype.constructor, method) ?? {}) as Readonly<
    Record<string, { readonly index: number }>
  >;
  const kinds = [RouteParamtypes.BODY, RouteParamtypes.QUERY].map((kind) => `${String(kind)}:`);
  const inputs = Object.entries(args).filter(([name]) => kinds.some((kind) => name.startsWith(kind)));
  return inputs.map(([, { index }]) => types[index]);
}

/** An interface leaves no class behind, and class-validator would let everything through. */
function isUnchecked(type: unknown): boolean {
  if (typeof type !== 'function' || type === Object) return true;
  return getMetadataStorage().getTargetValidationMetadatas(type, '', true, false).length === 0;
}

function joined(controller: Constructor, handler: object): string {
  const parts = [controller, handler].map((target) => String(Reflect.getMetadata(PATH_METADATA, target) ?? ''));
  return `/${parts.join('/')}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
}
