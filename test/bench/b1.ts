import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChangeTask } from '../../src/handovers/change-task.js';
import { addBody, granted } from './bodies.js';
import { contest, type Contestant } from './contest.js';
import type { Asked, ClientJob } from './http-job.js';
import { CLIENTS, type BenchDatabase, type DiskWait, type Installation } from './installation.js';
import { MOVED_TASKS, Movers, type MakeMove, type MovedTask } from './moves.js';
import { MOVES_OF_SCRIPT, movesScript } from './moves-script.js';
import { pgbenchVersion, runPgbench, type Protocol } from './pgbench.js';
import { StatementMover } from './statement-mover.js';
import { BenchProgram, startWeb } from './programs.js';
import { ratioGoal, scoreTable, type Effort, type Section } from './report.js';
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
): Promise<Section> {
  const real = disk === 'waits for the disk';
  const bench = await installation.database(real ? 'moves' : 'moves_without_disk', disk);
  const folder = await mkdtemp(join(tmpdir(), 'gavel-bench-'));
  const entrants: Entrant[] = [];
  try {
    const version = pgbenchVersion();
    const others =
      version === null ? [statementByStatement] : [withPgbench('prepared', folder), withPgbench('simple', folder)];
    for (const enter of [byUseCase, overHttp, ...others]) entrants.push(await enter(bench, installation));
    await bench.ask('VACUUM ANALYZE');
    const contestants = entrants.map(({ contestant }) => contestant);
    const scores = await contest(contestants, effort.rounds, effort.seconds);
    const baseline = scores.at(-1)?.name ?? '';
    const goals = [
      ratioGoal(`a move through the use case, against ${baseline}`, 1, scores[0]),
      ratioGoal(`a move over HTTP with a token, against ${baseline}`, 0.6, scores[1]),
    ];
    return {
      title: `Moves of tasks; COMMIT ${disk}`,
      about: `${CLIENTS} clients start, submit and have returned tasks of ${HANDOVERS} handovers, each its own. ${aboutBaseline(version)}`,
      goals: real ? goals : [],
      table: scoreTable('move', scores),
    };
  } finally {
    for (const { leave } of entrants) await leave();
    await bench.close();
    await rm(folder, { recursive: true });
  }
}

function aboutBaseline(version: string | null): string {
  if (version === null) {
    return 'There is no pgbench here: node-postgres sends the same statements one after the other, each parsed anew.';
  }
  return (
    `${version} runs the same statements as a script: begin, fence, lock the account, read the task and the hats, update ` +
    'the task, add the entry (and its text), move the head, owe the message, commit. As it comes it parses each ' +
    'statement anew; prepared, it parses them once for each connection.'
  );
}

async function bodyOf(bench: BenchDatabase, body: string): Promise<readonly MovedTask[]> {
  await addBody(bench.database, body, HANDOVERS);
  return (await bench.ask(MOVED_TASKS, [body])) as unknown as MovedTask[];
}

async function byUseCase(bench: BenchDatabase, { pid }: Installation): Promise<Entrant> {
  const body = 'use-case';
  const movers = new Movers(await bodyOf(bench, body), CLIENTS);
  const changeTask = new ChangeTask(bench.database);
  const take = moving(movers, async (_client, { task, personId, command }) => {
    const { handoverId, taskId, version } = task;
    const request = { bodyId: body, handoverId, taskId, personId, expectedVersion: version };
    return granted(await changeTask.execute(request, command)).version;
  });
  const watched = { Gavel: { pid: process.pid }, PostgreSQL: { pid, withChildren: true } };
  return { contestant: { name: 'Gavel, use case', take, watched }, leave: () => Promise.resolve() };
}

async function statementByStatement(bench: BenchDatabase, { pid }: Installation): Promise<Entrant> {
  const body = 'statements';
  const movers = new Movers(await bodyOf(bench, body), CLIENTS);
  const by = new StatementMover(bench.url, body, CLIENTS);
  const take = moving(movers, (_client, move) => by.make(move));
  const watched = { 'node-postgres': { pid: process.pid }, PostgreSQL: { pid, withChildren: true } };
  return { contestant: { name: 'node-postgres, statement by statement', take, watched }, leave: () => by.close() };
}

function moving(movers: Movers, makeMove: MakeMove): Contestant['take'] {
  return async (seconds) => {
    const began = performance.now();
    const latencies = await movers.work(seconds, makeMove);
    return { count: latencies.length, seconds: (performance.now() - began) / 1_000, latencies };
  };
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
