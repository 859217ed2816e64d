import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FreshDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { RabatHandover } from '../support/rabat.js';
import { MailLog } from './mail-log.js';
import { OurProcess } from './our-process.js';
import { VirtualClock } from './virtual-clock.js';

/** What a fault run differs in from another. */
export interface InstallationSettings {
  /** The virtual time at which it is set up. */
  readonly at: string;
  /** Null: the queue lives in PostgreSQL. */
  readonly redisUrl?: string | null;
  /** A database that is stopped in the run; one on the server of all tests when not given. */
  readonly database?: FreshDatabase;
  /** Milliseconds that the mail server takes over each mail. */
  readonly slowness?: number;
}

/** Mails that may be under way at the end before it is said that they never come, in milliseconds. */
const DRAINING = 300_000;

const LOCAL = '127.0.0.1';

/**
 * Gavel as somebody runs it: web and worker as processes of their own, a mail server as another, and a database whose
 * clock the test moves. Closing it ends all of them, and fails when one of them had ended by itself.
 */
export class Installation {
  readonly mails: MailLog;
  readonly mailServer: OurProcess;
  private readonly processes: OurProcess[] = [];
  private readonly over = new AbortController();
  private readonly running: Promise<unknown>[] = [];

  private constructor(
    readonly rabat: RabatHandover,
    readonly clock: VirtualClock,
    private readonly folder: string,
    private readonly redisUrl: string | null,
    private readonly mailPort: number,
    slowness: number,
  ) {
    const log = join(folder, 'mails.jsonl');
    this.mails = new MailLog(log);
    this.mailServer = this.manage({
      program: 'test/chaos/programs/mail-sink.ts',
      args: [String(mailPort), log, String(slowness)],
      log: join(folder, 'mail-sink.log'),
      isUp: () => isOpen(mailPort),
    });
  }

  static async open({ at, redisUrl = null, database, slowness = 0 }: InstallationSettings): Promise<Installation> {
    const folder = await mkdtemp(join(tmpdir(), 'gavel-chaos-'));
    const rabat = await RabatHandover.plannedAt(at, database);
    const clock = await VirtualClock.start(rabat.url, at);
    const installation = new Installation(rabat, clock, folder, redisUrl, await freePort(), slowness);
    await installation.mailServer.start();
    return installation;
  }

  /** A web process that is not started yet. @param more variables of its environment. */
  async web(more: NodeJS.ProcessEnv = {}): Promise<Web> {
    const port = await freePort();
    const url = `http://${LOCAL}:${String(port)}`;
    const process = this.manage({
      program: 'src/main.ts',
      environment: {
        ...this.environment(),
        WORK_QUEUE_IN_WEB: 'false',
        PORT: String(port),
        LOG_LEVEL: 'warn',
        ...more,
      },
      log: join(this.folder, `web-${String(port)}.log`),
      isUp: () => isReady(url),
    });
    return { url, process };
  }

  /** A worker that is not started yet. */
  worker(): OurProcess {
    return this.manage({
      program: 'src/worker.ts',
      environment: { ...this.environment(), LOG_LEVEL: 'info' },
      log: join(this.folder, `worker-${String(this.processes.length)}.log`),
      isUp: (said) => said.includes('Working the queue'),
    });
  }

  /** Runs something beside the rest of the test; when the test is over it is told so, and waited for. */
  async run<T>(work: (over: AbortSignal) => Promise<T>): Promise<T> {
    const running = work(this.over.signal);
    this.running.push(running.catch(() => undefined));
    return running;
  }

  /** Waits until everything that is due by now has been sent. */
  async drained(patience = DRAINING): Promise<void> {
    await eventually(
      'everything due is sent',
      async () => {
        this.over.signal.throwIfAborted();
        this.stayedAlive();
        return this.nothingIsDue();
      },
      patience,
    );
  }

  /** Goes to the morning of a day, when the mails of the day are made but not due yet. */
  async wakeUpOn(day: string): Promise<void> {
    await this.clock.moveTo(`${day}T05:00:00.000Z`);
    await this.drained();
  }

  /** Goes on to when every office is open: the mails of the day are due. */
  async workOn(day: string): Promise<void> {
    await this.clock.moveTo(`${day}T10:00:00.000Z`);
  }

  /** Fails when a process ended without being told to. */
  stayedAlive(): void {
    for (const process of this.processes) process.mustBeAlive();
  }

  async close(): Promise<void> {
    this.over.abort(new Error('The test is over'));
    await Promise.all(this.running);
    try {
      this.stayedAlive();
    } finally {
      await Promise.all(this.processes.map((process) => process.end()));
      await this.clock.stop();
      await this.rabat.close();
      await rm(this.folder, { recursive: true });
    }
  }

  private async nothingIsDue(): Promise<boolean> {
    const [left] = await this.rabat.rows('SELECT owed + to_send AS due, failed FROM mail_in_hand()').catch(() => []);
    if (left === undefined) return false;
    if (Number(left.failed) > 0) throw new Error(`${String(left.failed)} mails have failed for good`);
    return Number(left.due) === 0;
  }

  private environment(): NodeJS.ProcessEnv {
    return {
      DATABASE_URL: this.rabat.url,
      REDIS_URL: this.redisUrl ?? '',
      SMTP_URL: `smtp://${LOCAL}:${String(this.mailPort)}`,
      DATA_DIRECTORY: this.folder,
      RATE_LIMIT_PER_MINUTE: '1000000',
      PUBLIC_URL: 'https://gavel.secretariat.example',
    };
  }

  private manage(settings: ConstructorParameters<typeof OurProcess>[0]): OurProcess {
    const process = new OurProcess(settings);
    this.processes.push(process);
    return process;
  }
}

/** A web process and where it listens. */
export interface Web {
  readonly url: string;
  readonly process: OurProcess;
}

/** Whether a web process says that it is ready. */
export async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.status === 200;
    },
    () => false,
  );
}

/** A port of this machine that nobody uses, to be used at once. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, LOCAL);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('A listening socket has no port');
  return address.port;
}

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, LOCAL);
  return new Promise((resolve) => {
    socket.once('error', () => {
      resolve(false);
    });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
