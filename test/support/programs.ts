import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { projectFile } from './project-file.js';

/** A program of this project that runs as a process of its own. */
export interface Program {
  readonly process: ChildProcess;
  /** The next line of its standard output; fails when the program ends before it writes one. */
  readonly nextLine: () => Promise<string>;
  /** Waits for its end, and gives its exit code, or the name of the signal that ended it. */
  readonly ended: () => Promise<number | NodeJS.Signals>;
  /** Ends it by a signal and waits until it is gone. */
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
}

/**
 * Starts a program by its source file, such as `src/worker.ts` or `test/support/programs/x.ts`. It runs compiled, as in
 * real use; the run of the tests has compiled it. Its standard error is the test's.
 */
export function startProgram(
  source: string,
  args: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
): Program {
  const compiled = fileURLToPath(projectFile(`.test-build/${source.replace(/\.tsx?$/, '.js')}`));
  const child = spawn(process.execPath, ['--enable-source-maps', compiled, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const ended = async () => {
    const [code, signal] = await exit;
    return signal ?? code ?? 0;
  };
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    async nextLine() {
      const line = await lines.next();
      if (line.done === true) throw new Error(`${source} ended without another line: ${await ended()}`);
      return line.value;
    },
    ended,
    async kill(signal) {
      child.kill(signal);
      await exit;
    },
  };
}
