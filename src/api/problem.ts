import type { UnmetGate } from '../engine/decision.js';

/** What is wrong with one field of a request. */
export interface FieldProblem {
  /** Path in the body (`due.anchor`, `holders[1]`), or the name of a header, of a query parameter. */
  readonly field: string;
  readonly reason: string;
}

/** What a problem tells beyond its kind. */
export interface ProblemDetails {
  readonly detail?: string;
  readonly gates?: readonly UnmetGate[];
  readonly errors?: readonly FieldProblem[];
  /** What would happen now, where a preview was no longer so. */
  readonly preview?: object;
  /** Seconds after which it is worth asking again. */
  readonly retryAfter?: number;
}

/** Every kind of problem this API answers with: its stable name, its status and its title. */
export const PROBLEMS = {
  'request.unreadable': { status: 400, title: 'The request cannot be read' },
  'token.needed': { status: 401, title: 'A valid token is needed' },
  'session.needed': { status: 401, title: 'Sign in first' },
  'form.foreign': { status: 403, title: 'This form was not sent from a page of ours' },
  'permission.missing': { status: 403, title: 'Your role does not give you this' },
  'handover.not_a_party': { status: 403, title: 'You have no part in this handover' },
  'handover.rights_over': { status: 403, title: 'The time of your side in this handover is over' },
  not_found: { status: 404, title: 'There is no such thing here' },
  refused: { status: 409, title: 'This is not possible now' },
  'version.stale': { status: 412, title: 'It has changed since you read it' },
  'body.too_large': { status: 413, title: 'The request is too large' },
  'address.too_long': { status: 414, title: 'The address is too long' },
  'media_type.unsupported': { status: 415, title: 'Send JSON' },
  'input.refused': { status: 422, title: 'Some values cannot be accepted' },
  'idempotency.key_reused': { status: 422, title: 'This key was used for another request' },
  'version.needed': { status: 428, title: 'Say which version you read' },
  'rate.exceeded': { status: 429, title: 'Too many requests' },
  bug: { status: 500, title: 'Something went wrong here' },
  outage: { status: 503, title: 'Not available just now' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: string }>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The answer no of the edge, before or after a use case: thrown, and written as problem+json. */
export class HttpProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(PROBLEMS[code].title);
    this.name = 'HttpProblem';
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }

  /** As RFC 9457 writes it. @param instance the id of the request, for whoever looks it up in the logs. */
  body(instance: string): Readonly<Record<string, unknown>> {
    const { detail, gates, errors, preview } = this.details;
    const { status, title } = PROBLEMS[this.code];
    return {
      type: `urn:gavel:problem:${this.code}`,
      title,
      status,
      ...(detail === undefined ? {} : { detail }),
      instance: `urn:uuid:${instance}`,
      ...(gates === undefined ? {} : { gates }),
      ...(errors === undefined ? {} : { errors }),
      ...(preview === undefined ? {} : { preview }),
    };
  }
}
