import { Command, InvalidArgumentError } from 'commander';
import { EnvironmentError, readEnvironment } from '../config/environment.js';
import { checkInstallation } from './checker/check-installation.js';
import { readMailFolder, readMailLog } from './checker/mail-log.js';
import { printReport } from './checker/print-report.js';
import { minutesOf, moveClock, readClock, type ClockState } from './commands/clock.js';
import { DocumentError } from './commands/document-error.js';
import { CommandFailure } from './commands/failure.js';
import { importFile } from './commands/import-file.js';
import { withInstallation } from './commands/installation.js';
import { listKeys, rotateKey } from './commands/keys.js';
import { issueToken, listTokens, revokeToken } from './commands/tokens.js';
import { verifyAccount } from './commands/verify.js';
import { isArchive, verifyArchive } from './commands/verify-archive.js';
import { isRealDate } from './engine/time/days.js';
import { migrate } from './storage/migrate.js';
import { reachDatabase } from './storage/reach-database.js';

const program = new Command('gavel').description('Runs the handover of a rotating chair').showHelpAfterError();

program
  .command('migrate')
  .description('bring the database to the newest schema')
  .action(async () => {
    await onDatabase(async (url) => {
      await migrate(url);
      say('The database has the newest schema.');
    });
  });

program
  .command('import')
  .description('import a body, a rotation, a template or a calendar')
  .argument('<file>', 'JSON; what it is shows in it')
  .option('--body <id>', 'the body to import it into; a body brings its own id', asKey)
  .action(async (file: string, { body }: { body?: string }) => {
    await withInstallation(readEnvironment(), async (context) => {
      say(await importFile(context, file, body));
    });
  });

const token = program.command('token').description('issue, list and revoke tokens of the API');
token
  .command('issue')
  .requiredOption('--body <id>', 'which body', asKey)
  .requiredOption('--person <id>', 'whose token', asKey)
  .requiredOption('--label <text>', 'what it is for')
  .option('--expires <date>', 'the last day on which it opens anything', asDate)
  .action(
    async ({ body, person, label, expires }: { body: string; person: string; label: string; expires?: string }) => {
      await withInstallation(readEnvironment(), async (context) => {
        say(await issueToken(context, body, person, label, expires ?? null));
      });
    },
  );
token
  .command('list')
  .requiredOption('--body <id>', 'which body', asKey)
  .action(async ({ body }: { body: string }) => {
    await withInstallation(readEnvironment(), async (context) => {
      for (const line of await listTokens(context, body)) say(line);
    });
  });
token
  .command('revoke')
  .argument('<id>')
  .requiredOption('--body <id>', 'which body', asKey)
  .action(async (id: string, { body }: { body: string }) => {
    await withInstallation(readEnvironment(), async (context) => {
      await revokeToken(context, body, id);
      say('Revoked.');
    });
  });

const keys = program.command('keys').description('the keys that sign records of handovers');
keys
  .command('list')
  .description('each key by its fingerprint, and since when and until when it signed')
  .action(async () => {
    const environment = readEnvironment();
    await withInstallation(environment, async (context) => {
      for (const line of await listKeys(context, environment)) say(line);
    });
  });
keys
  .command('rotate')
  .description('make a new key that signs from now on; what the old one signed stays good')
  .action(async () => {
    const environment = readEnvironment();
    await withInstallation(environment, async (context) => {
      say(`This key signs from now on: ${await rotateKey(context, environment)}`);
    });
  });

program
  .command('verify')
  .description('check an archive or an exported account without the database')
  .argument('<file>', 'an archive, or an account with one JSON object a line, as the API exports it')
  .option('--head <hash>', 'a hash that stands in a sign-off mail or a pack')
  .option('--key <fingerprint>', 'the key that has to have signed the archive')
  .action(async (file: string, { head, key }: { head?: string; key?: string }) => {
    const evidence = { head: head ?? null, key: key ?? null };
    say((await isArchive(file)) ? await verifyArchive(file, evidence) : await verifyAccount(file, evidence.head));
  });

const clock = program.command('clock').description('the virtual clock of a demo');
clock.command('show').action(async () => {
  await onDatabase(async (url) => {
    sayClock(await readClock(url));
  });
});
clock
  .command('set')
  .argument('<instant>', 'such as 2024-01-31T09:00:00+01:00')
  .action(async (to: string) => {
    await onDatabase(async (url) => {
      sayClock(await moveClock(url, { to }));
    });
  });
clock
  .command('forward')
  .argument('<time>', 'such as 90m, 3h or 1d')
  .action(async (time: string) => {
    await onDatabase(async (url) => {
      sayClock(await moveClock(url, { byMinutes: minutesOf(time) }));
    });
  });

program
  .command('checker')
  .description('judge the installation by the rules, from its rows and its mails')
  .option('--mails <folder>', 'the folder with the mails that went out as files')
  .option('--mail-log <file>', 'what a mail server took, one JSON object with a messageId a line')
  .action(async ({ mails: folder, mailLog }: { mails?: string; mailLog?: string }) => {
    await onDatabase(async (url) => {
      const read = folder === undefined ? null : await readMailFolder(folder);
      const mails = mailLog === undefined ? read : await readMailLog(mailLog);
      const report = await checkInstallation(url, mails === null ? {} : { mails });
      say(printReport(report));
      if (!report.ok) process.exitCode = 1;
    });
  });

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${inWords(error)}\n`);
  process.exitCode = 1;
}

async function onDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const { databaseUrl, dataDirectory } = readEnvironment();
  const database = await reachDatabase(databaseUrl, dataDirectory);
  await work(database.url).finally(() => database.release());
}

/** An id, before it goes anywhere near the database. */
function asKey(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(text)) return text;
  throw new InvalidArgumentError('An id has letters, digits, dots, dashes and underscores, at most 63.');
}

function asDate(text: string): string {
  if (isRealDate(text)) return text;
  throw new InvalidArgumentError('Write a date that exists, as YYYY-MM-DD.');
}

function sayClock({ now, stands }: ClockState): void {
  say(stands ? `The clock stands at ${now}.` : `It is ${now}; this clock runs by itself.`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What people did wrong is said in words; only a bug shows where it happened. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const known = [CommandFailure, DocumentError, EnvironmentError].some((kind) => error instanceof kind);
  return known ? error.message : (error.stack ?? error.message);
}
