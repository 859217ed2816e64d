import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OfferedPeople, OfferedPerson } from '../people/offered-people.js';
import { Database } from '../storage/database.js';
import { rabatStory } from './rabat-story.js';

/** One of each part, and the second of each chair. */
const OFFERED = ['ma-delegate', 'ma-lead', 'pt-lead', 'pt-delegate', 'sec-lead', 'observer'];

/** The people of the demo whom anyone may be. None in a database that no demo made, whatever started this process. */
@Injectable()
export class DemoPeople implements OfferedPeople {
  constructor(
    private readonly dataSource: DataSource,
    private readonly database: Database,
  ) {}

  async list(): Promise<readonly OfferedPerson[]> {
    const [installation]: { kind: string }[] = await this.dataSource.query('SELECT kind FROM installation');
    if (installation?.kind !== 'demo') return [];
    return this.database.read(rabatStory.bodyId, (em) =>
      em.query(
        'SELECT id, name, mail FROM person WHERE body_id = $1 AND id = ANY ($2) ORDER BY array_position($2, id::text)',
        [rabatStory.bodyId, OFFERED],
      ),
    );
  }
}
