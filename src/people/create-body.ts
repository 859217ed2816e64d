import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { Refused } from '../engine/decision.js';
import type { SilenceRule } from '../engine/handovers/section.js';
import type { CalendarDefinition } from '../engine/time/calendar.js';
import { GENESIS } from '../engine/account/record.js';
import type { Boundary } from '../engine/terms/term.js';
import type { Facts, IsoInstant } from '../engine/words.js';
import { BODY_STREAM, Database, type LockedStream } from '../storage/database.js';
import type { NewMember } from './add-member.js';
import type { NewOffice } from './add-office.js';
import type { NewPerson } from './add-person.js';
import type { NewRole } from './give-role.js';
import { BodyRow, CalendarRow, MemberRow, OfficeRow, PersonRow, RoleGrantRow } from './people.entity.js';
import { tell, type Receipt } from './tell.js';

/** A body with all that must be there before anyone can do anything in it. */
export interface BodyDefinition {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** Its days begin and end in this zone. */
  readonly zone: string;
  readonly boundary: Boundary;
  readonly secretariatName: string;
  readonly secretariatCalendarId: string;
  /** How many working days an incoming chair has to review a section, and what its silence means; usual where left out. */
  readonly review?: { readonly days: number; readonly silence: SilenceRule };
  /** What else is worth keeping of it, such as where it was founded; nothing depends on it. */
  readonly facts: Facts;
  /** Each one that `calendarProblems` found nothing wrong with. */
  readonly calendars: readonly CalendarDefinition[];
  readonly members: readonly NewMember[];
  readonly offices: readonly NewOffice[];
  readonly people: readonly NewPerson[];
  readonly roles: readonly NewRole[];
}

/** Founds a body in this installation, with its account, calendars, members and first people. For the command line. */
@Injectable()
export class CreateBody {
  constructor(private readonly database: Database) {}

  /** Refuses an id that is taken, and whatever the rows of the definition break. @param actorId who is told to have done it. */
  async execute(definition: BodyDefinition, actorId = 'system'): Promise<Receipt | Refused> {
    const { id } = definition;
    return this.database.change(id, async (em) => {
      if (await em.existsBy(BodyRow, { id })) {
        return exists(id);
      }
      await insert(em, definition);
      const locked = await openAccount(em, id);
      const happening = { action: 'body.created', subject: `body:${id}`, facts: factsOf(definition) };
      return tell(em, locked, actorId, { id, version: 1 }, happening);
    });
  }
}

function exists(id: string): Refused {
  return { refused: true, gates: [{ code: 'body.exists', facts: { body: id }, whose: 'secretariat' }] };
}

async function insert(em: EntityManager, definition: BodyDefinition): Promise<void> {
  const { calendars, members, offices, people, roles, review, ...body } = definition;
  const bodyId = body.id;
  const reviewed = review === undefined ? {} : { reviewDays: review.days, reviewSilence: review.silence };
  await em.insert(BodyRow, { ...body, ...reviewed, version: 1 });
  const rows = calendars.map((calendar) => ({ bodyId, id: calendar.id, definition: calendar, version: 1 }));
  if (rows.length > 0) await em.insert(CalendarRow, rows);
  if (members.length > 0)
    await em.insert(
      MemberRow,
      members.map((member) => ({ bodyId, ...member, version: 1 })),
    );
  if (offices.length > 0)
    await em.insert(
      OfficeRow,
      offices.map((office) => ({ bodyId, ...office, version: 1 })),
    );
  if (people.length > 0) {
    await em.insert(
      PersonRow,
      people.map((person) => ({ bodyId, ...person, leftOn: null, version: 1 })),
    );
  }
  if (roles.length > 0)
    await em.insert(
      RoleGrantRow,
      roles.map((role) => ({ bodyId, id: uuid(), ...role, version: 1 })),
    );
}

async function openAccount(em: EntityManager, bodyId: string): Promise<LockedStream> {
  await em.query('INSERT INTO account (body_id, stream) VALUES ($1, $2)', [bodyId, BODY_STREAM]);
  const [clock]: { at: IsoInstant }[] = await em.query('SELECT iso_instant(gavel_now()) AS at');
  if (clock === undefined) throw new Error('The clock gave no time');
  return { bodyId, stream: BODY_STREAM, seq: GENESIS.seq, head: GENESIS.hash, at: clock.at };
}

/** Ids only: people's names and addresses are not for the account. */
function factsOf({ zone, boundary, review, calendars, members, offices, people, roles }: BodyDefinition): Facts {
  return {
    zone,
    boundary,
    ...(review === undefined ? {} : { review }),
    calendars: calendars.map(({ id }) => id),
    members: members.map(({ id }) => id),
    offices: offices.map(({ id, memberId }) => ({ id, memberId })),
    people: people.map(({ id, officeId }) => ({ id, officeId })),
    roles: roles.map(({ personId, role, fromDay, untilDay }) => ({ personId, role, fromDay, untilDay })),
  };
}
