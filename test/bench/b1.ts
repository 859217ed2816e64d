import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChangeTask } from '../../src/handovers/change-task.js';
import { addBody, granted } from './bodies.js';
import { contest, type Contestant, type Score } from './contest.js';
import type { Asked, ClientJob } from './http-job.js';
import { CLIENTS, type BenchDatabase, type DiskWait, type Installation } from './installation.js';
import { MOVED_TASKS, Movers, type MovedTask } from './moves.js';
import { MOVES_OF_SCRIPT, movesScript } from './moves-script.js';
import { runPgbench, type Protocol } from './pgbench.js';
import { BenchProgram, startWeb } from './programs.js';
import type { Effort } from './report.js';
import { issueTokens } from './tokens.js';

/** Handovers of each contestant; each client has an equal share of them. */
const HANDOVERS = 64;

/** What is set up for a comparison and taken down after it. */
interface Entrant {
  readonly contestant: Contestant;
  readonly leave: () => Promise<unknown>;
}

/** Moves of tasks by eight clients: Gavel's use case, Gavel over HTTP, and pgbench with the same statements. */
export async function movesAgainstPgbench(
  installation: Installation,
  effort: Effort,
  disk: DiskWait,
): Promise<Score[]> {
  const name = disk === 'waits for the disk' ? 'moves' : 'moves_without_disk';
  const bench = await installation.database(name, disk);
  const folder = await mkdtemp(join(tmpdir(), 'gavel-bench-'));
  const entrants: Entrant[] = [];
  try {
    const enter = [byUseCase, overHttp, withPgbench('simple', folder), withPgbench('prepared', folder)];
    for (const each of enter) entrants.push(await each(bench, installation));
    await bench.ask('VACUUM ANALYZE');
    return await contest(
      entrants.map(({ contestant }) => contestant),
      effort.rounds,
      effort.seconds,
    );
  } finally {
    for (const { leave } of entrants) await leave();
    await bench.close();
    await rm(folder, { recursive: true });
  }
}

async function bodyOf(bench: BenchDatabase, body: string): Promise<readonly MovedTask[]> {
  await addBody(bench.database, body, HANDOVERS);
  return (await bench.ask(MOVED_TASKS, [body])) as unknown as MovedTask[];
}

async function byUseCase(bench: BenchDatabase, { pid }: Installation): Promise<Entrant> {
  const body = 'use-case';
  const movers = new Movers(await bodyOf(bench, body), CLIENTS);
  const changeTask = new ChangeTask(bench.database);
  const take = async (seconds: number) => {
    const began = performance.now();
    const latencies = await movers.work(seconds, async (_client, { task, personId, command }) => {
      const { handoverId, taskId, version } = task;
      const request = { bodyId: body, handoverId, taskId, personId, expectedVersion: version };
      return granted(await changeTask.execute(request, command)).version;
    });
    return { count: latencies.length, seconds: (performance.now() - began) / 1_000, latencies };
  };
  const watched = { Gavel: { pid: process.pid }, PostgreSQL: { pid, withChildren: true } };
  return { contestant: { name: 'Gavel, use case', take, watched }, leave: () => Promise.resolve() };
}

async function overHttp(bench: BenchDatabase, { pid }: Installation): Promise<Entrant> {
  const body = 'over-http';
  const tasks = await bodyOf(bench, body);
  const tokens = await issueTokens(bench.database, body);
  const web = await startWeb(bench.url);
  const job: ClientJob = { kind: 'moves', port: web.port, clients: CLIENTS, body, tokens, tasks };
  const clients = BenchProgram.start('test/bench/programs/http-client.ts');
  await clients.ask(JSON.stringify(job));
  const take = async (seconds: number) => JSON.parse(await clients.ask(String(seconds))) as Asked;
  const watched = {
    Gavel: { pid: web.pid },
    PostgreSQL: { pid, withChildren: true },
    clients: { pid: clients.pid },
  };
  const leave = () => Promise.all([clients.stop(), web.stop()]);
  return { contestant: { name: 'Gavel, over HTTP', take, watched }, leave };
}

function withPgbench(protocol: Protocol, folder: string) {
  return async (bench: BenchDatabase, { pid }: Installation): Promise<Entrant> => {
    const body = `pgbench-${protocol}`;
    const file = join(folder, `${protocol}.sql`);
    await writeFile(file, movesScript(body, await bodyOf(bench, body), CLIENTS, protocol));
    const script = { file, each: MOVES_OF_SCRIPT, protocol };
    const take = (seconds: number) => runPgbench(bench.url, script, CLIENTS, seconds);
    const watched = {
      pgbench: { pid: process.pid, onlyEndedChildren: true },
      PostgreSQL: { pid, withChildren: true },
    };
    const name = protocol === 'simple' ? 'pgbench, as it comes' : 'pgbench, prepared';
    return { contestant: { name, take, watched }, leave: () => Promise.resolve() };
  };
}
