import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { root } from './project.mjs';

/**
 * Checks who may import whom, and that the check really looked: dependency-cruiser finds no module at all, and is content,
 * when it cannot load the TypeScript compiler.
 */
const FOLDERS = ['src', 'config', 'test'];

const cruised = await cruise();
const modules = new Set(cruised.modules.map(({ source }) => source));
const unseen = (await listSources()).filter((file) => !modules.has(file));
const violations = cruised.summary.violations.filter(({ rule }) => rule.severity === 'error');

for (const { rule, from, to } of violations) process.stdout.write(`${rule.name}: ${from} -> ${to}\n`);
for (const file of unseen) process.stdout.write(`not looked at: ${file}\n`);
process.stdout.write(
  `${modules.size} modules, ${violations.length} imports that may not be, ${unseen.length} unseen\n`,
);
process.exitCode = violations.length + unseen.length === 0 ? 0 : 1;

async function cruise() {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', 'config/tools/dependency-cruiser.config.mjs', '--output-type', 'json', ...FOLDERS];
  const run = promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 2 ** 28 });
  // It ends with the number of violations, and has written them all the same.
  const { stdout } = await run.catch((error) => (error.stdout ? error : Promise.reject(error)));
  return JSON.parse(stdout);
}

async function listSources() {
  const lists = FOLDERS.map(async (folder) => {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name));
    return files.map((entry) => relative(root, join(entry.parentPath, entry.name)));
  });
  return (await Promise.all(lists)).flat();
}
