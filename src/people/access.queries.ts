import { Injectable } from '@nestjs/common';
import { Database } from '../storage/database.js';
import type { RoleView, StandInView, TokenView } from './access.views.js';
import type { Slice } from './people.queries.js';

/** The smallest UUID: where a list in the order of UUIDs begins. */
const FIRST = '00000000-0000-0000-0000-000000000000';

const ROLE = `id, person_id AS "personId", role, from_day::text AS "fromDay", until_day::text AS "untilDay", version`;
const STAND_IN = `id, person_id AS "personId", stand_in_id AS "standInId", from_day::text AS "fromDay",
  until_day::text AS "untilDay", version`;
const TOKEN = `id, person_id AS "personId", label, iso_instant(created_at) AS "createdAt",
  iso_instant(expires_at) AS "expiresAt", iso_instant(revoked_at) AS "revokedAt", version`;

/** Reads about who may do what. Lists are in the order in which things were given, and can be of one person alone. */
@Injectable()
export class AccessQueries {
  constructor(private readonly database: Database) {}

  async roles(bodyId: string, personId: string | null, slice: Slice): Promise<RoleView[]> {
    return this.list(
      bodyId,
      `SELECT ${ROLE} FROM role_grant WHERE body_id = $1 AND person_id = coalesce($2, person_id)`,
      personId,
      slice,
    );
  }

  async role(bodyId: string, id: string): Promise<RoleView | null> {
    return this.one(bodyId, `SELECT ${ROLE} FROM role_grant WHERE body_id = $1 AND id = $2`, id);
  }

  /** Of one person: whoever stands in for them, and those they stand in for. */
  async standIns(bodyId: string, personId: string | null, slice: Slice): Promise<StandInView[]> {
    const all = `SELECT ${STAND_IN} FROM stand_in WHERE body_id = $1 AND ($2::text IS NULL OR $2 IN (person_id, stand_in_id))`;
    return this.list(bodyId, all, personId, slice);
  }

  async standIn(bodyId: string, id: string): Promise<StandInView | null> {
    return this.one(bodyId, `SELECT ${STAND_IN} FROM stand_in WHERE body_id = $1 AND id = $2`, id);
  }

  /** Without secrets, which nobody has; with those that are revoked or expired. */
  async tokens(bodyId: string, personId: string | null, slice: Slice): Promise<TokenView[]> {
    return this.list(
      bodyId,
      `SELECT ${TOKEN} FROM api_token WHERE body_id = $1 AND person_id = coalesce($2, person_id)`,
      personId,
      slice,
    );
  }

  async token(bodyId: string, id: string): Promise<TokenView | null> {
    return this.one(bodyId, `SELECT ${TOKEN} FROM api_token WHERE body_id = $1 AND id = $2`, id);
  }

  private async list<Row>(
    bodyId: string,
    sql: string,
    personId: string | null,
    { after, rows }: Slice,
  ): Promise<Row[]> {
    const page = `${sql} AND id > $3::uuid ORDER BY id LIMIT $4`;
    return this.database.read(bodyId, (em) => em.query<Row[]>(page, [bodyId, personId, after?.[0] ?? FIRST, rows]));
  }

  private async one<Row>(bodyId: string, sql: string, id: string): Promise<Row | null> {
    const [row] = await this.database.read(bodyId, (em) => em.query<Row[]>(sql, [bodyId, id]));
    return row ?? null;
  }
}
