import { Controller, Get, Inject, Optional, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isPageLanguage } from '../../config/languages/pages.js';
import { May, OpenToAll } from '../api/may.js';
import { HttpProblem } from '../api/problem.js';
import { setCookie } from '../web/cookies.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { LANGUAGE_COOKIE } from '../web/page-request.js';
import { ownAddress } from '../web/own-address.js';
import { paths } from '../web/paths.js';
import { forgetSession } from '../web/session.js';
import { done, GoTo, show, type View } from '../web/view.js';
import { AddressQuery } from './sign-in.forms.js';
import { EndSession } from './end-session.js';
import { OFFERED_PEOPLE, type OfferedPeople } from './offered-people.js';
import { SignInPage } from './views/sign-in-page.js';

const YEAR = 365 * 24 * 3_600;

/** Signing in and out, and the language of pages. */
@Pages()
@Controller()
export class SignInPages {
  constructor(
    private readonly endSession: EndSession,
    @Optional() @Inject(OFFERED_PEOPLE) private readonly offered: OfferedPeople | null,
  ) {}

  @Get('sign-in')
  @OpenToAll()
  async signIn(@Page() page: Page, @Query() { next }: AddressQuery): Promise<View> {
    const people = (await this.offered?.list()) ?? [];
    return show(<SignInPage page={page} people={people} next={ownAddress(next)} />);
  }

  @Post('sign-out')
  @May('me.read')
  async signOut(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoTo> {
    await this.endSession.execute(viewer, viewer.sessionId);
    forgetSession(reply);
    return done(paths.signIn, page.texts.signIn.signedOut);
  }

  /** A preference and no more: whoever is sent here by another site reads the same page in another language. */
  @Get('language/:language')
  @OpenToAll()
  language(
    @Param('language') language: string,
    @Query() { back }: AddressQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Req() request: FastifyRequest,
  ): GoTo {
    if (!isPageLanguage(language) || request.method !== 'GET') throw new HttpProblem('not_found');
    setCookie(reply, LANGUAGE_COOKIE, language, { maxAge: YEAR });
    return new GoTo(ownAddress(back));
  }
}
