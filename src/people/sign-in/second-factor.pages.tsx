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
import { browserOf } from './browser-then.views.js';
import { CompleteSignIn } from './complete-sign-in.js';
import { HalfSessions, type HalfSession } from './half-sessions.js';
import { passkeyAnswer } from './passkey-answer.js';
import { ProvePasskey } from './prove-passkey.js';
import { ProveRecovery } from './prove-recovery.js';
import { ProveTotp } from './prove-totp.js';
import { relyingPartyOf, type RelyingParty } from './relying-party.js';
import { hasSecondFactor, SecondFactorsQueries } from './second-factors.queries.js';
import { CodeForm, PasskeyForm, RecoveryForm } from './sign-in.forms.js';
import { Tries } from './tries.js';
import { BodiesPage } from './views/bodies-page.js';
import { SecondFactorPage } from './views/second-factor-page.js';

/** The second factor: what a link alone opens, and nothing else. */
@Pages()
@Controller('sign-in/second-factor')
export class SecondFactorPages {
  constructor(
    private readonly halves: HalfSessions,
    private readonly factors: SecondFactorsQueries,
    private readonly tries: Tries,
    private readonly proveTotp: ProveTotp,
    private readonly provePasskey: ProvePasskey,
    private readonly proveRecovery: ProveRecovery,
    private readonly complete: CompleteSignIn,
  ) {}

  /** Whoever is known in several bodies chooses one: each has second factors of its own. */
  @Get()
  @OpenToAll()
  async choose(@Page() page: Page, @Req() request: FastifyRequest): Promise<GoTo | View> {
    const halves = await this.halves.find(readHalf(request));
    const [only, ...others] = halves;
    if (only === undefined) return tooLong(page);
    if (others.length === 0) return new GoTo(paths.secondFactor(only.bodyId));
    return show(<BodiesPage page={page} halves={halves} />);
  }

  @Get(':body')
  @OpenToAll()
  async look(@Page() page: Page, @Param('body') bodyId: string, @Req() request: FastifyRequest): Promise<GoTo | View> {
    const { half } = await this.halfOf(request, bodyId);
    if (half === null) return tooLong(page);
    if (!hasSecondFactor(await this.factors.of(half.bodyId, half.personId))) {
      return new GoTo(paths.addSecondFactor(half.bodyId));
    }
    return show(await this.page(page, half, request, {}));
  }

  @Post(':body/app')
  @OpenToAll()
  async app(
    @Page() page: Page,
    @Param('body') bodyId: string,
    @TypedForm() typed: Typed,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoTo | View> {
    const { form, errors } = check(CodeForm, { ...typed, code: (typed.code ?? '').replace(/\s/g, '') });
    return this.prove(page, bodyId, request, reply, 'totp', errors ?? { code: 'code' }, (half) =>
      form === null ? null : this.proveTotp.execute(half.bodyId, half.personId, form.code),
    );
  }

  @Post(':body/recovery')
  @OpenToAll()
  async recovery(
    @Page() page: Page,
    @Param('body') bodyId: string,
    @TypedForm() typed: Typed,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoTo | View> {
    const { form, errors } = check(RecoveryForm, typed);
    return this.prove(page, bodyId, request, reply, 'recovery', errors ?? { recovery: 'code' }, (half) =>
      form === null ? null : this.proveRecovery.execute(half, form.recovery),
    );
  }

  @Post(':body/passkey')
  @OpenToAll()
  async passkey(
    @Page() page: Page,
    @Param('body') bodyId: string,
    @TypedForm() typed: Typed,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoTo | View> {
    const { form } = check(PasskeyForm, typed);
    const answer = form === null ? null : passkeyAnswer(form.answer);
    const party = partyOf(request);
    return this.prove(page, bodyId, request, reply, 'passkey', { passkey: 'code' }, (half) =>
      answer === null || party === null ? null : this.provePasskey.execute(half, party, answer),
    );
  }

  /** @param attempt null where what was sent cannot be right: that counts as no try. */
  private async prove(
    page: Page,
    bodyId: string,
    request: FastifyRequest,
    reply: FastifyReply,
    means: Means,
    errors: FieldErrors,
    attempt: (half: HalfSession) => Promise<boolean> | null,
  ): Promise<GoTo | View> {
    const { half, halves } = await this.halfOf(request, bodyId);
    if (half === null) return tooLong(page);
    const noted = await this.tries.noteBoth('proof', `${half.bodyId} ${half.personId}`, request.ip);
    if ('wait' in noted) throw new HttpProblem('rate.exceeded', { retryAfter: noted.wait });
    const isRight = await (attempt(half) ?? null);
    if (isRight !== false) await noted.giveBack();
    if (isRight !== true) return showAgain(await this.page(page, half, request, errors));
    const secret = await this.complete.execute(half, halves, means, browserOf(request));
    if (secret === null) return tooLong(page);
    enterSession(reply, secret);
    if (means !== 'recovery') return new GoTo(half.next);
    const { codesLeft } = await this.factors.of(half.bodyId, half.personId);
    return done(paths.secondFactors, page.texts.signIn.factor.recovered(codesLeft));
  }

  private async page(page: Page, half: HalfSession, request: FastifyRequest, errors: FieldErrors) {
    const factors = await this.factors.of(half.bodyId, half.personId);
    const party = partyOf(request);
    const asked = party === null ? null : await this.provePasskey.ask(half, party);
    return <SecondFactorPage page={page} half={half} factors={factors} asked={asked} errors={errors} />;
  }

  private async halfOf(
    request: FastifyRequest,
    bodyId: string,
  ): Promise<{ readonly half: HalfSession | null; readonly halves: readonly HalfSession[] }> {
    const halves = await this.halves.find(readHalf(request));
    return { halves, half: halves.find((each) => each.bodyId === bodyId) ?? null };
  }
}

function partyOf(request: FastifyRequest): RelyingParty | null {
  return relyingPartyOf(request.server.publicOrigin, request.headers.host ?? '');
}

function tooLong(page: Page): GoTo {
  return new GoTo(paths.signIn, { kind: 'info', text: page.texts.signIn.tooLong });
}
