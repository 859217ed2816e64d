import { Controller, Get, Param, Post } from '@nestjs/common';
import { answer } from '../../api/answer.js';
import { May } from '../../api/may.js';
import type { UnmetGate } from '../../engine/decision.js';
import { wayOf, type HandoverCommand } from '../../engine/handovers/handover.js';
import { MoveHandover } from '../../handovers/move-handover.js';
import { holdersOf } from '../../handovers/views/handover-page.js';
import { Database, isRefused } from '../../storage/database.js';
import { check, TypedForm, type Typed } from '../../web/form.js';
import { gatesOf, versionTyped } from '../../web/outcome.js';
import { Page, Pages, Viewer } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { done, show, showAgain, showRefused, type GoTo, type View } from '../../web/view.js';
import { readPassing, standsAgainst, type PassingScene } from './passing-scene.js';
import { EffectPageForm } from './signing.forms.js';
import { areSame } from './views/declaration.js';
import { EffectPage, type EffectPageProps } from './views/effect-page.js';

type EffectCommand = Extract<HandoverCommand, { move: 'effect' }>;

/** Letting the chair pass: final, and so on a page of its own, with words to type. */
@Pages()
@Controller('bodies/:body/handovers/:handover/effect')
export class EffectPages {
  constructor(
    private readonly database: Database,
    private readonly moveHandover: MoveHandover,
  ) {}

  @Get()
  @May('handover.move')
  async ask(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') id: string): Promise<View> {
    const scene = await this.scene(viewer, id);
    return show(effectPage(page, viewer, scene, { gates: standsAgainst(scene, 'effect') }));
  }

  @Post()
  @May('handover.move')
  async effect(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') id: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const scene = await this.scene(viewer, id);
    const incoming = holdersOf(page, scene.frame.incoming);
    const { form, errors } = check(EffectPageForm, typed);
    const gates = standsAgainst(scene, 'effect');
    if (form === null) return showAgain(effectPage(page, viewer, scene, { gates, typed, errors }));
    const messages = messagesFor(page, incoming, form);
    if (Object.keys(messages).length > 0) {
      return showAgain(effectPage(page, viewer, scene, { gates, typed, messages }));
    }
    const { bodyId, personId } = viewer;
    const request = { bodyId, handoverId: id, personId, expectedVersion: versionTyped(typed) };
    const result = await this.moveHandover.execute(request, commandOf(form));
    if (isRefused(result)) {
      const now = await this.scene(viewer, id);
      return showRefused(effectPage(page, viewer, now, { gates: unionOf(gatesOf(result), now), typed }));
    }
    answer(result);
    return done(paths.passing(bodyId, id), page.texts.signing.effect.done(incoming));
  }

  private async scene(viewer: Viewer, id: string): Promise<PassingScene> {
    return answer(await readPassing(this.database, viewer, id));
  }
}

function effectPage(page: Page, viewer: Viewer, scene: PassingScene, more: Partial<EffectPageProps>) {
  const nothing = { gates: [], typed: {}, errors: {}, messages: {} };
  return <EffectPage page={page} viewer={viewer} scene={scene} {...nothing} {...more} />;
}

/** What was asked for may have passed over some of what stands in the way: the page shows all of it, each once. */
function unionOf(gates: readonly UnmetGate[], scene: PassingScene): readonly UnmetGate[] {
  const others = standsAgainst(scene, 'effect');
  const isKnown = (gate: UnmetGate): boolean => others.some((other) => JSON.stringify(other) === JSON.stringify(gate));
  return [...gates.filter((gate) => !isKnown(gate)), ...others];
}

function commandOf({ way, reference = '', unsigned, unsettled }: EffectPageForm): EffectCommand {
  const written = { reference };
  return {
    move: 'effect',
    way,
    ...(reference === '' ? {} : { decision: written }),
    ...(unsigned === undefined ? {} : { withoutSignature: written }),
    ...(unsettled === undefined ? {} : { withoutCeremony: written }),
  };
}

function messagesFor(page: Page, incoming: string, form: EffectPageForm): EffectPageProps['messages'] {
  const { sign, effect } = page.texts.signing;
  const words = effect.words(incoming);
  const command = commandOf(form);
  const isDecided = wayOf(command) === 'decision' || form.unsigned !== undefined || form.unsettled !== undefined;
  return {
    ...(isDecided && form.reference === undefined ? { reference: page.texts.layout.fields.missing } : {}),
    ...(areSame(form.confirmation, words) ? {} : { confirmation: sign.differ(words) }),
  };
}
