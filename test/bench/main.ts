import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { movesAgainstPgbench } from './b1.js';
import { readsAgainstBareFastify } from './b2.js';
import { dueReminders } from './b3.js';
import { movedMeeting } from './b4.js';
import { startAndMemory } from './b6.js';
import { pagesAgainstBareFastify } from './b7.js';
import { pagesAmongMany } from './b8.js';
import { archivesOfRecords } from './b9.js';
import { root, startInstallation, type Installation } from './installation.js';
import { packAsPdf } from './pack-pdf.js';
import { render, type Effort, type Section } from './report.js';

/**
 * The benchmarks: one command, one run, contestants in turn. `--quick` is for trying out: its figures mean little and
 * are not kept. `--only moves,reads` runs some of them and keeps nothing either.
 */
const { quick, only } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
}).values;
const chosen = only?.split(',');

const EFFORT: Effort = quick
  ? { rounds: 1, seconds: 1, handovers: 10, many: 500, mails: 500, archive: 2e8 }
  : { rounds: 3, seconds: 5, handovers: 100, many: 10_000, mails: 10_000, archive: 2e9 };

type Benchmark = (installation: Installation) => Promise<Section[]>;

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  moves: async (installation) => [
    await movesAgainstPgbench(installation, EFFORT, 'waits for the disk'),
    await movesAgainstPgbench(installation, EFFORT, 'does not wait for the disk'),
  ],
  reads: (installation) => readsAgainstBareFastify(installation, EFFORT),
  mails: async (installation) => [await dueReminders(installation, EFFORT)],
  plans: async (installation) => [await movedMeeting(installation, EFFORT)],
  pages: async (installation) => [
    ...(await pagesAgainstBareFastify(installation, EFFORT)),
    await pagesAmongMany(installation, EFFORT),
  ],
  pdf: async (installation) => [await packAsPdf(installation, EFFORT)],
  record: () => archivesOfRecords(EFFORT),
  start: async (installation) => [await startAndMemory(installation, EFFORT)],
};

/** Between these lines the report is written anew by each full run. */
const BEGIN = '<!-- begin of the last run -->';
const END = '<!-- end of the last run -->';

async function main(): Promise<void> {
  const unknown = chosen?.filter((name) => !(name in BENCHMARKS)) ?? [];
  if (unknown.length > 0)
    throw new Error(`There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHMARKS).join(', ')}`);
  const installation = await startInstallation();
  try {
    const sections: Section[] = [];
    for (const [name, run] of Object.entries(BENCHMARKS)) {
      if (chosen?.includes(name) === false) continue;
      process.stderr.write(`${name} ...\n`);
      sections.push(...(await run(installation)));
    }
    const report = render(heading(installation), sections);
    process.stdout.write(`${report}\n`);
    if (!quick && chosen === undefined) await keep(report);
  } finally {
    await installation.stop();
  }
}

function heading({ version }: Installation): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--', 'src', 'migrations') === '' ? '' : ', with changes';
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`;
  const how = `${EFFORT.rounds} rounds of ${EFFORT.seconds} s, contestants in turn, medians`;
  return `Commit ${git('rev-parse', '--short', 'HEAD')}${changed}; ${machine}; Node ${process.version}; PostgreSQL ${version}; ${how}.`;
}

async function keep(report: string): Promise<void> {
  const file = join(root, 'docs', 'benchmarks.md');
  const text = await readFile(file, 'utf8');
  const [before, rest = ''] = text.split(BEGIN);
  const [, after = ''] = rest.split(END);
  await writeFile(file, `${before ?? ''}${BEGIN}\n\n${report}\n\n${END}${after}`);
}

await main();
