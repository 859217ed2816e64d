import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { root } from './project.mjs';

/**
 * `npm run docs` puts what checks an archive in a browser, and everything that it imports, into one script. Each module is
 * a function that gives what it exports. With `--print` it is only shown. A test fails when the script no longer matches its sources.
 */
const ENTRY = join(root, 'src/packs/record/browser/archive-worker.ts');
const BUNDLE = join(root, 'src/web/scripts/archive-worker.js');

const SETTINGS = {
  compilerOptions: {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    removeComments: true,
    useDefineForClassFields: false,
  },
};

/** The whole script. */
function bundle() {
  const modules = new Map();
  add(ENTRY, modules);
  const head = '/* Made by `npm run docs` from src/packs/record/browser and src/engine: change those, not this. */\n';
  return `${head}'use strict';\n${[...modules.values()].join('')}`;
}

/** Adds a module behind those that it imports. */
function add(file, modules) {
  if (modules.has(file)) return;
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), { ...SETTINGS, fileName: file });
  const exported = [];
  const lines = outputText.split('\n').map((line) => {
    const [, names, from] = /^import \{ ([\w, ]+) \} from '(\.[^']+)';$/.exec(line) ?? [];
    if (names !== undefined) {
      const other = sourceOf(join(dirname(file), from));
      add(other, modules);
      return `const { ${names} } = ${nameOf(other)};`;
    }
    const [, kind, name] = /^export ((?:async )?function\*?|const|class) (\w+)/.exec(line) ?? [];
    if (kind !== undefined) {
      exported.push(name);
      return line.slice('export '.length);
    }
    if (/^export \{\};$/.test(line)) return '';
    if (/^(import|export)\b/.test(line)) throw new Error(`${relative(root, file)}: this cannot be bundled: ${line}`);
    return line;
  });
  const gives = file === ENTRY ? '' : `return { ${exported.join(', ')} };\n`;
  const name = file === ENTRY ? '' : `const ${nameOf(file)} = `;
  modules.set(file, `${name}(() => {\n${lines.join('\n')}${gives}})();\n`);
}

function sourceOf(imported) {
  const file = imported.replace(/\.js$/, '.ts');
  if (!existsSync(file)) throw new Error(`${relative(root, file)} is not there`);
  return file;
}

function nameOf(file) {
  return relative(join(root, 'src'), file).replace(/\.ts$/, '').replaceAll(/\W/g, '_');
}

if (process.argv.includes('--print')) process.stdout.write(bundle());
else writeFileSync(BUNDLE, bundle());
