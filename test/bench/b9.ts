import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contest, type Contestant } from './contest.js';
import { root } from './installation.js';
import { limitGoal, ratioGoal, table, type Effort, type Section } from './report.js';

const MEGABYTE = 1e6;
/** Of the documents, in bytes. */
const SMALL = 10 * MEGABYTE;
/** How much more memory the large archive may take than the small one, in MiB. */
const MOST_MEMORY = 60;
const LEAST_RATIO = 0.8;

interface Made {
  readonly path: string;
  readonly bytes: number;
  readonly seconds: number;
  /** MiB. */
  readonly peak: number;
}

/** Archives of records: the memory that making one takes, however large it is, and the speed of checking it. */
export async function archivesOfRecords({ rounds, archive }: Effort): Promise<Section[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-bench-'));
  try {
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < 2 * archive)
      throw new Error(`${folder} has no room for an archive of ${String(archive)} bytes`);
    const [small, large] = [await make(folder, SMALL), await make(folder, archive)];
    return [memory(small, large), await speed(large, rounds)];
  } finally {
    await rm(folder, { recursive: true });
  }
}

function memory(small: Made, large: Made): Section {
  const rows = [small, large].map(({ bytes, seconds, peak }) => [
    (bytes / MEGABYTE).toFixed(0),
    peak.toFixed(0),
    (bytes / MEGABYTE / seconds).toFixed(0),
  ]);
  return {
    title: 'Making an archive',
    about:
      'A process of its own makes an archive of 20 documents that lie on the disk, and writes it there: each document is ' +
      'read twice, once for its checksums. The most memory that the process ever had, its own start included.',
    goals: [
      limitGoal('memory for a large archive beyond that for one of 10 MB', MOST_MEMORY, 'MiB', large.peak - small.peak),
    ],
    table: table(['MB', 'peak resident, MiB', 'MB/s'], rows),
  };
}

async function speed({ path, bytes }: Made, rounds: number): Promise<Section> {
  const turns = Math.max(rounds, 5);
  const scores = await contest(
    [command('gavel verify', gavelVerify(path), bytes), command('sha256sum', ['sha256sum', path], bytes)],
    turns,
    1,
  );
  return {
    title: 'Checking an archive',
    about:
      `The whole command, its start included, against sha256sum over the same ${(bytes / MEGABYTE).toFixed(0)} MB, in turn, ` +
      `${String(turns)} rounds. Beside SHA-256, every byte goes through CRC-32; documents, record, signature and account are checked.`,
    goals: [ratioGoal('gavel verify against sha256sum', LEAST_RATIO, scores[0])],
    table: table(
      ['', 'ratio', 'MB/s', 'CPU ms for a MB'],
      scores.map(({ name, ratio, perSecond, cpu }) => [
        name,
        ratio.median.toFixed(2),
        (perSecond / MEGABYTE).toFixed(0),
        ((cpu['the command'] ?? Number.NaN) * MEGABYTE).toFixed(2),
      ]),
    ),
  };
}

function gavelVerify(path: string): string[] {
  return [process.execPath, join(root, '.test-build/src/cli.js'), 'verify', path];
}

/** A command that reads all bytes of a file, and ends with 0. */
function command(name: string, [program = '', ...args]: string[], bytes: number): Contestant {
  const take = async () => {
    const began = performance.now();
    await run(program, args);
    return { count: bytes, seconds: (performance.now() - began) / 1_000 };
  };
  return { name, take, warmUp: take, watched: { 'the command': { pid: process.pid, onlyEndedChildren: true } } };
}

async function make(folder: string, bytes: number): Promise<Made> {
  const program = join(root, '.test-build/test/bench/programs/archive-maker.js');
  return JSON.parse(await run(process.execPath, [program, folder, String(bytes)])) as Made;
}

async function run(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}`);
  return said;
}
