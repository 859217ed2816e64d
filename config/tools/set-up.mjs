import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/**
 * What every command needs before it can do its own work, done only where it is missing or out of date. Runs in a clean
 * clone, so it uses nothing that has to be installed. What it does it says on standard error: standard output belongs to
 * the command.
 */
const say = (text) => process.stderr.write(`${text}\n`);

const LEAST_NODE = [20, 19];

/** The folders and files that a build is made from. */
const SOURCES = ['src', 'config', 'nest-cli.json', 'tsconfig.json', 'package-lock.json'];

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  say(`Gavel needs Node ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs the packages of package-lock.json, where others are installed or none. */
export function installPackages() {
  if (packagesAreInstalled()) return;
  say('Installing packages (npm ci) ...');
  // Development packages too, whatever NODE_ENV says: the build needs them.
  run(...npm(), ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']);
}

/** Builds `dist`, where it is missing or older than what it is made from. */
export function build() {
  if (!buildIsStale()) return;
  say('Building (nest build) ...');
  const began = new Date();
  run(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build'], []);
  // The build is as old as its beginning: what was saved meanwhile may not be in it.
  const stamp = join(root, 'dist', '.built');
  writeFileSync(stamp, '');
  utimesSync(stamp, began, began);
}

export function buildIsStale() {
  const built = modified(join(root, 'dist', '.built'));
  return built === 0 || SOURCES.some((source) => newest(join(root, source)) > built);
}

function packagesAreInstalled() {
  const wanted = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  // A checkout makes the list young without changing it.
  return modified(installed) >= modified(wanted) || sameVersions(wanted, installed);
}

function sameVersions(wanted, installed) {
  const [want, have] = [wanted, installed].map((file) => JSON.parse(readFileSync(file, 'utf8')).packages);
  return Object.entries(want).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return have[path] === undefined ? optional === true : have[path].version === version;
  });
}

/** A folder is as young as the youngest thing in it; its own time tells when something in it was removed. */
function newest(path) {
  const own = modified(path);
  if (own === 0 || !statSync(path).isDirectory()) return own;
  return Math.max(own, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The npm that runs this, or the one on the path. */
function npm() {
  const running = process.env.npm_execpath;
  return running?.endsWith('.js') ? [process.execPath, [running]] : ['npm', []];
}

function run(program, first, then) {
  const { status, error } = spawnSync(program, [...first, ...then], { cwd: root, stdio: ['ignore', 2, 2] });
  if (error !== undefined) throw error;
  if (status === 0) return;
  say('That failed; see above.');
  process.exit(status ?? 1);
}
