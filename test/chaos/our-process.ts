import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eventually } from '../support/eventually.js';
import { projectFile } from '../support/project-file.js';

/** What a program is started with. */
export interface ProcessSettings {
  /** By its source file, such as `src/worker.ts`; it runs compiled, as in real use. */
  readonly program: string;
  readonly args?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  /** Takes all that it says, from one start to the next. */
  readonly log: string;
  /** Whether it is up, asked from its start on. */
  readonly isUp: (said: string) => boolean | Promise<boolean>;
}

/** How long a program may take to be up, in milliseconds. */
const PATIENCE = 60_000;

/** A program of this project that is killed and started again, and must never end by itself. */
export class OurProcess {
  /** Moments at which it was killed, in milliseconds of the machine's clock. */
  readonly killedAt: number[] = [];
  private child: ChildProcess | null = null;
  private exit: Promise<unknown> = Promise.resolve();
  private wanted = false;
  private ended: string | null = null;
  private said = 0;

  constructor(private readonly settings: ProcessSettings) {}

  /** Starts it and waits until it is up. */
  async start(): Promise<void> {
    const { program, args = [], environment = {}, log, isUp } = this.settings;
    const output = openSync(log, 'a');
    this.said = readFileSync(log, 'utf8').length;
    const child = spawn(
      process.execPath,
      ['--import', compiled(KEEPER).href, fileURLToPath(compiled(program)), ...args],
      {
        env: { ...process.env, ...environment },
        stdio: ['pipe', output, output],
      },
    );
    closeSync(output);
    this.child = child;
    this.wanted = true;
    this.exit = once(child, 'exit').then(([code, signal]: (number | string | null)[]) => {
      if (this.wanted) this.ended = `${program} ended by itself: ${String(signal ?? code)}\n${this.lastWords()}`;
    });
    await eventually(
      `${program} is up`,
      () => {
        this.mustBeAlive();
        if (!this.wanted) throw new Error(`${program} was ended before it was up`);
        return isUp(this.lastWords());
      },
      PATIENCE,
    );
  }

  /** Ends it as a power cut would, and waits until it is gone. */
  async kill(): Promise<void> {
    this.wanted = false;
    this.child?.kill('SIGKILL');
    this.killedAt.push(Date.now());
    await this.exit;
  }

  /** Tells it to end, and waits until it has; by force if it does not. */
  async end(): Promise<void> {
    this.wanted = false;
    const { child } = this;
    if (child === null) return;
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE / 2);
    await this.exit;
    clearTimeout(force);
    this.child = null;
  }

  /** Fails when it has ended without being told to. */
  mustBeAlive(): void {
    if (this.ended !== null) throw new Error(this.ended);
  }

  /** What it has said since it was started. */
  private lastWords(): string {
    return readFileSync(this.settings.log, 'utf8').slice(this.said);
  }
}

/** Ends a program together with the test that started it. */
const KEEPER = 'test/chaos/programs/end-with-parent.ts';

function compiled(source: string): URL {
  return projectFile(`.test-build/${source.replace(/\.ts$/, '.js')}`);
}
