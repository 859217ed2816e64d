import { readdir } from 'node:fs/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { codeOf } from '../storage/outage.js';
import { Readiness, type ReadinessCheck } from './readiness.js';

/** The migrations of this version, seen from this file in `src` and in `dist/src`. */
const FOLDERS = ['../../migrations/', '../../../migrations/'].map((path) => new URL(path, import.meta.url));

/** SQLSTATE of a table that is not there, and of one that the last migration has yet to let us read. */
const NOT_THERE_YET = new Set(['42P01', '42501']);

/** The database answers, and has every migration this version knows. A newer schema is fine: versions may overlap. */
@Injectable()
export class DatabaseCheck implements ReadinessCheck, OnModuleInit {
  readonly name = 'database';
  private newestKnown = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly readiness: Readiness,
  ) {}

  async onModuleInit(): Promise<void> {
    this.newestKnown = await newestMigration();
    this.readiness.register(this);
  }

  async check(): Promise<string | null> {
    return (await this.newestRun()) < this.newestKnown ? 'is not migrated to this version' : null;
  }

  private async newestRun(): Promise<number> {
    try {
      const [row]: { newest: string | null }[] = await this.dataSource.query(
        'SELECT max(timestamp) AS newest FROM schema_migration',
      );
      return Number(row?.newest ?? 0);
    } catch (error) {
      if (NOT_THERE_YET.has(codeOf(error))) return 0;
      throw error;
    }
  }
}

async function newestMigration(): Promise<number> {
  for (const folder of FOLDERS) {
    const files = await readdir(folder).catch(() => []);
    const timestamps = files.filter((file) => file.endsWith('.up.sql')).map((file) => Number(file.split('-')[0]));
    if (timestamps.length > 0) return Math.max(...timestamps);
  }
  throw new Error('The folder migrations/ is missing beside src/ or dist/');
}
