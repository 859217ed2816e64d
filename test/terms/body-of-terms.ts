import { DataSource } from 'typeorm';
import type { CalendarDefinition } from '../../src/engine/time/calendar.js';
import type { Refused } from '../../src/engine/decision.js';
import type { RotationCommand } from '../../src/engine/terms/rotation.js';
import type { TermCommand } from '../../src/engine/terms/term-moves.js';
import type { TermDraft } from '../../src/engine/terms/term.js';
import { CreateBody } from '../../src/people/create-body.js';
import { PEOPLE_ENTITIES } from '../../src/people/people.entity.js';
import { dataSourceOptions } from '../../src/storage/data-source.js';
import { Database } from '../../src/storage/database.js';
import { ApplyRotation, type RotationReceipt } from '../../src/terms/apply-rotation.js';
import { ChangeTerm, type TermReceipt } from '../../src/terms/change-term.js';
import { PreviewRotation } from '../../src/terms/preview-rotation.js';
import { ProposeTerm } from '../../src/terms/propose-term.js';
import { loadTerms, type VersionedTerm } from '../../src/terms/term-rows.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { must } from '../support/rabat.js';
import { databaseDigest, type Whose } from '../support/database-digest.js';
import { readProjectFile } from '../support/project-file.js';

/** Members of every body here; each has an office with a lead and a delegate, `be-lead`, `be-delegate` and so on. */
export const MEMBERS = ['BE', 'BF', 'FR', 'GQ', 'ES', 'MA', 'PT', 'NG'];
export const BODY = 'dialogue';

/** A database with a clock that can be set, and bodies in it that have members and people but no terms yet. */
export class TermsDatabase {
  private constructor(
    readonly url: string,
    readonly dataSource: DataSource,
    readonly database: Database,
    private readonly fresh: FreshDatabase,
  ) {}

  /** With the body `dialogue`, on this day at noon in its zone, UTC. */
  static async open(day = '2020-01-01'): Promise<TermsDatabase> {
    const fresh = await freshDatabase('demo');
    const options = dataSourceOptions(fresh.url, PEOPLE_ENTITIES, 10, () => undefined);
    const dataSource = await new DataSource(options).initialize();
    const opened = new TermsDatabase(fresh.url, dataSource, new Database(dataSource), fresh);
    await opened.setClock(`${day}T12:00:00Z`);
    await opened.addBody(BODY);
    return opened;
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.fresh.drop();
  }

  async setClock(at: string): Promise<void> {
    await this.dataSource.query('UPDATE installation SET clock_stands_at = $1', [at]);
  }

  async addBody(id: string, zone = 'UTC', members: readonly string[] = MEMBERS): Promise<void> {
    const offices = members.map((member) => ({
      id: `${member.toLowerCase()}-office`,
      memberId: member,
      name: `Ministry of ${member}`,
      calendarId: 'AT',
    }));
    const seats = [
      ...offices.flatMap((office) => (['lead', 'delegate'] as const).map((role) => [office, role] as const)),
      ...(['sec', 'sec-2'] as const).map((person) => [{ id: 'sec-office', memberId: null }, person] as const),
      [{ id: 'sec-office', memberId: null }, 'observer'] as const,
    ].map(([office, what]) => ({
      id: office.memberId === null ? what : `${office.memberId.toLowerCase()}-${what}`,
      officeId: office.id,
      role: what === 'sec' || what === 'sec-2' ? ('secretariat' as const) : what,
    }));
    must(
      await new CreateBody(this.database).execute({
        id,
        name: `The ${id}`,
        shortName: id,
        zone,
        boundary: 'shared_day',
        secretariatName: 'Secretariat',
        secretariatCalendarId: 'AT',
        facts: {},
        calendars: [readJson('config/calendars/AT.json') as CalendarDefinition],
        members: members.map((member) => ({
          id: member,
          name: `Republic of ${member}`,
          rotationGroup: null,
          status: 'partner',
          calendarId: null,
        })),
        offices: [...offices, { id: 'sec-office', memberId: null, name: 'Secretariat', calendarId: 'AT' }],
        people: seats.map((seat) => ({
          id: seat.id,
          officeId: seat.officeId,
          name: seat.id,
          mail: `${seat.id}@${id}.example`,
          language: 'en',
        })),
        roles: seats.map((seat) => ({ personId: seat.id, role: seat.role, fromDay: '2000-01-01', untilDay: null })),
      }),
    );
  }

