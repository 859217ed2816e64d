import type { Contestant } from './contest.js';
import type { Ask, Asked, ClientJob } from './http-job.js';
import { CLIENTS } from './installation.js';
import { BenchProgram, type Server } from './programs.js';

/** How many bytes the answer to a request has. */
export async function lengthOf({ port }: Server, path: string, headers: readonly string[]): Promise<number> {
  const pairs = headers.map((line) => line.split(/: (.*)/).slice(0, 2) as [string, string]);
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: pairs });
  return (await answer.arrayBuffer()).byteLength;
}

/** Clients that ask a server for the same again and again; their process is to be stopped when they are done. */
export async function httpContestant(
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
