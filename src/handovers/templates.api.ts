import { Controller, Get, Param, Post } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { Caller } from '../api/caller.js';
import { Described } from '../api/described.js';
import { JsonDocument, refuseProblems } from '../api/json-document.js';
import { May } from '../api/may.js';
import { BODY_PATH } from '../api/paths.js';
import { ApiTags } from '../api/swagger.js';
import { TakesUpTo } from '../api/takes-up-to.js';
import { templateProblems, type Template } from '../engine/tasks/template.js';
import { Database } from '../storage/database.js';
import { AddTemplate, type TemplateReceipt } from './add-template.js';

const TWO_MEBIBYTES = 2 * 1024 * 1024;

/** Templates of checklists; each version stays as it was added. */
@ApiTags('Templates')
@Controller(`${BODY_PATH}/templates`)
export class TemplatesApi {
  constructor(
    private readonly database: Database,
    private readonly addTemplate: AddTemplate,
  ) {}

  @Get()
  @May('template.read')
  @Described('List the templates and their versions', 'json')
  async list(@Caller() { bodyId }: Caller): Promise<{ readonly items: readonly object[] }> {
    const items: object[] = await this.database.read(bodyId, (em) =>
      em.query(
        `SELECT id, version AS "templateVersion", content->'template'->>'title' AS title, iso_instant(added_at) AS "addedAt",
           jsonb_array_length(content->'items') AS tasks
         FROM template WHERE body_id = $1 ORDER BY id, added_at, version LIMIT 500`,
        [bodyId],
      ),
    );
    return { items };
  }

  @Get(':template/:version')
  @May('template.read')
  @Described('Read one version of a template', 'json')
  async read(
    @Caller() { bodyId }: Caller,
    @Param('template') id: string,
    @Param('version') version: string,
  ): Promise<Template> {
    const [row]: { content: Template }[] = await this.database.read(bodyId, (em) =>
      em.query('SELECT content FROM template WHERE body_id = $1 AND id = $2 AND version = $3', [bodyId, id, version]),
    );
    return answer(row?.content ?? null);
  }

  @Post()
  @TakesUpTo(TWO_MEBIBYTES)
  @May('template.add')
  @Described('Add a version of a template', 'json', 'Every problem of the document is listed with its path.')
  async add(@Caller() caller: Caller, @JsonDocument() sent: unknown): Promise<TemplateReceipt> {
    refuseProblems(templateProblems(sent));
    return answer(await this.addTemplate.execute(caller.bodyId, caller.personId, sent as Template));
  }
}
