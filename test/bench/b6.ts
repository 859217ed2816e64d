import { setTimeout as wait } from 'node:timers/promises';
import { median } from './contest.js';
import { residentMemory } from './cpu.js';
import type { Installation } from './installation.js';
import { startServer } from './programs.js';
import { limitGoal, table, type Effort, type Section } from './report.js';

/** How long a process is left alone before its memory is looked at, in milliseconds. */
const IDLE = 5_000;

interface Starter {
  readonly name: string;
  readonly source: string;
  readonly environment: NodeJS.ProcessEnv;
}

const STARTERS: readonly Starter[] = [
  { name: 'Gavel, web', source: 'src/main.ts', environment: { WORK_QUEUE_IN_WEB: 'false' } },
  { name: 'Gavel, web that works the queue too', source: 'src/main.ts', environment: {} },
  { name: 'bare Nest with the same rows', source: 'test/bench/programs/bare-nest.ts', environment: {} },
];

interface Seen {
  readonly readyAfter: number;
  readonly memory: number;
}

/** How long a process takes from its start until it is ready, and the memory it has when nobody asks it anything. */
export async function startAndMemory(installation: Installation, effort: Effort): Promise<Section> {
  const bench = await installation.database('start');
  const seen = new Map<string, Seen[]>(STARTERS.map(({ name }) => [name, []]));
  try {
    for (let round = 0; round < effort.rounds; round++) {
      for (const starter of STARTERS) seen.get(starter.name)?.push(await start(starter, bench.url));
    }
  } finally {
    await bench.close();
  }
  const medians = STARTERS.map(({ name }) => {
    const all = seen.get(name) ?? [];
    const middle = (of: keyof Seen): number => median(all.map((one) => one[of]));
    return { name, readyAfter: middle('readyAfter'), memory: middle('memory') };
  });
  const [web] = medians;
  const rows = medians.map(({ name, readyAfter, memory }) => [name, readyAfter.toFixed(0), memory.toFixed(0)]);
  return {
    title: 'Start and memory',
    about:
      'From the start of the process to its first answer that it is ready, and its resident memory after five seconds ' +
      'of rest. The database is there and migrated.',
    goals: [
      limitGoal('start of the web process', 1_200, 'ms', web?.readyAfter ?? Number.NaN),
      limitGoal('memory of the web process at rest', 160, 'MiB', web?.memory ?? Number.NaN),
    ],
    table: table(['', 'ready after, ms', 'resident, MiB'], rows),
  };
}

async function start({ source, environment }: Starter, databaseUrl: string): Promise<Seen> {
  const server = await startServer(source, { ...environment, DATABASE_URL: databaseUrl }, '/readyz');
  try {
    await wait(IDLE);
    return { readyAfter: server.readyAfter, memory: (await residentMemory(server.pid)) ?? Number.NaN };
  } finally {
    await server.stop();
  }
}
