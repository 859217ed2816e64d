import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import { WorkOnFiles, type FileJob } from '../packs/record/work-on-files.js';
import { PACK_FILES_QUEUE } from './pack-files-queue.js';
import { ThrottledLog } from './throttled-log.js';

/** How long a worker leaves a queue alone that is in trouble, in milliseconds. */
const REST = 2_000;

/**
 * Takes jobs from the queue, one at a time: a file is as large as a pack. How often one may be tried is decided by its
 * row, and so a job that was lost or comes twice does no harm.
 */
@Processor(PACK_FILES_QUEUE, {
  concurrency: 1,
  maxStalledCount: 1_000_000,
  stalledInterval: 10_000,
  runRetryDelay: 1_000,
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 0 },
})
export class PackFilesProcessor extends WorkerHost {
  private readonly log = new ThrottledLog(new Logger(PackFilesProcessor.name));
  private rest: NodeJS.Timeout | null = null;

  constructor(private readonly workOnFiles: WorkOnFiles) {
    super();
  }

  override async process({ data }: Job<FileJob>): Promise<void> {
    await this.workOnFiles.make(data);
  }

  /** Finishes the file it makes, and takes no more. */
  async close(): Promise<void> {
    if (this.rest !== null) clearTimeout(this.rest);
    await this.worker.close();
  }

  /** The library would try again at once, thousands of times a second. */
  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.log.trouble('The worker cannot use the queue of files', error);
    if (this.rest !== null) return;
    void this.worker.pause(true);
    this.rest = setTimeout(() => {
      this.rest = null;
      void this.worker.resume();
    }, REST);
  }

  @OnWorkerEvent('failed')
  onFailed(_job: Job | undefined, error: Error): void {
    this.log.trouble('A file of a pack could not be made; it is tried again', error);
  }
}
