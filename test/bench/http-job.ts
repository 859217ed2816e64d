import type { MovedTask } from './moves.js';
import type { PersonId } from './bodies.js';

/** What the HTTP clients are to do, as it is handed to their process. */
export type ClientJob = { readonly port: number; readonly clients: number } & (
  | {
      readonly kind: 'moves';
      readonly body: string;
      readonly tokens: Readonly<Record<PersonId, string>>;
      readonly tasks: readonly MovedTask[];
    }
  | { readonly kind: 'reads'; readonly ask: Ask }
);

/** A GET that is sent again and again. */
export interface Ask {
  readonly path: string;
  /** Lines, without the one of the host. */
  readonly headers: readonly string[];
  /** How long every answer is. */
  readonly bytes: number;
}

/** What the clients did in one turn. */
export interface Asked {
  readonly count: number;
  readonly seconds: number;
  /** In milliseconds. */
  readonly latencies: readonly number[];
}
