import type { Writable } from 'node:stream';
import type pg from 'pg';

/**
 * Until this turn of the event loop ends, what is sent over a connection is collected, and leaves in one write. A write
 * costs both sides more than most of our statements do: it wakes the server's process each time.
 */
export function inOneWrite(client: pg.ClientBase): void {
  const { stream } = (client as unknown as Wired).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  onceAllIsSent(() => process.nextTick(() => stream.uncork()));
}

/**
 * Does something at the end of this turn: once no promise of it has anything left to do but to wait for an answer, and
 * before what was collected leaves.
 */
export function onceAllIsSent(last: () => void): void {
  // A tick that is asked for among a turn's promises comes behind all of them, and one asked for in a tick behind all ticks.
  queueMicrotask(() => process.nextTick(last));
}

/** The way from a client to its socket, which its types do not tell of. */
interface Wired {
  readonly connection: { readonly stream: Writable };
}
