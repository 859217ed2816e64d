import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RecordReason } from '../packs/record/handover-record.js';
import { MakeRecord } from '../packs/record/make-record.js';
import { WorkOnFiles } from '../packs/record/work-on-files.js';
import { PackFilesQueue } from './pack-files-queue.js';
import { PackFilesProcessor } from './pack-files.processor.js';
import { ThrottledLog } from './throttled-log.js';

/** How often it is asked what is to be made, in milliseconds. */
const EVERY = 1_000;
/** Longest that ending waits for a file that is being made; what is cut off is made again when its lease ends. */
const LAST_ORDERS = 10_000;

interface DueRecord {
  readonly body_id: string;
  readonly handover_id: string;
  readonly reason: RecordReason;
  readonly signing_round: number;
}

/** Looks again and again for records that are due and for files that are to be made. Any number of processes may. */
@Injectable()
export class PackWork implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new ThrottledLog(new Logger(PackWork.name));
  private readonly ending = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly makeRecord: MakeRecord,
    private readonly workOnFiles: WorkOnFiles,
    private readonly queue: PackFilesQueue,
    private readonly processor: PackFilesProcessor,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.ending.abort();
    await this.running;
    await Promise.race([this.processor.close(), wait(LAST_ORDERS, null, { ref: false })]);
  }

  /** Looks once: makes the records that are due, and queues the files that nobody makes. */
  async look(): Promise<void> {
    const records: DueRecord[] = await this.dataSource.query('SELECT * FROM records_due()');
    for (const { body_id: bodyId, handover_id: handoverId, reason, signing_round: signingRound } of records) {
      await this.makeRecord.execute(bodyId, handoverId, { reason, signingRound, by: 'system' });
    }
    const bodies: { body_id: string }[] = await this.dataSource.query(
      'SELECT body_id FROM bodies_with_files_to_make()',
    );
    for (const { body_id: bodyId } of bodies) {
      const jobs = await this.workOnFiles.claim(bodyId);
      if (jobs.length > 0) await this.queue.add(jobs);
    }
  }

  private async run(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      await this.look().catch((error: unknown) => {
        this.log.trouble('Records and files of packs cannot be made; it is tried again', error);
      });
      await wait(EVERY, null, { signal, ref: false }).catch(() => undefined);
    }
  }
}
