import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { answer } from '../api/answer.js';
import { Caller } from '../api/caller.js';
import { Described } from '../api/described.js';
import { May } from '../api/may.js';
import { pageOf, PageQuery, windowOf, type Page } from '../api/paging.js';
import { BODY_PATH } from '../api/paths.js';
import { ApiTags } from '../api/swagger.js';
import { exportAccount, listAccount, type AccountLine } from '../audit/account.queries.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import { readHandover } from './read-handover.js';

/** Entries read at a time while an account is exported. */
const EXPORT_ROWS = 1000;

/** The account: who did what, when, why and under which rule. It is only ever added to, and each entry holds fast those before. */
@ApiTags('Account')
@Controller(BODY_PATH)
export class AccountApi {
  constructor(private readonly database: Database) {}

  @Get('handovers/:handover/account')
  @May('account.read')
  @Described('Read the account of a handover, oldest first', 'json')
  async ofHandover(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Query() query: PageQuery,
  ): Promise<Page<AccountLine>> {
    const window = windowOf(query, 'whole');
    const after = Number(window.after?.[0] ?? 0);
    const found = await readHandover(this.database, caller, handoverId, async (em, { inside }) => {
      const lines = await listAccount(em, caller.bodyId, handoverId, after, window.rows);
      return inside ? lines : lines.map((line) => ({ ...line, text: null }));
    });
    return pageOf(answer(found), window, ({ seq }) => [String(seq)]);
  }

  @Get('handovers/:handover/account/export')
  @May('account.export')
  @Described('Export the account of a handover, one JSON object a line, for checking without this service', 'json')
  async exportOfHandover(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    answer(await readHandover(this.database, caller, handoverId, () => Promise.resolve({})));
    void reply.header('content-type', 'application/x-ndjson; charset=utf-8');
    void reply.header('content-disposition', `attachment; filename="${handoverId}.account.ndjson"`);
    return Readable.from(this.lines(caller.bodyId, handoverId));
  }

  @Get('account')
  @May('account.read_body')
  @Described('Read the account of the body itself: people, terms, calendars', 'json')
  async ofBody(@Caller() { bodyId }: Caller, @Query() query: PageQuery): Promise<Page<AccountLine>> {
    const window = windowOf(query, 'whole');
    const after = Number(window.after?.[0] ?? 0);
    const lines = await this.database.read(bodyId, (em) => listAccount(em, bodyId, BODY_STREAM, after, window.rows));
    return pageOf(lines, window, ({ seq }) => [String(seq)]);
  }

  private async *lines(bodyId: string, stream: string): AsyncGenerator<string> {
    for (let after = 0; ;) {
      const entries = await this.database.read(bodyId, (em) => exportAccount(em, bodyId, stream, after, EXPORT_ROWS));
      for (const entry of entries) yield `${JSON.stringify(entry)}\n`;
      const last = entries.at(-1);
      if (last === undefined) return;
      after = last.seq;
    }
  }
}
