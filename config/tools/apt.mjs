import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * The program to start: the first of these that is there. Where none is, the package is installed, if that may be done
 * without asking: as root, with apt-get. An empty text when there is none even then.
 */
export function findOrInstall({ programs, packageName, forWhat }) {
  const found = programs.find(isThere);
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return '';
  process.stdout.write(`Installing ${packageName} with apt-get, for ${forWhat} ...\n`);
  if (apt('update') && apt('install', '--yes', '--no-install-recommends', packageName)) {
    const installed = programs.find(isThere);
    if (installed !== undefined) {
      process.stdout.write(`Installed ${packageName}.\n`);
      return installed;
    }
  }
  process.stdout.write(`${packageName} could not be installed.\n`);
  return '';
}

function isThere(program) {
  return spawnSync(program, ['--version']).status === 0;
}

function apt(...args) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stderr } = spawnSync('apt-get', ['--quiet', ...args], { env: environment, encoding: 'utf8' });
  if (status !== 0) process.stdout.write(`apt-get ${args[0]}: ${stderr}\n`);
  return status === 0;
}
