import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Installation } from './installation.js';
import { projectFile } from '../support/project-file.js';

/** The checker is a program of its own, and shares nothing with what it judges but the rows and the mails. */
const CHECKER = fileURLToPath(projectFile('.test-build/src/checker/main.js'));

/** Mails and changes of the same two seconds may cross: the clock of a fault run goes on all the time. */
const CROSSING = '2';

/**
 * Lets the checker judge the database and the mails that arrived; fails with its report when something does not hold.
 * @param grace seconds that a message may be late at the end.
 */
export async function check({ rabat, mails }: Installation, grace = 0): Promise<void> {
  const given = ['--database', rabat.url, '--mail-log', mails.file, '--grace', String(grace), '--crossing', CROSSING];
  await new Promise<void>((resolve, reject) => {
    execFile(process.execPath, [CHECKER, ...given], (error, said, complaints) => {
      if (error === null) resolve();
      else reject(new Error(`The checker found fault:\n${said}${complaints}`));
    });
  });
}
