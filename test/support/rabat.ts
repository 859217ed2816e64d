import { DataSource } from 'typeorm';
import type { Template } from '../../src/engine/tasks/template.js';
import { AddTemplate } from '../../src/handovers/add-template.js';
import { AddMeeting } from '../../src/handovers/add-meeting.js';
import { ChangeTask, type TaskReceipt } from '../../src/handovers/change-task.js';
import { CreateHandover } from '../../src/handovers/create-handover.js';
import { HANDOVER_ENTITIES } from '../../src/handovers/handovers.entity.js';
import { MoveHandover } from '../../src/handovers/move-handover.js';
import { contentOfSection } from '../../src/handovers/section-content.queries.js';
import { ChangeSection } from '../../src/packs/review/change-section.js';
import type { SectionCommand } from '../../src/engine/handovers/section.js';
import type { HandoverCommand } from '../../src/engine/handovers/handover.js';
import type { TaskCommand } from '../../src/engine/tasks/task.js';
import { dataSourceOptions } from '../../src/storage/data-source.js';
import { Database, isRefused } from '../../src/storage/database.js';
import { freshDatabase, type FreshDatabase } from './database.js';
import { readProjectFile } from './project-file.js';

/** The body of most tests, and the one beside it that must never be seen. */
export const RABAT = 'rabat-process';
export const HANDOVER = '2024-pt';

/** What a lead signs, where it does not matter what it says. */
export const SIGN: HandoverCommand = {
  move: 'sign',
  declaration: { text: 'The chair passes. I confirm.', language: 'en', rank: 'Director General', name: 'Somebody' },
};

/** People by what they are: `ma-lead` leads the outgoing chair's team, and so on. */
export const PEOPLE = {
  'ma-lead': ['ma-office', 'lead'],
  'ma-delegate': ['ma-office', 'delegate'],
  'pt-lead': ['pt-office', 'lead'],
  'pt-delegate': ['pt-office', 'delegate'],
  sec: ['sec-office', 'secretariat'],
  'sec-2': ['sec-office', 'secretariat'],
  watcher: ['sec-office', 'observer'],
  'es-delegate': ['es-office', 'delegate'],
} as const;
export type PersonId = keyof typeof PEOPLE;

/** The handover from Morocco to Portugal in a database of its own, as it is planned on a day of 2023. */
export class RabatHandover {
  private constructor(
    readonly url: string,
    readonly dataSource: DataSource,
    readonly database: Database,
    private readonly drop: () => Promise<void>,
  ) {}

  /**
   * @param at the virtual time at which everything is set up.
   * @param database a migrated, empty demo of a server of one's own; one on the server of all tests when not given.
   */
  static async plannedAt(at: string, database?: FreshDatabase): Promise<RabatHandover> {
    const { url, drop } = database ?? (await freshDatabase('demo'));
    const options = dataSourceOptions(url, HANDOVER_ENTITIES, 10, () => undefined);
    const dataSource = await new DataSource(options).initialize();
    const rabat = new RabatHandover(url, dataSource, new Database(dataSource), drop);
    await rabat.setClock(at);
    await rabat.addBody(RABAT);
    await rabat.createHandover(RABAT);
    return rabat;
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.drop();
  }

  /** Sets the one clock of the database. */
  async setClock(at: string): Promise<void> {
    await this.dataSource.query('UPDATE installation SET clock_stands_at = $1', [at]);
  }

  /** A body with calendars, members, people, and the terms of Morocco (serving) and Portugal (confirmed). */
  async addBody(body: string): Promise<void> {
    const calendars = ['MA', 'PT', 'AT', 'ES'].map((id) => readJson(`config/calendars/${id}.json`));
    await this.database.change(body, async (em) => {
      await em.query(
        `INSERT INTO body (id, name, short_name, zone, boundary, secretariat_name, secretariat_calendar_id)
         VALUES ($1, 'Rabat Process', 'Rabat', 'Africa/Casablanca', 'shared_day', 'Secretariat', 'AT')`,
        [body],
      );
      await em.query(
        `INSERT INTO calendar (body_id, id, definition) SELECT $1, c->>'id', c FROM jsonb_array_elements($2) AS c`,
        [body, JSON.stringify(calendars)],
      );
      await em.query(
        `INSERT INTO member (body_id, id, name, rotation_group, calendar_id)
         VALUES ($1, 'MA', 'Morocco', 'Africa', 'MA'), ($1, 'PT', 'Portugal', 'Europe', 'PT'), ($1, 'ES', 'Spain', 'Europe', 'ES')`,
        [body],
      );
      await em.query(
        `INSERT INTO office (body_id, id, member_id, name, calendar_id) VALUES ($1, 'ma-office', 'MA', 'Ministry', 'MA'),
           ($1, 'pt-office', 'PT', 'Agency', 'PT'), ($1, 'es-office', 'ES', 'Ministry', 'ES'), ($1, 'sec-office', NULL, 'Secretariat', 'AT')`,
        [body],
      );
      for (const [id, [office, role]] of Object.entries(PEOPLE)) {
        const mail = `${id}@${body}.example`;
        await em.query(
          'INSERT INTO person (body_id, id, office_id, name, mail, language) VALUES ($1, $2, $3, $6, $4, $5)',
          [body, id, office, mail, id.startsWith('pt') ? 'pt' : id.startsWith('ma') ? 'fr' : 'en', id],
        );
        await em.query(
          `INSERT INTO role_grant (body_id, id, person_id, role, from_day) VALUES ($1, gen_random_uuid(), $2, $3, '2020-01-01')`,
          [body, id, role],
        );
      }
      await em.query(`INSERT INTO account (body_id, stream) VALUES ($1, 'body')`, [body]);
      await em.query(
        `INSERT INTO term (body_id, id, kind, state, position, planned_start, planned_end, effective_start, boundary, certainty, chair_from)
         VALUES ($1, '2022-ma', 'regular', 'serving', 1, '2022-12-14', '2024-01-31', '2022-12-14', 'shared_day', 'confirmed', '2022-12-14T00:00Z'),
           ($1, '2024-pt', 'regular', 'confirmed', 2, '2024-02-01', '2025-01-31', NULL, 'shared_day', 'confirmed', NULL)`,
        [body],
      );
      await em.query(
        `INSERT INTO term_holder (body_id, term_id, member_id, position) VALUES ($1, '2022-ma', 'MA', 1), ($1, '2024-pt', 'PT', 1)`,
        [body],
      );
    });
  }

