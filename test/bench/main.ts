import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { movesAgainstPgbench } from './b1.js';
import { readsAgainstBareFastify } from './b2.js';
import type { Score } from './contest.js';
import { root, startInstallation, type Installation } from './installation.js';
import type { Effort } from './report.js';

/** The benchmarks: one command, one run, contestants in turn. `--quick` is for trying out; its figures mean little. */
const quick = process.argv.includes('--quick');
const EFFORT: Effort = quick ? { rounds: 1, seconds: 1 } : { rounds: 3, seconds: 4 };

/** Between these lines the report is written anew by each full run. */
const BEGIN = '<!-- begin of the last run -->';
const END = '<!-- end of the last run -->';

async function main(): Promise<void> {
  const installation = await startInstallation();
  try {
    const sections = [heading(installation), ...(await moves(installation)), ...(await reads(installation))];
    const report = sections.join('\n\n');
    process.stdout.write(`${report}\n`);
    if (!quick) await keep(report);
  } finally {
    await installation.stop();
  }
}

async function moves(installation: Installation): Promise<string[]> {
  const waits = ['waits for the disk', 'does not wait for the disk'] as const;
  const sections: string[] = [];
  for (const wait of waits) {
    const scores = await movesAgainstPgbench(installation, EFFORT, wait);
    sections.push(table(`Moves of tasks by eight clients; COMMIT ${wait}`, 'move', scores));
  }
  return sections;
}

async function reads(installation: Installation): Promise<string[]> {
  const found = await readsAgainstBareFastify(installation, EFFORT);
  return Object.entries(found).map(([name, { bytes, scores }]) =>
    table(`Reading ${name}, ${String(bytes)} bytes of JSON`, 'answer', scores),
  );
}

function heading({ version }: Installation): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  const [processor] = cpus();
  const machine = `${String(cpus().length)} x ${processor?.model ?? 'unknown processor'}`;
  const how = `${String(EFFORT.rounds)} rounds of ${String(EFFORT.seconds)} s each, contestants in turn, medians`;
  return `Commit ${commit}; ${machine}; Node ${process.version}; PostgreSQL ${version}; ${how}.`;
}

/** The last contestant is the baseline. */
function table(title: string, unit: string, scores: readonly Score[]): string {
  const parts = [...new Set(scores.flatMap(({ cpu }) => Object.keys(cpu)))];
  const head = [
    'contestant',
    'ratio',
    'least - most',
    `${unit}s/s`,
    'p50 ms',
    'p95 ms',
    ...parts.map((part) => `CPU ms: ${part}`),
  ];
  const rows = scores.map(({ name, ratio, perSecond, p50, p95, cpu }) => [
    name,
    ratio.median.toFixed(2),
    `${ratio.least.toFixed(2)} - ${ratio.most.toFixed(2)}`,
    perSecond.toFixed(0),
    p50?.toFixed(1) ?? '',
    p95?.toFixed(1) ?? '',
    ...parts.map((part) => cpu[part]?.toFixed(2) ?? ''),
  ]);
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [`### ${title}`, '', ...lines].join('\n');
}

async function keep(report: string): Promise<void> {
  const file = join(root, 'docs', 'benchmarks.md');
  const text = await readFile(file, 'utf8');
  const [before, rest = ''] = text.split(BEGIN);
  const [, after = ''] = rest.split(END);
  await writeFile(file, `${before ?? ''}${BEGIN}\n\n${report}\n\n${END}${after}`);
}

await main();
