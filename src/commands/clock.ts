import pg from 'pg';
import type { IsoInstant } from '../engine/words.js';
import { CLOCK_MOVED, NEWS_CHANNEL } from '../storage/news-channel.js';
import { CommandFailure } from './failure.js';
import { instantOf } from './instant.js';

const NOW = 'SELECT iso_instant(gavel_now()) AS now, clock_stands_at IS NOT NULL AS stands, kind FROM installation';

/** What the one clock of an installation shows. */
export interface ClockState {
  readonly now: IsoInstant;
  /** False where it is the real time that runs. */
  readonly stands: boolean;
}

/** How far to move a clock that stands: to an instant, or on by so many minutes. */
export type ClockMove = { readonly to: string } | { readonly byMinutes: number };

/** Reads the clock. @param url of the database, as its owner. */
export async function readClock(url: string): Promise<ClockState> {
  return withClient(url, read);
}

/** Moves the virtual clock of a demo forward. Refuses any other installation, and to turn time back. */
export async function moveClock(url: string, move: ClockMove): Promise<ClockState> {
  return withClient(url, async (client) => {
    const { now } = await read(client);
    const at = 'to' in move ? instantOf(move.to) : new Date(Date.parse(now) + move.byMinutes * 60_000).toISOString();
    if (at === null) throw new CommandFailure('That is no instant; write it like 2024-01-12T09:00:00+01:00');
    if (at < now) throw new CommandFailure(`The clock shows ${now} and never goes back`);
    const moved = await client.query("UPDATE installation SET clock_stands_at = $1 WHERE kind = 'demo'", [at]);
    if (moved.rowCount !== 1) throw new CommandFailure('Only the clock of a demo can be moved');
    await client.query('SELECT pg_notify($1, $2)', [NEWS_CHANNEL, CLOCK_MOVED]);
    return read(client);
  });
}

/** What a length of time such as 90m, 3h or 1d comes to in minutes. Refuses anything else. */
export function minutesOf(time: string): number {
  const [, amount, unit] = /^(\d{1,6})([mhd])$/.exec(time) ?? [];
  if (amount === undefined) throw new CommandFailure('Write it like 90m, 3h or 1d');
  return Number(amount) * (unit === 'm' ? 1 : unit === 'h' ? 60 : 1440);
}

async function read(client: pg.Client): Promise<ClockState> {
  const { rows } = await client.query<ClockState>(NOW);
  const [state] = rows;
  if (state === undefined) throw new CommandFailure('This database is no installation of Gavel');
  return { now: state.now, stands: state.stands };
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
