import { Readable } from 'node:stream';
import { Database, isRefused } from '../../storage/database.js';
import type { IncomingFiles, ReceivedContent } from '../incoming-files.js';
import type { KeepContent } from '../keep-content.js';
import type { MakeArchive, Progress } from './make-archive.js';
import type { MakePdf } from './make-pdf.js';
import type { FileTrouble, PackFile } from './pack-files.queries.js';
import { OtherContent } from './write-archive.js';

/** A file to be made, as the queue carries it: everything else is in its row. */
export interface FileJob {
  readonly bodyId: string;
  readonly handoverId: string;
  readonly id: string;
}

/** Seconds for which somebody who makes a file need not say that they still do. */
const LEASE = 30;
/** Seconds until the next attempt after one that failed. */
const PAUSE = 5;
const MOST_TRIES = 3;
/** How often progress is written, in milliseconds. */
const BETWEEN_NEWS = 500;

const GIVE_UP = `
  UPDATE pack_file SET state = 'failed', problem = 'gave_up', lease_until = NULL
  WHERE body_id = $1 AND state IN ('queued', 'making') AND tries >= $2 AND lease_until <= clock_timestamp()`;

/** What nobody has: never queued, or with someone who died. */
const CLAIM = `
  UPDATE pack_file SET state = 'queued', lease_until = clock_timestamp() + make_interval(secs => $2)
  WHERE body_id = $1 AND state IN ('queued', 'making') AND (lease_until IS NULL OR lease_until <= clock_timestamp())
  RETURNING handover_id AS "handoverId", id`;

const KEY = 'body_id = $1 AND handover_id = $2 AND id = $3';

const BEGIN = `
  UPDATE pack_file SET state = 'making', tries = tries + 1, done = 0, total = 0,
    lease_until = clock_timestamp() + make_interval(secs => $4)
  WHERE ${KEY} AND state = 'queued'
  RETURNING tries, record_number AS record, language, standard, with_restricted AS "withRestricted"`;

/** Of what somebody else has taken over nothing more is written. */
const MINE = `${KEY} AND state = 'making' AND tries = $4`;
const PROGRESS = `
  UPDATE pack_file SET done = $5, total = $6, lease_until = clock_timestamp() + make_interval(secs => $7) WHERE ${MINE}`;
const READY = `
  UPDATE pack_file SET state = 'ready', sha256 = $5, bytes = $6, made_at = gavel_now(), lease_until = NULL WHERE ${MINE}`;
const FAILED = `UPDATE pack_file SET state = 'failed', problem = $5, lease_until = NULL WHERE ${MINE}`;
const AGAIN = `UPDATE pack_file SET lease_until = clock_timestamp() + make_interval(secs => $5) WHERE ${MINE}`;

interface Begun extends Pick<PackFile, 'record' | 'language' | 'standard' | 'withRestricted'> {
  readonly tries: number;
}

/** Makes the files that were asked for. Whoever dies over one leaves a lease that ends, and another makes it again. */
export class WorkOnFiles {
  constructor(
    private readonly database: Database,
    private readonly content: KeepContent,
    private readonly incoming: IncomingFiles,
    private readonly makeArchive: MakeArchive,
    private readonly makePdf: MakePdf,
  ) {}

  /** The files of a body that are to be made and that nobody has; from now on whoever asked has them, for a while. */
  async claim(bodyId: string): Promise<FileJob[]> {
    const claimed = await this.database.change(bodyId, async (em) => {
      await em.query(GIVE_UP, [bodyId, MOST_TRIES]);
      const [rows] = await em.query<[Omit<FileJob, 'bodyId'>[], number]>(CLAIM, [bodyId, LEASE]);
      return rows.map((row) => ({ bodyId, ...row }));
    });
    return isRefused(claimed) ? [] : claimed;
  }

  /** Makes a file; nothing happens where somebody else has it. Rejects where it has to be tried again. */
  async make(job: FileJob): Promise<void> {
    const begun = await this.begin(job);
    if (begun === null) return;
    const key = [job.bodyId, job.handoverId, job.id, begun.tries];
    const write = (sql: string, ...more: unknown[]): Promise<unknown> =>
      this.database.change(job.bodyId, (em) => em.query(sql, [...key, ...more]));
    const news = new News((done, total) => write(PROGRESS, done, total, LEASE));
    try {
      const made = await this.bytes(job, begun, (done, total) => {
        news.tell(done, total);
      });
      await news.end();
      await this.offer(job.bodyId, made, key);
    } catch (error) {
      await news.end();
      if (error instanceof OtherContent) {
        await write(FAILED, 'content' satisfies FileTrouble);
        return;
      }
      await write(AGAIN, PAUSE);
      throw error;
    }
  }

  /** Writes what was asked for to a file that nobody sees yet. */
  private async bytes(job: FileJob, begun: Begun, onProgress: Progress): Promise<ReceivedContent> {
    const { record, language, standard, withRestricted } = begun;
    if (language !== null && standard !== null) {
      const pdf = await this.makePdf.execute({ ...job, record, language, standard, withRestricted });
      return this.incoming.receive(Readable.from([pdf]));
    }
    if (record === null) throw new Error(`File ${job.id} is of no record`);
    return this.makeArchive.execute({ ...job, record, withRestricted }, onProgress);
  }

  /** From now on it can be downloaded; where somebody else has taken it over it is thrown away. */
  private async offer(bodyId: string, made: ReceivedContent, key: readonly unknown[]): Promise<void> {
    const { sha256, bytes } = made;
    await this.content.around(bodyId, made, () =>
      this.database.change(bodyId, async (em) => {
        await this.content.expect(em, { bodyId, sha256 });
        const [, written] = await em.query<[unknown[], number]>(READY, [...key, sha256, bytes]);
        return written === 1 ? made : null;
      }),
    );
  }

  private async begin({ bodyId, handoverId, id }: FileJob): Promise<Begun | null> {
    const begun = await this.database.change(bodyId, async (em) => {
      const [rows] = await em.query<[Begun[], number]>(BEGIN, [bodyId, handoverId, id, LEASE]);
      return rows[0] ?? null;
    });
    return isRefused(begun) ? null : begun;
  }
}

/** Writes progress now and then, one write at a time; it also says that the work goes on. */
class News {
  private writing: Promise<unknown> = Promise.resolve();
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly write: (done: number, total: number) => Promise<unknown>) {}

  tell(done: number, total: number): void {
    const now = performance.now();
    if (now - this.toldAt < BETWEEN_NEWS) return;
    this.toldAt = now;
    // What cannot be told now is told later, or by the end of the work.
    this.writing = this.writing.then(() => this.write(done, total)).catch(() => undefined);
  }

  async end(): Promise<void> {
    await this.writing;
  }
}
