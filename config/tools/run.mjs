import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './project.mjs';
import { build, checkNode, installPackages } from './set-up.mjs';

/**
 * `node config/tools/run.mjs <program> [arguments]` sets everything up and then becomes the program, named by its source
 * file: one process, so that a signal sent to it reaches the program and nobody in between.
 */
const [program, ...args] = process.argv.slice(2);
if (program === undefined) throw new Error('Which program?');

checkNode();
installPackages();
build();
process.chdir(root);
const file = await compiled(program);
process.argv.splice(1, Infinity, file, ...args);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(file).href);

async function compiled(source) {
  if (!source.endsWith('.ts')) return join(root, source);
  const output = source.replace(/\.ts$/, '.js');
  if (!source.startsWith('test/')) return join(root, 'dist', output);
  const { testBuild, transpile } = await import('./transpile.mjs');
  await transpile();
  return join(testBuild, output);
}
