import type { BodyDocuments } from '../commands/body-file.js';
import type { IsoDate, Language, Role } from '../engine/words.js';

/** Someone who plays a part. */
export interface Player {
  readonly id: string;
  /** What they are, in words: `Portugal delegate 2`, `secretariat officer`. */
  readonly title: string;
  readonly role: Role;
  /** Null for the secretariat, and for observers. */
  readonly memberId: string | null;
  readonly language: Language;
  /** That of their office: its working days, hours and zone. */
  readonly calendarId: string;
  readonly zone: string;
}

/** Some days on which somebody stands in for another; `until` is the first day on which they no longer do. */
export interface Absence {
  readonly personId: string;
  readonly standInId: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** Who there is, and who is there on a day. */
export class Cast {
  private readonly players: ReadonlyMap<string, Player>;

  constructor(
    { file, calendars }: BodyDocuments,
    private readonly absences: readonly Absence[],
  ) {
    const offices = new Map(file.offices.map((office) => [office.id, office]));
    const members = new Map(file.members.map(({ id, name }) => [id, name]));
    const zones = new Map(calendars.map(({ id, zone }) => [id, zone]));
    const roles = new Map(file.roles.map(({ personId, role }) => [personId, role]));
    this.players = new Map(
      file.people.map(({ id, officeId, language }) => {
        const { memberId = null, calendarId = '' } = offices.get(officeId) ?? {};
        const role = roles.get(id) ?? 'observer';
        const party = role === 'observer' ? '' : memberId === null ? 'secretariat' : (members.get(memberId) ?? '');
        const title = [party, ...id.split('-').slice(role === 'observer' ? 0 : 1)].join(' ').trim();
        return [id, { id, title, role, memberId, language, calendarId, zone: zones.get(calendarId) ?? 'UTC' }];
      }),
    );
  }

  /** @throws RangeError for somebody who has no part. */
  player(id: string): Player {
    const player = this.players.get(id);
    if (player === undefined) throw new RangeError(`Nobody of that name has a part: ${id}`);
    return player;
  }

  /** Everyone of a party: a member, or the secretariat where it is null; leads first. */
  party(memberId: string | null): readonly Player[] {
    const all = [...this.players.values()].filter((one) => one.memberId === memberId && one.role !== 'observer');
    return all.sort((a, b) => Number(b.role === 'lead') - Number(a.role === 'lead'));
  }

  /** Who acts in somebody's place on a day: their stand-in where they are away, else they themselves. */
  present(id: string, day: IsoDate): string {
    return this.absences.find((one) => one.personId === id && isWithin(one, day))?.standInId ?? id;
  }

  /** Whether somebody speaks for two parties on a day, and so had better leave decisions to others. */
  isTorn(id: string, day: IsoDate): boolean {
    const { memberId } = this.player(id);
    return this.absences.some(
      (one) => one.standInId === id && isWithin(one, day) && this.player(one.personId).memberId !== memberId,
    );
  }
}

function isWithin({ from, until }: Absence, day: IsoDate): boolean {
  return from <= day && day < until;
}
