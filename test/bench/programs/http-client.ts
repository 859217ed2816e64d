import { createInterface } from 'node:readline';
import { HttpConnection } from '../http-connection.js';
import { Movers, type MakeMove } from '../moves.js';
import type { Ask, Asked, ClientJob } from '../http-job.js';

/**
 * The clients of the HTTP benchmarks, in a process of their own. The first line of the input is the job; each further
 * one is a number of seconds to work, answered by a line with what was done.
 */
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const job = JSON.parse(await nextLine()) as ClientJob;
const connections = await Promise.all(Array.from({ length: job.clients }, () => HttpConnection.open(job.port)));
const work = job.kind === 'moves' ? moving(job) : asking(job);
process.stdout.write('ready\n');
for await (const line of lines) {
  const began = performance.now();
  const latencies = await work(Number(line));
  const asked: Asked = { count: latencies.length, seconds: (performance.now() - began) / 1_000, latencies };
  process.stdout.write(`${JSON.stringify(asked)}\n`);
}
for (const connection of connections) connection.close();

async function nextLine(): Promise<string> {
  const line = await lines.next();
  if (line.done === true) throw new Error('There is no job');
  return line.value;
}

type Work = (seconds: number) => Promise<number[]>;

function moving({ body, tokens, tasks, clients }: Extract<ClientJob, { kind: 'moves' }>): Work {
  const movers = new Movers(tasks, clients);
  const makeMove: MakeMove = async (client, { task, personId, command: { move, ...form } }) => {
    const path = `/api/v1/bodies/${body}/handovers/${task.handoverId}/tasks/${task.taskId}/${move}`;
    const headers = [`authorization: Bearer ${tokens[personId]}`, `if-match: "${task.version}"`];
    const answer = await connections[client]?.request(
      'POST',
      path,
      headers,
      move === 'start' ? null : JSON.stringify(form),
    );
    if (answer?.status !== 200) throw new Error(`${path} answered ${String(answer?.head)}\n${String(answer?.body)}`);
    return task.version + 1;
  };
  return (seconds) => movers.work(seconds, makeMove);
}

function asking({ ask }: Extract<ClientJob, { kind: 'reads' }>): Work {
  return async (seconds) => {
    const end = performance.now() + seconds * 1_000;
    const latencies: number[] = [];
    await Promise.all(connections.map((connection) => askUntil(connection, ask, end, latencies)));
    return latencies;
  };
}

async function askUntil(connection: HttpConnection, ask: Ask, end: number, latencies: number[]): Promise<void> {
  for (let began = performance.now(); began < end;) {
    const { status, head, body } = await connection.request('GET', ask.path, ask.headers);
    if (status !== 200) throw new Error(`${ask.path} answered ${head}`);
    if (body.length !== ask.bytes) throw new Error(`${ask.path} gave ${body.length} bytes and not ${ask.bytes}`);
    const now = performance.now();
    latencies.push(now - began);
    began = now;
  }
}
