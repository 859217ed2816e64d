import { addBody, handoverId } from './bodies.js';
import { contest, type Contestant, type Score } from './contest.js';
import type { Ask, Asked, ClientJob } from './http-job.js';
import { CLIENTS, type Installation } from './installation.js';
import { BenchProgram, startServer, startWeb, type Server } from './programs.js';
import type { Effort } from './report.js';
import { issueTokens } from './tokens.js';

const BODY = 'reads';

/** A page that is read: what Gavel and the bare server call it. */
export interface Read {
  readonly path: string;
  readonly bare: string;
}

export const READS = {
  mine: { path: `/api/v1/bodies/${BODY}/tasks/mine`, bare: `mine/${BODY}/outgoing` },
  handover: {
    path: `/api/v1/bodies/${BODY}/handovers/${handoverId(0)}`,
    bare: `handover/${BODY}/${handoverId(0)}`,
  },
} as const satisfies Record<string, Read>;

/** What came of each page, and how long its answers are. */
export type ReadScores = Readonly<Record<keyof typeof READS, { readonly bytes: number; readonly scores: Score[] }>>;

/** Reads of one handover of sixty tasks over HTTP, against Fastify alone with the same SQL and the same bytes. */
export async function readsAgainstBareFastify(installation: Installation, effort: Effort): Promise<ReadScores> {
  const bench = await installation.database('reads');
  await addBody(bench.database, BODY, 1);
  const { outgoing } = await issueTokens(bench.database, BODY);
  await bench.ask('VACUUM ANALYZE');
  const web = await startWeb(bench.url);
  const bare = await startServer('test/bench/programs/bare-reads.ts', { DATABASE_URL: bench.url }, '/ready');
  const compare = async ({ path, bare: name }: Read) => {
    const authorised = [`authorization: Bearer ${outgoing}`];
    const bytes = await lengthOf(web, path, authorised);
    const runners = [
      await runner('Gavel', web, { path, headers: authorised, bytes }, installation.pid),
      await runner('bare Fastify, no fence', bare, { path: `/open/${name}`, headers: [], bytes }, installation.pid),
      await runner('bare Fastify', bare, { path: `/fenced/${name}`, headers: [], bytes }, installation.pid),
    ];
    const contestants = runners.map(({ contestant }) => contestant);
    const scores = await contest(contestants, effort.rounds, effort.seconds);
    for (const { clients } of runners) await clients.stop();
    return { bytes, scores };
  };
  try {
    return { mine: await compare(READS.mine), handover: await compare(READS.handover) };
  } finally {
    await Promise.all([web.stop(), bare.stop(), bench.close()]);
  }
}

async function lengthOf({ port }: Server, path: string, headers: readonly string[]): Promise<number> {
  const pairs = headers.map((line) => line.split(/: (.*)/).slice(0, 2) as [string, string]);
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: pairs });
  return (await answer.arrayBuffer()).byteLength;
}

async function runner(
  name: string,
  server: Server,
  ask: Ask,
  pid: number,
): Promise<{ readonly contestant: Contestant; readonly clients: BenchProgram }> {
  const clients = BenchProgram.start('test/bench/programs/http-client.ts');
  const job: ClientJob = { kind: 'reads', port: server.port, clients: CLIENTS, ask };
  await clients.ask(JSON.stringify(job));
  const take = async (seconds: number) => JSON.parse(await clients.ask(String(seconds))) as Asked;
  const watched = {
    server: { pid: server.pid },
    PostgreSQL: { pid, withChildren: true },
    clients: { pid: clients.pid },
  };
  return { contestant: { name, take, watched }, clients };
}
