/**
 * Writes docs/machines.md from the tables of the four state machines. Needs the build: `npm run build` first.
 * A test fails when the page no longer matches the tables.
 */
import { writeFileSync } from 'node:fs';
import { drawMachines } from '../../dist/src/engine/machine-drawings.js';

writeFileSync(new URL('../../docs/machines.md', import.meta.url), drawMachines());
