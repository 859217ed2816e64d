import { join } from 'node:path';
import { root } from './project.mjs';
import { report, runStep } from './steps.mjs';

const SETTINGS = 'config/tools';
const tool = (path, ...args) => [join(root, 'node_modules', path), ...args];

/** What the compiler remembers from one run to the next. */
const TYPES_SEEN = 'node_modules/.cache/gavel/types.json';

/** How Prettier is called, to check and to write. */
const FORMATTING = ['--config', `${SETTINGS}/prettier.json`, '--ignore-path', `${SETTINGS}/prettierignore`];

/** Writes every file as Prettier wants it. */
export const FORMAT = tool('prettier/bin/prettier.cjs', ...FORMATTING, '--log-level', 'warn', '--write', '.');

/** Everything that is checked without running it, in the order in which it is reported. */
const CHECKS = [
  { name: 'build', args: [join(root, SETTINGS, 'build.mjs'), '--if-stale'] },
  { name: 'types', args: tool('typescript/bin/tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', TYPES_SEEN) },
  {
    name: 'eslint',
    args: tool('eslint/bin/eslint.js', '-c', `${SETTINGS}/eslint.config.mjs`, '--max-warnings', '0', '.'),
    slow: true,
  },
  {
    name: 'styles',
    args: tool('stylelint/bin/stylelint.mjs', '--config', `${SETTINGS}/stylelint.config.mjs`, 'src/web/styles/*.css'),
  },
  { name: 'imports', args: [join(root, SETTINGS, 'check-imports.mjs')] },
  { name: 'unused', args: tool('knip/bin/knip.js', '-c', `${SETTINGS}/knip.config.mjs`, '--no-progress') },
  { name: 'format', args: tool('prettier/bin/prettier.cjs', ...FORMATTING, '--log-level', 'warn', '--check', '.') },
];

/**
 * Runs all checks, also after one has failed, the slow one beside the others. Prints a line for each in its order and
 * gives how many passed and failed.
 */
export async function runChecks() {
  const lanes = { slow: Promise.resolve(), others: Promise.resolve() };
  const started = CHECKS.map(({ name, args, slow }) => {
    const lane = slow ? 'slow' : 'others';
    lanes[lane] = lanes[lane].then(() => runStep(args));
    return { name, result: lanes[lane] };
  });
  const totals = { passed: 0, failed: 0 };
  for (const { name, result } of started) {
    const outcome = await result;
    report(name, outcome);
    totals[outcome.ok ? 'passed' : 'failed'] += 1;
  }
  return totals;
}
