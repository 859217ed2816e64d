import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { answer } from '../../api/answer.js';
import { May } from '../../api/may.js';
import type { UnmetGate } from '../../engine/decision.js';
import { decideAddendum } from '../../engine/handovers/addendum.js';
import { Database, isRefused } from '../../storage/database.js';
import { check } from '../../web/form.js';
import { gatesOf } from '../../web/outcome.js';
import { expectOwnFields } from '../../web/page-door.js';
import { Page, Pages, Viewer } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { TakesFiles } from '../../web/takes-files.js';
import { done, show, showAgain, showRefused, type GoTo, type View } from '../../web/view.js';
import { Uploads } from '../uploads.forms.js';
import { AddAddendum } from './add-addendum.js';
import { readPassing, type PassingScene } from './passing-scene.js';
import { AddendumForm } from './signing.forms.js';
import { AddAddendumPage, type AddAddendumPageProps } from './views/add-addendum-page.js';

/** Adding what came after the signing. */
@Pages()
@Controller('bodies/:body/handovers/:handover/addenda/new')
export class AddendaPages {
  constructor(
    private readonly database: Database,
    private readonly uploads: Uploads,
    private readonly addAddendum: AddAddendum,
  ) {}

  @Get()
  @May('addendum.add')
  async ask(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') id: string): Promise<View> {
    const scene = await this.scene(viewer, id);
    return show(this.page(page, viewer, scene, { gates: gatesNow(scene) }));
  }

  @Post()
  @May('addendum.add')
  @TakesFiles()
  async add(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') id: string,
    @Req() request: FastifyRequest,
  ): Promise<View | GoTo> {
    const scene = await this.scene(viewer, id);
    const gates = gatesNow(scene);
    if (gates.length > 0) return showRefused(this.page(page, viewer, scene, { gates }));
    const { typed, file, problem } = await this.uploads.read(request, viewer, (fields) => {
      expectOwnFields(request, fields);
    });
    const { form, errors } = check(AddendumForm, typed);
    // A late entry needs no document.
    const fileProblem = problem === 'missing' ? null : problem;
    if (form === null || fileProblem !== null) {
      if (file !== null) await this.uploads.discard(file);
      return showAgain(this.page(page, viewer, scene, { typed, errors: errors ?? {}, fileProblem }));
    }
    const { title, text } = form;
    const result = await this.addAddendum.execute(viewer.bodyId, id, viewer.personId, { title, text, document: file });
    if (isRefused(result)) {
      const now = await this.scene(viewer, id);
      return showRefused(this.page(page, viewer, now, { gates: gatesOf(result), typed }));
    }
    const { number } = answer(result);
    return done(paths.passing(viewer.bodyId, id), page.texts.signing.addenda.done(number));
  }

  private async scene(viewer: Viewer, id: string): Promise<PassingScene> {
    return answer(await readPassing(this.database, viewer, id));
  }

  private page(page: Page, viewer: Viewer, scene: PassingScene, more: Partial<AddAddendumPageProps>) {
    const nothing = { gates: [], typed: {}, errors: {}, fileProblem: null, limit: this.uploads.limit };
    return <AddAddendumPage page={page} viewer={viewer} scene={scene} {...nothing} {...more} />;
  }
}

/** What stands against a late entry, whatever it says. */
function gatesNow({ before, passing }: PassingScene): readonly UnmetGate[] {
  const { id: handoverId, state } = before.facts;
  const facts = { handoverId, state, count: passing.addenda.length };
  const decision = decideAddendum(facts, { title: '', text: '' }, before.actor);
  return decision.refused ? decision.gates : [];
}
