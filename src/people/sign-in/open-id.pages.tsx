import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../../api/may.js';
import { HttpProblem } from '../../api/problem.js';
import { readCookie, setCookie } from '../../web/cookies.js';
import { ownAddress } from '../../web/own-address.js';
import { Page, Pages } from '../../web/page.js';
import { enterSession } from '../../web/session.js';
import { GoTo, View } from '../../web/view.js';
import { browserOf } from './browser-then.views.js';
import { CompleteSignIn } from './complete-sign-in.js';
import { OpenIdProvider, type OpenIdJourney, type OpenIdTrouble } from './open-id-provider.js';
import { ReachPerson } from './reach-person.js';
import { SecretKey } from './secret-key.js';
import { AddressQuery } from './sign-in.forms.js';
import { OpenIdTroublePage } from './views/open-id-trouble-page.js';

const COOKIE = 'openid';
/** Seconds that somebody may take at their organisation. */
const LONGEST = 10 * 60;

const STATUS: Readonly<Record<OpenIdTrouble, number>> = {
  unreachable: 503,
  refused: 403,
  unproved: 403,
  weak: 403,
  unverified: 403,
  unknown: 403,
};

/** Signing in through one's organisation, where the installation has an OpenID provider. */
@Pages()
@Controller('sign-in/openid')
export class OpenIdPages {
  constructor(
    private readonly provider: OpenIdProvider,
    private readonly key: SecretKey,
    private readonly reachPerson: ReachPerson,
    private readonly complete: CompleteSignIn,
  ) {}

  /** Sends the browser there. What it has to bring back is sealed into a cookie, so that nothing is kept here meanwhile. */
  @Get()
  @OpenToAll()
  async begin(
    @Page() page: Page,
    @Query() { next }: AddressQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoTo | View> {
    if (!this.provider.isOffered) throw new HttpProblem('not_found');
    const begun = await this.provider.begin(ownAddress(next));
    if (begun === null) return trouble(page, 'unreachable');
    const kept = JSON.stringify({ ...begun.journey, until: Date.now() + LONGEST * 1_000 });
    setCookie(reply, COOKIE, await this.key.seal('openid', COOKIE, kept), { maxAge: LONGEST });
    return new GoTo(begun.address);
  }

  /** The body's person with the address that the provider vouches for, and no other, is signed in. */
  @Get('callback')
  @OpenToAll()
  async back(
    @Page() page: Page,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoTo | View> {
    if (!this.provider.isOffered) throw new HttpProblem('not_found');
    const journey = await this.journeyOf(request);
    setCookie(reply, COOKIE, '');
    if (journey === null) return trouble(page, 'unproved');
    const start = request.url.indexOf('?');
    const answer = await this.provider.end(journey, start === -1 ? '' : request.url.slice(start));
    if ('trouble' in answer) return trouble(page, answer.trouble);
    const [person, ...others] = await this.reachPerson.byMail(this.provider.bodyId, answer.mail);
    if (person === undefined || others.length > 0) return trouble(page, 'unknown');
    const secret = await this.complete.openFor(person, 'openid', browserOf(request));
    if (secret === null) return trouble(page, 'unknown');
    enterSession(reply, secret);
    return new GoTo(journey.next);
  }

  private async journeyOf(request: FastifyRequest): Promise<OpenIdJourney | null> {
    const sealed = readCookie(request, COOKIE);
    const opened = sealed === null ? null : await this.key.open('openid', COOKIE, sealed);
    if (opened === null) return null;
    const journey = JSON.parse(opened) as OpenIdJourney & { readonly until: number };
    return journey.until > Date.now() ? journey : null;
  }
}

function trouble(page: Page, what: OpenIdTrouble): View {
  return new View(<OpenIdTroublePage page={page} trouble={what} />, STATUS[what]);
}
