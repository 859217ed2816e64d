import { PAGE_LANGUAGES } from '../../../config/languages/pages.js';
import { CHAIRS, type Chair } from '../../engine/desks.js';
import type { SignedLanguage } from '../../engine/handovers/handover.js';
import type { Condition } from '../../engine/handovers/passing.js';
import type { PassingScene } from './passing-scene.js';
import type { Passing } from './passing.queries.js';
import { declarationIn, type DeclaredWords } from './views/declaration.js';

/** The passing of a chair as the API tells it. */
export interface PassingView extends Omit<Passing, 'bodyName' | 'languages'> {
  readonly state: string;
  readonly version: number;
  readonly conditions: readonly (Condition & { readonly met: boolean })[];
  /** What each chair signs, in each language: `confirm` is what is typed. */
  readonly declarations: Readonly<Record<Chair, Readonly<Record<SignedLanguage, DeclaredWords>>>>;
}

export function passingView(scene: PassingScene): PassingView {
  const { round, signatures, addenda, effect, rights, frozen } = scene.passing;
  const { state, version } = scene.frame;
  const conditions = scene.conditions.map((condition) => ({ ...condition, met: condition.gates.length === 0 }));
  const declarations = Object.fromEntries(
    CHAIRS.map((side) => [
      side,
      Object.fromEntries(PAGE_LANGUAGES.map((language) => [language, declarationIn(language, scene, side)])),
    ]),
  ) as PassingView['declarations'];
  return { state, version, conditions, round, signatures, addenda, effect, rights, frozen, declarations };
}
