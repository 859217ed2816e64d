import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { verifyArchive } from '../commands/verify-archive.js';
import { PackWork } from '../delivery/pack-work.js';
import { AskForFile } from '../packs/record/ask-for-file.js';
import { MakeRecord } from '../packs/record/make-record.js';
import { listPackFiles, type PackFile } from '../packs/record/pack-files.queries.js';
import { ReadFile } from '../packs/record/read-file.js';
import { Database } from '../storage/database.js';
import { SECRETARIAT } from './scenes.js';
import type { Stage } from './stage.js';
import type { Story } from './story.js';

/** The archive of a handover, as a file that anybody can check. */
export interface TakenArchive {
  readonly handoverId: string;
  readonly path: string;
  /** What `gavel verify` says of it. */
  readonly found: string;
}

/** How often it is asked whether an archive is made, and for how long, in milliseconds of real time. */
const EVERY = 100;
const AT_MOST = 60_000;

/** The secretariat closes the file of a handover, makes its last record, and asks for the archive of it. */
export async function closeFile(stage: Stage, handoverId: string): Promise<void> {
  await stage.handover(SECRETARIAT, handoverId, { move: 'close' });
  await stage.pause();
  const asked = { reason: 'asked', signingRound: 0, by: SECRETARIAT } as const;
  const made = await stage.ask(SECRETARIAT, `makes the last record of ${handoverId}`, () =>
    stage.get(MakeRecord).execute(stage.bodyId, handoverId, asked),
  );
  if (made === null) return;
  await stage.pause();
  const { number: record } = made;
  await stage.ask(SECRETARIAT, `asks for the archive of record ${record}`, (caller) =>
    stage.get(AskForFile).execute(caller, handoverId, { kind: 'archive', record, withRestricted: true }),
  );
}

/**
 * Takes the archive of each handover once it is made, puts it into a folder and checks it as `gavel verify` does.
 * @throws CommandFailure with the first thing that is wrong with one.
 */
export async function takeArchives(stage: Stage, story: Story, folder: string): Promise<readonly TakenArchive[]> {
  await mkdir(folder, { recursive: true });
  const taken: TakenArchive[] = [];
  for (const { id } of story.handovers) {
    const archive = await whenMade(stage, id);
    if (archive !== null) taken.push(await takeArchive(stage, id, archive, join(folder, `${id}.zip`)));
  }
  return taken;
}

async function takeArchive(stage: Stage, handoverId: string, { id }: PackFile, path: string): Promise<TakenArchive> {
  const file = await stage.ask(SECRETARIAT, `takes the archive of ${handoverId} with them`, (caller) =>
    stage.get(ReadFile).execute(caller, handoverId, id),
  );
  const content = (await file?.open()) ?? null;
  if (content === null) throw new Error(`The archive of ${handoverId} cannot be read`);
  await pipeline(content, createWriteStream(path));
  return { handoverId, path, found: await verifyArchive(path, { head: null, key: null }) };
}

/** The newest archive of a handover once it is made in the background; null where none was asked for, or none can be made. */
async function whenMade(stage: Stage, handoverId: string): Promise<PackFile | null> {
  const { bodyId } = stage;
  for (let waited = 0; waited < AT_MOST; waited += EVERY) {
    const files = await stage.get(Database).read(bodyId, (em) => listPackFiles(em, bodyId, handoverId));
    const newest = files.find(({ kind }) => kind === 'archive');
    if (newest === undefined || newest.state === 'failed') return null;
    if (newest.state === 'ready') return newest;
    await stage.get(PackWork).look();
    await wait(EVERY);
  }
  return null;
}
