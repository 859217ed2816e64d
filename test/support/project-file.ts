import { readFileSync } from 'node:fs';
import { projectFolder } from '../../src/storage/project-folder.js';

/** A file of the project, such as `config/calendars/PT.json`; tests run compiled, from a folder of their own. */
export function projectFile(path: string): URL {
  return new URL(path, projectFolder('.'));
}

export function readProjectFile(path: string): string {
  return readFileSync(projectFile(path), 'utf8');
}
