import { existsSync } from 'node:fs';

/**
 * A folder of the project, such as `migrations` or `config`, as a URL that ends with a slash. Found from this file
 * upwards, because the same code runs from `src` and from where it was built to.
 */
export function projectFolder(name: string): URL {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    if (existsSync(new URL('package.json', folder))) return new URL(`${name}/`, folder);
    if (folder.pathname === '/') throw new Error('Nowhere above this file is a package.json');
  }
}
