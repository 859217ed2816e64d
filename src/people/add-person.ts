import { Injectable } from '@nestjs/common';
import type { Refused } from '../engine/decision.js';
import type { Language } from '../engine/words.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import type { Caller } from './caller.js';
import { PersonRow } from './people.entity.js';
import { tell, type Receipt } from './tell.js';

/** A human who has a part in the body. The id stays in the account for ever: it must not be a name. */
export interface NewPerson {
  readonly id: string;
  readonly officeId: string;
  readonly name: string;
  readonly mail: string;
  readonly language: Language;
}

/** Adds a person, as yet without a role. Refuses an id or mail address that is taken, and an unknown office. */
@Injectable()
export class AddPerson {
  constructor(private readonly database: Database) {}

  async execute({ bodyId, personId }: Caller, person: NewPerson): Promise<Receipt | Refused | null> {
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      await em.insert(PersonRow, { bodyId, ...person, leftOn: null, version: 1 });
      const { id, officeId, language } = person;
      const happening = { action: 'person.added', subject: `person:${id}`, facts: { officeId, language } };
      return tell(em, locked, personId, { id, version: 1 }, happening);
    });
  }
}
