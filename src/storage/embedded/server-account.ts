import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { EmbeddedPostgresError, errorText } from './embedded-postgres-error.js';

const run = promisify(execFile);
const NAME = 'postgres';

/** The system user that runs the server; handed to `spawn` as it is. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/** Tells the person at the keyboard about something done outside the data directory. */
export type Notice = (text: string) => void;

/** True when this process may start programs as another user. */
function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The user that has to run the server of this data directory, or null when that is simply the present one.
 * PostgreSQL refuses to run as root, so root lends it the owner of the data or the system user `postgres`,
 * which is made when there is none.
 */
export async function serverAccount(dataDirectory: string | null, notice: Notice): Promise<ServerAccount | null> {
  if (!isRoot()) return null;
  if (dataDirectory !== null) {
    const { uid, gid } = await stat(dataDirectory);
    if (uid !== 0) return { uid, gid };
  }
  return (await systemUser()) ?? (await makeSystemUser(notice));
}

async function systemUser(): Promise<ServerAccount | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', NAME]), run('id', ['-g', NAME])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function makeSystemUser(notice: Notice): Promise<ServerAccount> {
  try {
    await run('useradd', ['--system', '--user-group', '--home-dir', '/nonexistent', '--shell', '/bin/false', NAME]);
  } catch (error) {
    // Another process may have made it this very moment.
    const made = await systemUser();
    if (made !== null) return made;
    throw new EmbeddedPostgresError(
      `PostgreSQL does not run as root, there is no system user "${NAME}", and making one failed: ${errorText(error)}\n` +
        'Run Gavel as an ordinary user, or make that system user, or set DATABASE_URL to a server of your own.',
    );
  }
  const made = await systemUser();
  if (made === null) throw new EmbeddedPostgresError(`The system user "${NAME}" was made but cannot be found.`);
  notice(`Made the system user "${NAME}": PostgreSQL does not run as root.`);
  return made;
}
