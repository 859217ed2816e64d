import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../../api/may.js';
import { HttpProblem } from '../../api/problem.js';
import { check, TypedForm, type FieldErrors, type Typed } from '../../web/form.js';
import { Page, Pages } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { enterSession, readHalf } from '../../web/session.js';
import { done, GoTo, show, showAgain, type View } from '../../web/view.js';
import type { Means } from '../open-session.js';
import { AddSecondFactor, type FactorAdded } from './add-second-factor.js';
import { browserOf } from './browser-then.views.js';
import { CompleteSignIn } from './complete-sign-in.js';
import { HalfSessions, type HalfSession } from './half-sessions.js';
import { passkeyAnswer } from './passkey-answer.js';
import { relyingPartyOf } from './relying-party.js';
import { SecondFactorsQueries } from './second-factors.queries.js';
import { CodeForm, PasskeyForm } from './sign-in.forms.js';
import { totpAddress } from './totp-code.js';
import { Tries } from './tries.js';
import { AddFactorPage } from './views/add-factor-page.js';
import { RecoveryCodesPage } from './views/recovery-codes-page.js';

/** Who adds a factor, and with what they all may be signed in afterwards. */
interface Adding {
  readonly half: HalfSession;
  readonly halves: readonly HalfSession[];
}

/** Setting up a second factor: at the first visit after the link, and later from the settings. */
@Pages()
@Controller('sign-in/add/:body')
export class AddFactorPages {
  constructor(
    private readonly halves: HalfSessions,
    private readonly factors: SecondFactorsQueries,
    private readonly addFactor: AddSecondFactor,
    private readonly tries: Tries,
    private readonly complete: CompleteSignIn,
  ) {}

  @Get()
  @OpenToAll()
  async look(@Page() page: Page, @Param('body') bodyId: string, @Req() request: FastifyRequest): Promise<GoTo | View> {
    const adding = await this.addingIn(request, bodyId);
    return adding === null ? elsewhere(page) : show(await this.page(page, adding.half, request, {}));
  }

  /** The first code of a new app shows that it was set up right. */
  @Post('app')
  @OpenToAll()
  async app(
    @Page() page: Page,
    @Param('body') bodyId: string,
    @TypedForm() typed: Typed,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoTo | View> {
    const adding = await this.addingIn(request, bodyId);
    if (adding === null) return elsewhere(page);
    const { form, errors } = check(CodeForm, { ...typed, code: (typed.code ?? '').replace(/\s/g, '') });
    if (form === null) return showAgain(await this.page(page, adding.half, request, errors));
    const added = await this.counted(adding, request, () => this.addFactor.addTotp(adding.half, form.code));
    if (added === null) return showAgain(await this.page(page, adding.half, request, { code: 'code' }));
    return this.enter(page, adding, 'totp', added, request, reply);
  }

  @Post('passkey')
  @OpenToAll()
  async passkey(
    @Page() page: Page,
    @Param('body') bodyId: string,
    @TypedForm() typed: Typed,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoTo | View> {
    const adding = await this.addingIn(request, bodyId);
    if (adding === null) return elsewhere(page);
    const { form } = check(PasskeyForm, typed);
    const answer = form === null ? null : passkeyAnswer(form.answer);
    const party = relyingPartyOf(request.server.publicOrigin, request.headers.host ?? '');
    const added =
      answer === null || party === null
        ? null
        : await this.counted(adding, request, () => this.addFactor.addPasskey(adding.half, party, answer));
    if (added === null) return showAgain(await this.page(page, adding.half, request, { passkey: 'code' }));
    return this.enter(page, adding, 'passkey', added, request, reply);
  }

  private async counted(
    { half }: Adding,
    request: FastifyRequest,
    add: () => Promise<FactorAdded | null>,
  ): Promise<FactorAdded | null> {
    const noted = await this.tries.noteBoth('proof', `${half.bodyId} ${half.personId}`, request.ip);
    if ('wait' in noted) throw new HttpProblem('rate.exceeded', { retryAfter: noted.wait });
    const added = await add();
    if (added !== null) await noted.giveBack();
    return added;
  }

  /** Recovery codes are in this one answer and nowhere else. */
  private async enter(
    page: Page,
    { half, halves }: Adding,
    means: Means,
    { recoveryCodes }: FactorAdded,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<GoTo | View> {
    const secret = await this.complete.execute(half, halves, means, browserOf(request));
    if (secret === null) return elsewhere(page);
    enterSession(reply, secret);
    if (recoveryCodes.length === 0) return done(half.next, page.texts.signIn.add.added);
    return show(<RecoveryCodesPage page={page} codes={recoveryCodes} next={half.next} />);
  }

  private async page(page: Page, half: HalfSession, request: FastifyRequest, errors: FieldErrors) {
    const { totp } = await this.factors.of(half.bodyId, half.personId);
    const secret = totp === null ? await this.addFactor.newTotp(half) : null;
    const app = secret === null ? null : { secret, address: totpAddress(secret, `${half.mail} (${half.bodyName})`) };
    const party = relyingPartyOf(request.server.publicOrigin, request.headers.host ?? '');
    const asked = party === null ? null : await this.addFactor.askForPasskey(half, party);
    return <AddFactorPage page={page} half={half} app={app} asked={asked} errors={errors} />;
  }

  private async addingIn(request: FastifyRequest, bodyId: string): Promise<Adding | null> {
    const halves = await this.halves.find(readHalf(request));
    const half = halves.find((each) => each.bodyId === bodyId);
    return half !== undefined && (await this.addFactor.isOpenTo(half)) ? { half, halves } : null;
  }
}

/** Whoever may not add one has one already, and is asked for that; or it took too long. */
function elsewhere(page: Page): GoTo {
  return new GoTo(paths.signInBodies, { kind: 'info', text: page.texts.signIn.tooLong });
}