  /** The meeting of 31 January and 1 February 2024, the template of sixty tasks, and the handover made from it. */
  async createHandover(body: string): Promise<void> {
    const template = readJson('config/templates/rabat-som-handover.json') as Template;
    must(await new AddTemplate(this.database).execute(body, 'sec', template));
    must(
      await new AddMeeting(this.database).execute(body, 'sec', {
        id: 'som-2024-rabat',
        title: 'Senior Officials’ Meeting',
        type: 'som',
        place: 'Rabat',
        countryId: 'MA',
        startsOn: '2024-01-31',
        endsOn: '2024-02-01',
        status: 'announced',
        format: 'in_person',
      }),
    );
    must(
      await new CreateHandover(this.database).execute(body, 'sec', {
        id: HANDOVER,
        title: 'Morocco to Portugal',
        outgoingTermId: '2022-ma',
        incomingTermId: '2024-pt',
        meetingId: 'som-2024-rabat',
        templateId: template.template.id,
        templateVersion: template.template.version,
      }),
    );
  }

  /** Makes a move that is allowed, on the strength of the present version. */
  async task(taskId: string, personId: PersonId, command: TaskCommand): Promise<TaskReceipt> {
    return must(await this.tryTask(taskId, personId, command));
  }

  /** Asks for a move and gives the answer, whatever it is. */
  async tryTask(taskId: string, personId: PersonId, command: TaskCommand): ReturnType<ChangeTask['execute']> {
    const [row] = await this.rows('SELECT version FROM task WHERE body_id = $1 AND handover_id = $2 AND id = $3', [
      RABAT,
      HANDOVER,
      taskId,
    ]);
    const request = { bodyId: RABAT, handoverId: HANDOVER, taskId, personId, expectedVersion: Number(row?.version) };
    return new ChangeTask(this.database).execute(request, command);
  }

  /** Asks for a move of the handover on the strength of its present version. */
  async tryHandover(
    personId: PersonId,
    command: Parameters<MoveHandover['execute']>[1],
  ): ReturnType<MoveHandover['execute']> {
    const [row] = await this.rows('SELECT version FROM handover WHERE body_id = $1 AND id = $2', [RABAT, HANDOVER]);
    const request = { bodyId: RABAT, handoverId: HANDOVER, personId, expectedVersion: Number(row?.version) };
    return new MoveHandover(this.database).execute(request, command);
  }

  /** Lets the incoming chair have accepted every section as it is: how they get there is for the tests of the review. */
  async acceptSections(): Promise<void> {
    const sections = await this.rows('SELECT id FROM section WHERE handover_id = $1', [HANDOVER]);
    await this.database.change(RABAT, async (em) => {
      for (const { id } of sections) {
        const content = await contentOfSection(em, RABAT, HANDOVER, String(id));
        await em.query(
          `UPDATE section SET state = 'accepted', presented_sides = '{secretariat}', presented_persons = '{sec}',
             presented_content = $4, accepted_content = $4, decided_by = 'pt-delegate', decided_at = gavel_now(),
             review_due_on = NULL, review_look_at = NULL
           WHERE body_id = $1 AND handover_id = $2 AND id = $3`,
          [RABAT, HANDOVER, id, content],
        );
      }
    });
  }

  /** Asks for a move of a section on the strength of its present version. */
  async trySection(
    sectionId: string,
    personId: PersonId,
    command: SectionCommand,
  ): ReturnType<ChangeSection['execute']> {
    const key = [RABAT, HANDOVER, sectionId];
    const [row] = await this.rows(
      'SELECT version FROM section WHERE body_id = $1 AND handover_id = $2 AND id = $3',
      key,
    );
    const expectedVersion = Number(row?.version);
    const request = { bodyId: RABAT, handoverId: HANDOVER, sectionId, personId, expectedVersion };
    return new ChangeSection(this.database).execute(request, command);
  }

  /** Rows of the body of the handover, read past every use case. */
  async rows(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    return this.database.read(RABAT, (em) => em.query(sql, values));
  }
}

/** The answer, where the test expects it to be yes. */
export function must<T>(answer: T): Exclude<T, null | { refused: true }> {
  if (answer === null || isRefused(answer)) throw new Error(`Expected yes, was told ${JSON.stringify(answer)}`);
  return answer as Exclude<T, null | { refused: true }>;
}

function readJson(path: string): unknown {
  return JSON.parse(readProjectFile(path));
}
