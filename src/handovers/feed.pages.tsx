import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOCALES, textsOf } from '../../config/languages/pages.js';
import { OpenToAll } from '../api/may.js';
import { HttpProblem } from '../api/problem.js';
import { Database, isRefused } from '../storage/database.js';
import { Pages } from '../web/page.js';
import { findFeedFacts } from './feed.queries.js';
import { FindFeed } from './find-feed.js';
import { readHandover } from './read-handover.js';

const FILE = /^(.{1,100})\.ics$/;

/** The dates of a handover for calendar programs, which cannot sign in: whoever knows the address may read. */
@Pages()
@Controller('feeds')
export class FeedPages {
  constructor(
    private readonly findFeed: FindFeed,
    private readonly database: Database,
  ) {}

  /** An address that is unknown or revoked, or whose person may not read the handover any more, is not there. */
  @Get(':file')
  @OpenToAll()
  async feed(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reader = await this.findFeed.execute(FILE.exec(file)?.[1] ?? '');
    if (reader === null) throw new HttpProblem('not_found');
    const { caller, handoverId, language } = reader;
    const facts = await readHandover(this.database, caller, handoverId, (em) =>
      findFeedFacts(em, caller.bodyId, handoverId, caller.personId),
    );
    if (facts === null || isRefused(facts)) throw new HttpProblem('not_found');
    const origin = request.server.publicOrigin;
    const speaker = { language, locale: LOCALES[language], texts: textsOf(language), origin };
    // What writes calendars makes a start longer, and few read feeds.
    const { feedCalendar } = await import('./views/feed-calendar.js');
    const content = feedCalendar(facts, caller.bodyId, speaker);
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
    reply.header('etag', etag).header('cache-control', 'private, no-cache').header('x-robots-tag', 'noindex');
    if (isKnown(request.headers['if-none-match'], etag)) {
      await reply.status(304).send();
      return;
    }
    await reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-language', language)
      .header('content-disposition', 'inline; filename="handover.ics"')
      .send(content);
  }
}

/** Compared weakly, as RFC 9110 asks for. */
function isKnown(sent: string | undefined, etag: string): boolean {
  return sent?.split(',').some((each) => ['*', etag].includes(each.trim().replace(/^W\//, ''))) ?? false;
}
