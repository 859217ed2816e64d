import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { answer } from '../../api/answer.js';
import { May } from '../../api/may.js';
import type { Refused, UnmetGate } from '../../engine/decision.js';
import type { HandoverReceipt } from '../../handovers/move-handover.js';
import { isFresh } from '../../people/is-fresh.js';
import { Database, isRefused } from '../../storage/database.js';
import { check, TypedForm, type Typed } from '../../web/form.js';
import { gatesOf, versionTyped } from '../../web/outcome.js';
import { expectOwnFields } from '../../web/page-door.js';
import { Page, Pages, Viewer } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { TakesFiles } from '../../web/takes-files.js';
import { done, GoTo, show, showAgain, showRefused, type View } from '../../web/view.js';
import { Uploads } from '../uploads.forms.js';
import { readPassing, standsAgainst, type PassingScene } from './passing-scene.js';
import { SignForm, SignOnPaperForm } from './signing.forms.js';
import { SignHandover, type SignedWords } from './sign-handover.js';
import { areSame, declarationIn, signingHat, wholeDeclaration } from './views/declaration.js';
import { PaperPage, type PaperPageProps } from './views/paper-page.js';
import { SignPage, type SignPageProps } from './views/sign-page.js';

/** Signing for a chair: with typed words, or with a paper that was signed by hand. Wants a sign-in of the last minutes. */
@Pages()
@Controller('bodies/:body/handovers/:handover/sign')
export class SignPages {
  constructor(
    private readonly database: Database,
    private readonly uploads: Uploads,
    private readonly signHandover: SignHandover,
  ) {}

  @Get()
  @May('handover.sign')
  async ask(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') id: string): Promise<View> {
    const scene = await this.scene(viewer, id);
    return show(signPage(page, viewer, scene, { gates: standsAgainst(scene, 'sign') }));
  }

  @Post()
  @May('handover.sign')
  async sign(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') id: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const scene = await this.scene(viewer, id);
    const gates = standsAgainst(scene, 'sign');
    if (gates.length > 0) return showRefused(signPage(page, viewer, scene, { gates, typed }));
    if (!isFresh(viewer)) return new GoTo(paths.signInAgain(paths.sign(viewer.bodyId, id)));
    const { form, errors } = check(SignForm, typed);
    if (form === null) return showAgain(signPage(page, viewer, scene, { typed, errors }));
    const words = wordsOf(page, viewer, scene, form.rank);
    const problem = problemOf(page, scene, form);
    if (problem !== null) return showAgain(signPage(page, viewer, scene, { typed, problem }));
    const result = await this.signHandover.execute(requestOf(viewer, id, typed), words, null);
    return this.outcome(page, viewer, id, result, (now, refused) =>
      signPage(page, viewer, now, { gates: refused, typed }),
    );
  }

  @Get('paper')
  @May('handover.sign')
  async askPaper(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') id: string): Promise<View> {
    const scene = await this.scene(viewer, id);
    return show(this.paperPage(page, viewer, scene, { gates: standsAgainst(scene, 'sign') }));
  }

  @Post('paper')
  @May('handover.sign')
  @TakesFiles()
  async signOnPaper(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') id: string,
    @Req() request: FastifyRequest,
  ): Promise<View | GoTo> {
    const scene = await this.scene(viewer, id);
    const gates = standsAgainst(scene, 'sign');
    if (gates.length > 0) return showRefused(this.paperPage(page, viewer, scene, { gates }));
    const { typed, file, problem } = await this.uploads.read(request, viewer, (fields) => {
      expectOwnFields(request, fields);
    });
    const { form, errors } = check(SignOnPaperForm, typed);
    const fileProblem = file !== null && file.mediaType !== 'application/pdf' ? 'notPdf' : problem;
    if (!isFresh(viewer) || file === null || form === null || fileProblem !== null) {
      if (file !== null) await this.uploads.discard(file);
      if (!isFresh(viewer)) return new GoTo(paths.signInAgain(paths.signOnPaper(viewer.bodyId, id)));
      return showAgain(this.paperPage(page, viewer, scene, { typed, errors: errors ?? {}, fileProblem }));
    }
    const words = wordsOf(page, viewer, scene, form.rank);
    const result = await this.signHandover.execute(requestOf(viewer, id, typed), words, file);
    return this.outcome(page, viewer, id, result, (now, refused) =>
      this.paperPage(page, viewer, now, { gates: refused, typed }),
    );
  }

  /** Signed; or what stands against it now, with what was typed. */
  private async outcome(
    page: Page,
    viewer: Viewer,
    id: string,
    result: HandoverReceipt | Refused | null,
    again: (scene: PassingScene, gates: readonly UnmetGate[]) => View['element'],
  ): Promise<View | GoTo> {
    const { done: one, doneBoth } = page.texts.signing.sign;
    if (isRefused(result)) return showRefused(again(await this.scene(viewer, id), gatesOf(result)));
    const { state } = answer(result);
    return done(paths.passing(viewer.bodyId, id), state === 'signed' ? doneBoth : one);
  }

  private async scene(viewer: Viewer, id: string): Promise<PassingScene> {
    return answer(await readPassing(this.database, viewer, id));
  }

  private paperPage(page: Page, viewer: Viewer, scene: PassingScene, more: Partial<PaperPageProps>) {
    const nothing = { gates: [], typed: {}, errors: {}, fileProblem: null, limit: this.uploads.limit };
    return <PaperPage page={page} viewer={viewer} scene={scene} isFresh={isFresh(viewer)} {...nothing} {...more} />;
  }
}

function signPage(page: Page, viewer: Viewer, scene: PassingScene, more: Partial<SignPageProps>) {
  const nothing = { gates: [], typed: {}, errors: {}, problem: null };
  return <SignPage page={page} viewer={viewer} scene={scene} isFresh={isFresh(viewer)} {...nothing} {...more} />;
}

function requestOf({ bodyId, personId }: Viewer, handoverId: string, typed: Typed) {
  return { bodyId, handoverId, personId, expectedVersion: versionTyped(typed) };
}

/** What is written down of a signature in the language of the page. */
function wordsOf(page: Page, viewer: Viewer, scene: PassingScene, rank: string): SignedWords {
  const side = signingHat(scene.before.actor)?.side ?? 'outgoing';
  const text = wholeDeclaration(declarationIn(page.language, scene, side));
  return { text, language: page.language, rank, name: viewer.name };
}

/** Whether what was typed is not what is declared, or the page was read in another language than it has now. */
function problemOf(page: Page, scene: PassingScene, form: SignForm): SignPageProps['problem'] {
  if (form.language !== page.language) return 'staleLanguage';
  const side = signingHat(scene.before.actor)?.side ?? 'outgoing';
  return areSame(form.confirmation, declarationIn(page.language, scene, side).confirm) ? null : 'differ';
}
