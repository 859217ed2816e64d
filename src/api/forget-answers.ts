import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Database } from '../storage/database.js';

const HOUR = 3_600_000;

/** Forgets answers after a day: whoever has not asked again by then does not wait for it any more. */
@Injectable()
export class ForgetAnswers implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    // An hour in which the database cannot be reached is made up for by the next one.
    this.timer = setInterval(() => void this.execute().catch(() => undefined), HOUR).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Body by body, since nothing crosses from one to another. */
  async execute(): Promise<void> {
    const bodies: { body_id: string }[] = await this.dataSource.query('SELECT body_id FROM all_bodies()');
    for (const { body_id: bodyId } of bodies) {
      await this.database.change(bodyId, (em) =>
        em.query("DELETE FROM answered_request WHERE body_id = $1 AND at < gavel_now() - interval '1 day'", [bodyId]),
      );
    }
  }
}
