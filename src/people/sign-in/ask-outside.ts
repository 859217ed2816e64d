import type { DataSource } from 'typeorm';
import { asOutage } from '../../storage/outage.js';

/**
 * Asks or changes what belongs to no body, in a statement of its own that gives rows. Throws an Outage when the database
 * cannot be asked.
 */
export async function askOutside<Row>(dataSource: DataSource, sql: string, values: unknown[]): Promise<Row[]> {
  try {
    return await dataSource.query<Row[]>(sql, values);
  } catch (error) {
    throw asOutage(error);
  }
}
