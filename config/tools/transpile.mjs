import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './project.mjs';

/**
 * Programs that tests, benchmarks and fault runs start as processes of their own. They lie one folder below the root, as
 * `dist` does, so that a compiled file finds `migrations/` and `config/` by the same relative path.
 */
export const testBuild = join(root, '.test-build');

const SOURCES = ['src', 'config', 'test'];

/**
 * Translates what has changed, without checking types: that is a step of its own, and an error of types in one file must
 * not keep the tests of another from running. Two processes may do this at once: a file is replaced whole.
 */
export async function transpile() {
  const swc = await import('@swc/core');
  const settings = join(root, 'config/tools/swcrc.json');
  const options = { ...JSON.parse(await readFile(settings, 'utf8')), swcrc: false };
  options.jsc.baseUrl = root;
  options.jsc.paths = { '@jest/globals': [join(root, 'test/support/jest-globals.ts')] };
  options.module.resolveFully = true;
  const settled = Math.max(await modified(settings), await modified(fileURLToPath(import.meta.url)));
  const sources = (await Promise.all(SOURCES.map(listTypeScript))).flat();
  await removeOthers(new Set(sources.map(outputOf)));
  for (const source of sources) {
    const output = outputOf(source);
    if ((await modified(output)) > Math.max(settled, await modified(source))) continue;
    try {
      await replace(output, await swc.transformFile(source, options));
    } catch (error) {
      // Whoever needs this file will say that it is missing; the others need not wait for it.
      await rm(output, { force: true });
      process.stderr.write(`${relative(root, source)} cannot be translated: ${error.message}\n`);
    }
  }
}

async function replace(output, { code, map }) {
  const unfinished = `${output}.${process.pid}`;
  await mkdir(dirname(output), { recursive: true });
  await writeFile(`${output}.map`, map ?? '');
  await writeFile(unfinished, `${code}\n//# sourceMappingURL=${basename(output)}.map\n`);
  await rename(unfinished, output);
}

async function listTypeScript(folder) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function outputOf(source) {
  return join(testBuild, relative(root, source).replace(/\.tsx?$/, '.js'));
}

async function modified(file) {
  return stat(file).then(
    (found) => found.mtimeMs,
    () => 0,
  );
}

/** A source that is gone must not live on in what was made of it. */
async function removeOthers(outputs) {
  const entries = await readdir(testBuild, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((found) => found.isFile() && found.name.endsWith('.js'))) {
    const file = join(entry.parentPath, entry.name);
    if (!outputs.has(file)) await rm(file, { force: true });
  }
}
