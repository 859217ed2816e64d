import { Controller, Get, Inject, Optional, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isPageLanguage } from '../../../config/languages/pages.js';
import { May, OpenToAll } from '../../api/may.js';
import { HttpProblem } from '../../api/problem.js';
import { setCookie } from '../../web/cookies.js';
import { check, TypedForm, type FieldErrors, type Typed } from '../../web/form.js';
import { ownAddress } from '../../web/own-address.js';
import { Page, Pages, Viewer } from '../../web/page.js';
import { LANGUAGE_COOKIE } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import { forgetSession, keepBrowser, readBrowser } from '../../web/session.js';
import { done, GoTo, show, showAgain, type View } from '../../web/view.js';
import { EndSession } from '../end-session.js';
import { OFFERED_PEOPLE, type OfferedPeople } from '../offered-people.js';
import { formTokenOf, newSessionSecret } from '../session-secret.js';
import { AskForLink } from './ask-for-link.js';
import { OpenIdProvider } from './open-id-provider.js';
import { ProveAddress } from './prove-address.js';
import { AddressQuery, MailForm } from './sign-in.forms.js';
import { LinkSentPage } from './views/link-sent-page.js';
import { SignInPage } from './views/sign-in-page.js';

const YEAR = 365 * 24 * 3_600;

/** Signing in with a mail address, signing out, and the language of pages. */
@Pages()
@Controller()
export class SignInPages {
  constructor(
    private readonly endSession: EndSession,
    private readonly askForLink: AskForLink,
    private readonly proveAddress: ProveAddress,
    private readonly openId: OpenIdProvider,
    @Optional() @Inject(OFFERED_PEOPLE) private readonly offered: OfferedPeople | null,
  ) {}

  /** Names the browser, so that the mail's link works in it alone. */
  @Get('sign-in')
  @OpenToAll()
  async signIn(
    @Page() page: Page,
    @Query() { next }: AddressQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<View> {
    const known = readBrowser(request);
    const browser = known ?? newSessionSecret();
    if (known === null) keepBrowser(reply, browser);
    const formToken = page.formToken === '' ? formTokenOf(browser) : page.formToken;
    return show(await this.form({ ...page, formToken }, ownAddress(next), {}, {}));
  }

  /** The answer is the same for every address, and goes out before it is looked up. */
  @Post('sign-in')
  @OpenToAll()
  async ask(@Page() page: Page, @TypedForm() typed: Typed, @Req() request: FastifyRequest): Promise<GoTo | View> {
    const browser = readBrowser(request);
    if (browser === null) throw new HttpProblem('form.foreign');
    const next = ownAddress(typed.next);
    const { form, errors } = check(MailForm, typed);
    if (form === null) return showAgain(await this.form(page, next, typed, errors));
    const tooMany = await this.askForLink.execute({ address: form.mail, browser, ip: request.ip, next });
    if (tooMany !== null) throw new HttpProblem('rate.exceeded', { retryAfter: tooMany.wait });
    return new GoTo(paths.signInSent);
  }

  @Get('sign-in/sent')
  @OpenToAll()
  async sent(@Page() page: Page, @Req() request: FastifyRequest): Promise<GoTo | View> {
    const browser = readBrowser(request);
    const address = browser === null ? null : await this.proveAddress.awaited(browser);
    if (address === null) return new GoTo(paths.signIn);
    return show(<LinkSentPage page={page} address={address} errors={{}} />);
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

  private async form(page: Page, next: string, typed: Typed, errors: FieldErrors) {
    const people = (await this.offered?.list()) ?? [];
    return (
      <SignInPage
        page={page}
        people={people}
        next={next}
        typed={typed}
        errors={errors}
        offersOpenId={this.openId.isOffered}
      />
    );
  }
}
