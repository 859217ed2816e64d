import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Queue } from 'bullmq';
import type { FileJob } from '../packs/record/work-on-files.js';
import { ThrottledLog } from './throttled-log.js';

/** The queue's name, in Redis and in Postgres alike. */
export const PACK_FILES_QUEUE = 'pack-files';

/** Files of packs that are to be made. The queue is a wake-up: what is to be made stands in the rows of the files. */
@Injectable()
export class PackFilesQueue implements OnModuleInit {
  private readonly log = new ThrottledLog(new Logger(PackFilesQueue.name));

  constructor(@InjectQueue(PACK_FILES_QUEUE) private readonly queue: Queue<FileJob>) {}

  onModuleInit(): void {
    this.queue.on('error', (error) => {
      this.log.trouble('The queue of files is in trouble', error);
    });
  }

  /** Adds all jobs in one go. Rejects when the queue cannot be used; the leases then end by themselves. */
  async add(jobs: readonly FileJob[]): Promise<void> {
    const opts = { removeOnComplete: true, removeOnFail: true, attempts: 1 };
    await this.queue.addBulk(jobs.map((data) => ({ name: 'make', data, opts })));
  }

  /** Resolves once the queue can be used. */
  async untilReady(): Promise<void> {
    await this.queue.waitUntilReady();
  }
}
