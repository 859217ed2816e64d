import { sidesOfDesk } from '../engine/desks.js';
import { COMMITMENT } from '../engine/plan/reminders.js';
import { answeringDesk } from '../engine/tasks/task.js';
import type { Side } from '../engine/words.js';
import type { Matter } from './matter.js';
import type { Reader, WantedReaders } from './readers.js';

/** Someone who is told, and as what: for a side, or in person. */
export interface Recipient {
  readonly reader: Reader;
  readonly as: Side | 'person';
}

/** A place at which people are told: one side, and whether those responsible for the task stand for all of it. */
interface Seat {
  readonly side: Side;
  readonly narrowed: boolean;
}

/**
 * Whom a matter concerns today.
 *
 * - A person who is named is told in person, unless they have left.
 * - At the desk that owns a task: the person who has the task, else the people of the office that has it, else every
 *   delegate and lead of the side. At a joint desk that is asked on each side by itself.
 * - At any other desk every delegate and lead of the side, and at the secretariat's everyone with that role.
 * - Whoever stands in for someone today is told in that person's place: they are away.
 *
 * Roles are those that hold today; nobody is told twice of one matter.
 */
export function concernedBy(matter: Matter, readers: ReadonlyMap<string, Reader>): readonly Recipient[] {
  const inPerson = matter.recipientId === null ? undefined : readers.get(matter.recipientId);
  const told = new Map<string, Recipient>();
  if (inPerson !== undefined) told.set(inPerson.id, { reader: inPerson, as: 'person' });
  for (const seat of seatsOf(matter)) {
    for (const responsible of peopleAt(seat, matter, readers)) {
      const reader = readers.get(responsible.standInId ?? '') ?? responsible;
      if (!told.has(reader.id)) told.set(reader.id, { reader, as: seat.side });
    }
  }
  return [...told.values()];
}

/** Who of them is told: whoever brought an event about (`facts.by`) is not told of their own doing. */
export function toldOf(matter: Matter, concerned: readonly Recipient[]): readonly Recipient[] {
  return concerned.filter(({ reader }) => reader.id !== matter.facts.by);
}

/** Whom else one must know to say who is told, given the people who are named: the sides for which nobody is. */
export function stillToKnow(matters: readonly Matter[], named: ReadonlyMap<string, Reader>): WantedReaders {
  const sides = matters.flatMap((matter) =>
    seatsOf(matter)
      .filter((seat) => !(seat.narrowed && holderOf(matter, seat.side, named) !== undefined))
      .map(({ side }) => ({ side, chairs: matter.chairs })),
  );
  const members = sides.flatMap(({ side, chairs }) =>
    side === 'secretariat' ? [] : chairs[side].map((member) => member.id),
  );
  return { members: [...new Set(members)], secretariat: sides.some(({ side }) => side === 'secretariat') };
}

function seatsOf({ audience, task, rung }: Matter): readonly Seat[] {
  return audience.flatMap((addressee): readonly Seat[] => {
    switch (addressee) {
      case 'outgoing':
      case 'incoming':
      case 'secretariat':
        // What the incoming chair took on is for the person who has it, like any task of its owner.
        return [{ side: addressee, narrowed: addressee === 'incoming' && rung?.startsWith(COMMITMENT) === true }];
      case 'owner':
        return task === null ? [] : sidesOfDesk(task.owner).map((side) => ({ side, narrowed: true }));
      case 'acceptedBy':
        return task === null ? [] : sidesOfDesk(answeringDesk(task)).map((side) => ({ side, narrowed: false }));
      default:
        throw new Error(`The ledger names a desk that there is not: ${addressee}`);
    }
  });
}

function peopleAt({ side, narrowed }: Seat, matter: Matter, readers: ReadonlyMap<string, Reader>): readonly Reader[] {
  if (narrowed) {
    const holder = holderOf(matter, side, readers);
    if (holder !== undefined) return [holder];
  }
  const all = [...readers.values()].filter((reader) => sitsAt(reader, side, matter));
  const ofOffice = narrowed ? all.filter(({ officeId }) => officeId === matter.task?.officeId) : [];
  return ofOffice.length > 0 ? ofOffice : all;
}

function holderOf(matter: Matter, side: Side, readers: ReadonlyMap<string, Reader>): Reader | undefined {
  const holder = readers.get(matter.task?.personId ?? '');
  return holder !== undefined && sitsAt(holder, side, matter) ? holder : undefined;
}

function sitsAt(reader: Reader, side: Side, { chairs }: Matter): boolean {
  if (side === 'secretariat') return reader.roles.includes('secretariat');
  const speaks = reader.roles.includes('delegate') || reader.roles.includes('lead');
  return speaks && chairs[side].some((member) => member.id === reader.memberId);
}
