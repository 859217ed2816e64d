import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { OpenToAll } from '../../api/may.js';
import { HttpProblem } from '../../api/problem.js';
import { check, TypedForm, type FieldErrors, type Typed } from '../../web/form.js';
import { Page, Pages } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { keepHalf, readBrowser } from '../../web/session.js';
import { GoTo, show, showAgain, View } from '../../web/view.js';
import { findPeopleOf } from './find-people-of.js';
import { HalfSessions } from './half-sessions.js';
import { ProveAddress, type LinkStanding, type ProvedAddress } from './prove-address.js';
import { CodeForm } from './sign-in.forms.js';
import { LinkPage } from './views/link-page.js';
import { LinkSentPage } from './views/link-sent-page.js';

const STATUS: Readonly<Record<LinkStanding, number>> = { ready: 200, other_browser: 403, gone: 410 };

/** The link and the code of a mail. */
@Pages()
@Controller('sign-in')
export class SignInLinkPages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proveAddress: ProveAddress,
    private readonly halves: HalfSessions,
  ) {}

  /** Shows a button and changes nothing: mail programs open links before their readers do. */
  @Get('link/:secret')
  @OpenToAll()
  async look(@Page() page: Page, @Param('secret') secret: string, @Req() request: FastifyRequest): Promise<View> {
    const standing = await this.proveAddress.look(secret, readBrowser(request));
    return shown(page, standing, secret);
  }

  @Post('link')
  @OpenToAll()
  async use(
    @Page() page: Page,
    @TypedForm() { secret = '' }: Typed,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoTo | View> {
    const browser = readBrowser(request);
    const proved = browser === null ? null : await this.proveAddress.byLink(secret, browser);
    if (proved !== null) return this.goOn(page, proved, reply);
    const standing = await this.proveAddress.look(secret, browser);
    return shown(page, standing === 'ready' ? 'gone' : standing, secret);
  }

  @Post('code')
  @OpenToAll()
  async code(
    @Page() page: Page,
    @TypedForm() typed: Typed,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoTo | View> {
    const browser = readBrowser(request);
    if (browser === null) throw new HttpProblem('form.foreign');
    const address = await this.proveAddress.awaited(browser);
    if (address === null) return new GoTo(paths.signIn, { kind: 'info', text: page.texts.signIn.tooLong });
    const again = (errors: FieldErrors): View =>
      showAgain(<LinkSentPage page={page} address={address} errors={errors} />);
    const { form, errors } = check(CodeForm, { ...typed, code: (typed.code ?? '').replace(/\s/g, '') });
    if (form === null) return again(errors);
    const proved = await this.proveAddress.byCode(form.code, browser, request.ip);
    if (proved === null) return again({ code: 'code' });
    if ('wait' in proved) throw new HttpProblem('rate.exceeded', { retryAfter: proved.wait });
    return this.goOn(page, proved, reply);
  }

  /** On to the second factor: the address alone opens nothing else. */
  private async goOn(page: Page, { address, next }: ProvedAddress, reply: FastifyReply): Promise<GoTo> {
    const people = await findPeopleOf(this.dataSource, address);
    if (people.length === 0) return new GoTo(paths.signIn, { kind: 'info', text: page.texts.signIn.nobody });
    keepHalf(reply, await this.halves.begin(people, 'sign_in', next));
    return new GoTo(paths.signInBodies);
  }
}

function shown(page: Page, standing: LinkStanding, secret: string): View {
  const element = <LinkPage page={page} standing={standing} secret={secret} />;
  return standing === 'ready' ? show(element) : new View(element, STATUS[standing]);
}
