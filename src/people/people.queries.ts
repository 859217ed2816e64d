import { Injectable } from '@nestjs/common';
import { Database } from '../storage/database.js';
import type { Caller } from './caller.js';
import type { BodyView, MeView, MemberView, OfficeView, PersonView } from './people.views.js';

/** Which rows of a list: those after an id, and how many. */
export interface Slice {
  readonly after: readonly string[] | null;
  readonly rows: number;
}

const MEMBER = `id, name, rotation_group AS "rotationGroup", status, calendar_id AS "calendarId", version`;
const OFFICE = `id, member_id AS "memberId", name, calendar_id AS "calendarId", version`;
const PERSON = `p.id, p.office_id AS "officeId", o.member_id AS "memberId", p.name, p.mail, p.language,
  p.left_on::text AS "leftOn", p.version`;
const PERSONS = `FROM person p JOIN office o ON o.body_id = p.body_id AND o.id = p.office_id WHERE p.body_id = $1`;

/** Reads about a body and its people. Everything is of one body; lists are in the order of their ids. */
@Injectable()
export class PeopleQueries {
  constructor(private readonly database: Database) {}

  /** Who the caller is, and as what they may speak today. */
  async me({ bodyId, personId, memberId, roles }: Caller): Promise<MeView | null> {
    const person = await this.person(bodyId, personId);
    return person === null ? null : { bodyId, person, memberId, roles };
  }

  async body(bodyId: string): Promise<BodyView | null> {
    const rows: BodyView[] = await this.ask(
      bodyId,
      `SELECT id, name, short_name AS "shortName", zone, boundary, secretariat_name AS "secretariatName",
         secretariat_calendar_id AS "secretariatCalendarId", facts, review_days AS "reviewDays",
         review_silence AS "reviewSilence", version
       FROM body WHERE id = $1`,
      [],
    );
    return rows[0] ?? null;
  }

  async members(bodyId: string, { after, rows }: Slice): Promise<MemberView[]> {
    const list = `SELECT ${MEMBER} FROM member WHERE body_id = $1 AND id > $2 ORDER BY id LIMIT $3`;
    return this.ask(bodyId, list, [after?.[0] ?? '', rows]);
  }

  async member(bodyId: string, id: string): Promise<MemberView | null> {
    const rows: MemberView[] = await this.ask(bodyId, `SELECT ${MEMBER} FROM member WHERE body_id = $1 AND id = $2`, [
      id,
    ]);
    return rows[0] ?? null;
  }

  async offices(bodyId: string, { after, rows }: Slice): Promise<OfficeView[]> {
    const list = `SELECT ${OFFICE} FROM office WHERE body_id = $1 AND id > $2 ORDER BY id LIMIT $3`;
    return this.ask(bodyId, list, [after?.[0] ?? '', rows]);
  }

  async office(bodyId: string, id: string): Promise<OfficeView | null> {
    const rows: OfficeView[] = await this.ask(bodyId, `SELECT ${OFFICE} FROM office WHERE body_id = $1 AND id = $2`, [
      id,
    ]);
    return rows[0] ?? null;
  }

  async persons(bodyId: string, { after, rows }: Slice): Promise<PersonView[]> {
    return this.ask(bodyId, `SELECT ${PERSON} ${PERSONS} AND p.id > $2 ORDER BY p.id LIMIT $3`, [
      after?.[0] ?? '',
      rows,
    ]);
  }

  async person(bodyId: string, id: string): Promise<PersonView | null> {
    const rows: PersonView[] = await this.ask(bodyId, `SELECT ${PERSON} ${PERSONS} AND p.id = $2`, [id]);
    return rows[0] ?? null;
  }

  private ask<Row>(bodyId: string, sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.database.read(bodyId, (em) => em.query<Row[]>(sql, [bodyId, ...values]));
  }
}
