import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './installation.js';

/** A process that is told what to do by lines, and answers each with a line. */
export class BenchProgram {
  private readonly lines: AsyncIterator<string>;
  private readonly ended: Promise<unknown>;

  private constructor(
    private readonly source: string,
    private readonly child: ChildProcess,
  ) {
    if (child.stdout === null) throw new Error('The output of a program is read');
    this.lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    this.ended = once(child, 'exit');
  }

  /** @param source its file, such as `test/bench/programs/x.ts`. */
  static start(source: string, environment: NodeJS.ProcessEnv = {}): BenchProgram {
    return new BenchProgram(source, spawnCompiled(source, environment, 'pipe'));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Sends a line and gives the one that comes back. */
  async ask(line: string): Promise<string> {
    this.child.stdin?.write(`${line}\n`);
    return this.nextLine();
  }

  async nextLine(): Promise<string> {
    const line = await this.lines.next();
    if (line.done === true) throw new Error(`${this.source} ended before its time`);
    return line.value;
  }

  /** Waits for a line with these words; what is written after it is of no interest. */
  async untilSaid(words: string): Promise<void> {
    while (!(await this.nextLine()).includes(words));
    this.child.stdout?.removeAllListeners('data').resume();
  }

  async stop(): Promise<void> {
    this.child.stdin?.end();
    this.child.kill('SIGTERM');
    await this.ended;
  }
}

/** A process that serves HTTP, and how long it took until it did. */
export interface Server {
  readonly pid: number;
  readonly port: number;
  /** Milliseconds from its start to its first answer that it is ready. */
  readonly readyAfter: number;
  stop(): Promise<void>;
}

/** Longest that a server may take to start, in milliseconds. */
const PATIENCE = 60_000;

/** Starts a server on a free port, which it is told by PORT, and waits until `ready` answers 200. */
export async function startServer(source: string, environment: NodeJS.ProcessEnv, ready: string): Promise<Server> {
  const port = await freePort();
  const began = performance.now();
  const child = spawnCompiled(source, { ...environment, PORT: String(port) }, 'ignore');
  const exit = once(child, 'exit');
  while (!(await isReady(port, ready))) {
    if (child.exitCode !== null || performance.now() - began > PATIENCE) throw new Error(`${source} did not start`);
    await wait(2);
  }
  return {
    pid: child.pid ?? 0,
    port,
    readyAfter: performance.now() - began,
    stop: async () => {
      child.kill('SIGTERM');
      await exit;
    },
  };
}

/** Gavel's web process, as in real use: only the limit on requests is lifted. */
export function startWeb(databaseUrl: string): Promise<Server> {
  const environment = { DATABASE_URL: databaseUrl, RATE_LIMIT_PER_MINUTE: '1000000', WORK_QUEUE_IN_WEB: 'false' };
  return startServer('src/main.ts', environment, '/readyz');
}

async function isReady(port: number, path: string): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Its log goes nowhere, and is written all the same; its errors are the benchmark's. */
function spawnCompiled(source: string, environment: NodeJS.ProcessEnv, output: 'pipe' | 'ignore'): ChildProcess {
  const compiled = join(root, '.test-build', source.replace(/\.ts$/, '.js'));
  const env = { ...process.env, ...environment };
  return spawn(process.execPath, [compiled], { cwd: root, env, stdio: ['pipe', output, 'inherit'] });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
