import { parseArgs } from 'node:util';
import { checkInstallation, type CheckOptions } from './check-installation.js';
import { readMailFolder, readMailLog } from './mail-log.js';
import { printReport } from './print-report.js';

const USAGE = `Usage: main.js --database URL [--mails FOLDER | --mail-log FILE] [--grace SECONDS] [--crossing SECONDS] [--duplicates N] [--json]

Judges an installation of Gavel from its database alone, and from the mails that arrived.
Ends with 0 when everything holds, with 1 when something does not, with 2 when it could not look.
`;

/** A program of its own, so that what it judges cannot mislead it. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      database: { type: 'string' },
      mails: { type: 'string' },
      'mail-log': { type: 'string' },
      grace: { type: 'string' },
      crossing: { type: 'string' },
      duplicates: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.database === undefined) throw new Error(USAGE);
  const given = { grace: values.grace, crossing: values.crossing, duplicates: values.duplicates };
  const report = await checkInstallation(values.database, {
    ...numbersOf(given),
    ...(values.mails === undefined ? {} : { mails: await readMailFolder(values.mails) }),
    ...(values['mail-log'] === undefined ? {} : { mails: await readMailLog(values['mail-log']) }),
  });
  process.stdout.write(`${values.json ? JSON.stringify(report) : printReport(report)}\n`);
  return report.ok ? 0 : 1;
}

function numbersOf(given: Readonly<Record<string, string | undefined>>): CheckOptions {
  const numbers = Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (!/^\d+$/.test(value)) throw new Error(`--${name} takes a whole number, not ${JSON.stringify(value)}`);
    return [[name, Number(value)] as const];
  });
  return Object.fromEntries(numbers);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
