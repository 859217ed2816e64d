import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './project.mjs';
import { findRedisServer } from './redis-server.mjs';
import { build, checkNode, installPackages } from './set-up.mjs';
import { endWithSteps, report, runStep } from './steps.mjs';

/**
 * `npm run chaos`: the fault runs of test/chaos at their full load, one after the other, from a clean clone. The last lines
 * repeat what each of them found. Arguments go to Jest: `npm run chaos -- worker-killed`. GAVEL_CHAOS_SEED repeats the
 * choices of an earlier run.
 */
checkNode();
installPackages();
build();
endWithSteps();
const folder = mkdtempSync(join(tmpdir(), 'gavel-figures-'));
const figures = join(folder, 'figures.txt');
try {
  const outcome = await runStep(
    [
      join(root, 'node_modules/jest/bin/jest.js'),
      '--config=config/tools/jest.config.mjs',
      '--runInBand',
      ...chosen(process.argv.slice(2)),
    ],
    {
      shown: true,
      environment: {
        GAVEL_CHAOS: 'full',
        GAVEL_CHAOS_FIGURES: figures,
        GAVEL_REDIS_SERVER: findRedisServer(),
      },
    },
  );
  report('chaos', outcome);
  process.stdout.write(`\n${readFigures()}`);
  process.exitCode = outcome.ok ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** Files by a part of their name; all of them when none is named. */
function chosen(args) {
  const options = args.filter((argument) => argument.startsWith('-'));
  const names = args.filter((argument) => !argument.startsWith('-'));
  return [...(names.length === 0 ? ['test/chaos/'] : names.map((name) => `test/chaos/.*${name}`)), ...options];
}

function readFigures() {
  try {
    return readFileSync(figures, 'utf8');
  } catch {
    return '';
  }
}
