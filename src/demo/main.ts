import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { EnvironmentError, readEnvironment } from '../../config/environment.js';
import { CommandFailure } from '../commands/failure.js';
import { EmbeddedPostgresError } from '../storage/embedded/embedded-postgres-error.js';
import { openPlace, type DemoPlace } from './demo-place.js';
import { isWellEnded, play } from './play.js';
import { printSummary } from './print-summary.js';
import { describeDemo, isHalfPrepared, openDemo, startDemo } from './serve.js';
import { STORIES } from './stories.js';

const USAGE = `npm run demo                       the Rabat Process on 12 January 2024, to be tried out
npm run demo -- --fresh            the same, begun anew
npm run demo -- --play             the whole handover from Morocco to Portugal, played without a person
npm run demo -- --play postponed   France, Equatorial Guinea, Spain: a meeting postponed, a chair that passes remotely
`;

/** What shells expect of a program that Ctrl-C has ended. */
const ENDED_BY_SIGNAL = 130;

/** `npm run demo`: something to try out, or a story that plays by itself. Gives the exit code. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { play: { type: 'boolean' }, fresh: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) {
    say(USAGE);
    return 0;
  }
  if (values.play === true) return playStory(positionals);
  if (positionals.length > 0) throw new CommandFailure(`Not known: ${positionals.join(' ')}\n\n${USAGE}`);
  return serve(values.fresh === true);
}

async function playStory([name = 'rabat', ...more]: readonly string[]): Promise<number> {
  const story = STORIES[name];
  if (story === undefined || more.length > 0) {
    throw new CommandFailure(`The stories are: ${Object.keys(STORIES).join(', ')}\n\n${USAGE}`);
  }
  const place = await openPlace(readEnvironment(), 'play', true);
  const release = once(() => place.release());
  const signal = endOnSignal(release, ENDED_BY_SIGNAL);
  try {
    say(`${story.title}\n`);
    const summary = await play(story, place, say);
    say(`\n${printSummary(summary)}`);
    return isWellEnded(summary) ? 0 : 1;
  } catch (error) {
    if (signal.came()) return await signal.ended;
    throw error;
  } finally {
    await release();
  }
}

/** Runs until it is told to end. */
async function serve(fresh: boolean): Promise<number> {
  const environment = readEnvironment();
  let place = await openPlace(environment, 'demo', fresh);
  if (await isHalfPrepared(place)) {
    await place.release();
    place = await openPlace(environment, 'demo', true);
  }
  return serveAt(place);
}

async function serveAt(place: DemoPlace): Promise<number> {
  const toClose: (() => Promise<void>)[] = [() => place.release()];
  const end = once(async () => {
    for (const close of toClose) await close();
  });
  const signal = endOnSignal(end, 0);
  try {
    const open = await openDemo(place);
    toClose.unshift(() => open.close());
    say(describeDemo(await startDemo(open, place, say), place));
  } catch (error) {
    // What breaks because everything is being closed is no trouble.
    if (!signal.came()) {
      await end();
      throw error;
    }
  }
  return signal.ended;
}

/** Lets go of everything when the process is told to end, and ends it with this code; `ended` never resolves. */
function endOnSignal(end: () => Promise<void>, code: number): { came: () => boolean; ended: Promise<never> } {
  let came = false;
  const leave = (): void => {
    came = true;
    void end().finally(() => process.exit(code));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, leave);
  return { came: () => came, ended: new Promise(() => undefined) };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= work());
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

try {
  process.exitCode = await main();
} catch (error) {
  const known = [CommandFailure, EnvironmentError, EmbeddedPostgresError].some((kind) => error instanceof kind);
  process.stderr.write(`${inWords(error, known)}\n`);
  process.exitCode = 1;
}

/** What is wrong outside is said in words; only a bug shows where it happened. */
function inWords(error: unknown, known: boolean): string {
  if (!(error instanceof Error)) return String(error);
  return known ? error.message : (error.stack ?? error.message);
}