  /** Proposes a term as the secretariat. */
  async propose(draft: TermDraft, body = BODY): Promise<TermReceipt> {
    return must(await this.tryToPropose('sec', draft, body));
  }

  async tryToPropose(person: string, draft: TermDraft, body = BODY): ReturnType<ProposeTerm['execute']> {
    return new ProposeTerm(this.database).execute(body, person, draft);
  }

  async move(termId: string, command: TermCommand, body = BODY): Promise<TermReceipt> {
    return must(await this.tryToMove('sec', termId, command, body));
  }

  /** Asks for a move on the strength of the present version; of version 1 where there is no such term. */
  async tryToMove(
    person: string,
    termId: string,
    command: TermCommand,
    body = BODY,
  ): ReturnType<ChangeTerm['execute']> {
    const expectedVersion = (await this.terms(body)).find(({ id }) => id === termId)?.version ?? 1;
    const request = { bodyId: body, termId, personId: person, expectedVersion };
    return new ChangeTerm(this.database).execute(request, command);
  }

  /** Previews an operation and applies it. */
  async operate(command: RotationCommand, body = BODY): Promise<RotationReceipt> {
    return must(await this.tryToOperate('sec', command, body));
  }

  async tryToOperate(person: string, command: RotationCommand, body = BODY): Promise<RotationReceipt | Refused | null> {
    const preview = await new PreviewRotation(this.database).execute(body, person, command);
    if (preview === null || 'gates' in preview) return preview;
    return new ApplyRotation(this.database).execute(body, person, command, preview.token);
  }

  /** Confirmed terms of half a year each, end to end from January 2020 on, the first of them serving from that day. */
  async serveInTurn(holders: readonly string[], body = BODY): Promise<void> {
    for (const [at, holder] of holders.entries()) {
      const half = (step: number): string =>
        `${String(2020 + Math.floor(step / 2))}-${step % 2 === 0 ? '01' : '07'}-01`;
      const id = `t${String(at)}-${holder.toLowerCase()}`;
      await this.propose(draft(id, [holder], half(at), half(at + 1)), body);
      await this.move(id, { move: 'confirm' }, body);
      if (at === 0) await this.move(id, { move: 'start', on: half(0) }, body);
    }
  }

  async terms(body = BODY): Promise<VersionedTerm[]> {
    return this.database.read(body, (em) => loadTerms(em, body));
  }

  async term(id: string, body = BODY): Promise<VersionedTerm> {
    const found = (await this.terms(body)).find((term) => term.id === id);
    if (found === undefined) throw new Error(`No term ${id}`);
    return found;
  }

  /** Rows of a body, read past every use case. */
  async rows(sql: string, values: unknown[] = [], body = BODY): Promise<Record<string, unknown>[]> {
    return this.database.read(body, (em) => em.query(sql, values));
  }

  /** Who is owed what about terms: each person once per message. */
  async told(body = BODY): Promise<string[]> {
    const rows = await this.rows(
      'SELECT recipient_id, kind, subject FROM notification WHERE body_id = $1 ORDER BY due_at, kind, subject, recipient_id',
      [body],
      body,
    );
    return rows.map(
      ({ recipient_id: person, kind, subject }) => `${String(person)} ${String(kind)} ${String(subject)}`,
    );
  }

  /** Everything in the database, or in one body or all others, to the byte. */
  async digest(whose: Whose = 'all'): Promise<string> {
    return databaseDigest(this.url, whose);
  }
}

export const grounds = { reason: 'The committee agreed', decidedBy: 'Minutes 12, item 4' };

/** A regular term in shared-day style. */
export function draft(id: string, holders: readonly string[], start: string | null, end: string | null): TermDraft {
  const planned = { start, end };
  return { id, holders, kind: 'regular', planned, boundary: 'shared_day', label: null, sources: [] };
}

/** Codes of the gates of what must be a refusal. */
export function gatesOf(result: unknown): readonly string[] {
  if (typeof result !== 'object' || result === null || !('gates' in result)) {
    throw new Error(`Not refused: ${JSON.stringify(result)}`);
  }
  return (result as Refused).gates.map(({ code }) => code);
}

export function readJson(path: string): unknown {
  return JSON.parse(readProjectFile(path));
}
