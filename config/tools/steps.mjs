import { spawn } from 'node:child_process';
import { root } from './project.mjs';

const running = new Set();
let ending = false;

/**
 * Runs one step of a command as a Node process and gives whether it went well, its seconds, and what it said; `shown`
 * lets it speak for itself instead. A command that is told to end ends its steps first, so that each can clean up.
 */
export function runStep(args, { shown = false, environment = {} } = {}) {
  const began = performance.now();
  return new Promise((resolve) => {
    let output = '';
    const done = (ok) => resolve({ ok, seconds: (performance.now() - began) / 1000, output });
    if (ending) return done(false);
    const stdio = shown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
    const env = { ...process.env, ...(shown ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }), ...environment };
    const child = spawn(process.execPath, args, { cwd: root, stdio, env });
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
    child.on('close', (code) => {
      running.delete(child);
      done(code === 0);
    });
  });
}

/** One line for one step, and what it said when it failed. */
export function report(name, { ok, seconds, output }) {
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s\n`);
  if (!ok && output.trim() !== '') process.stdout.write(`${output.trimEnd()}\n\n`);
}

/** Hands signals on to the steps that run, and ends with the signal's number once they have. */
export function endWithSteps() {
  for (const [signal, code] of Object.entries({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 })) {
    process.on(signal, () => {
      ending = true;
      const ends = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
      for (const child of running) child.kill(signal);
      void Promise.all(ends).then(() => process.exit(code));
    });
  }
}
