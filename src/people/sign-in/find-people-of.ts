import type { DataSource } from 'typeorm';
import type { Language } from '../../engine/words.js';
import { askOutside } from './ask-outside.js';

/** A person whom a mail address belongs to. */
export interface PersonOfAddress {
  readonly bodyId: string;
  readonly personId: string;
  readonly name: string;
  readonly mail: string;
  readonly language: Language;
  readonly bodyName: string;
}

const FIND = `
  SELECT body_id AS "bodyId", person_id AS "personId", name, mail, language, body_name AS "bodyName"
  FROM find_people_of($1)`;

/** Everyone with this address, at most one in each body; those who have left are nobody. */
export async function findPeopleOf(dataSource: DataSource, address: string): Promise<PersonOfAddress[]> {
  return askOutside<PersonOfAddress>(dataSource, FIND, [address]);
}
