import { directionOf, type PageLanguage } from '../../../../config/languages/pages.js';
import type { Chair } from '../../../engine/desks.js';
import { languageName } from '../../../web/names.js';
import { declarationIn } from './declaration.js';
import type { PassingProps } from './passing-props.js';

export interface DeclarationSheetProps extends PassingProps {
  readonly side: Chair;
  /** Whether the words that this side confirms it with are shown too. */
  readonly isSigned?: boolean;
}

/** The declaration in the reader's language and in those of both chairs, where they are others. */
export function DeclarationSheet({ page, scene, side, isSigned = false }: DeclarationSheetProps) {
  const { declaration: words } = page.texts.signing;
  return (
    <section class="sheet declaration" aria-labelledby="declaration-title">
      <h2 id="declaration-title">{words.title}</h2>
      <p class="quiet">{words.help}</p>
      {languagesOf(page.language, scene.passing.languages).map((language) => {
        const { text, confirm } = declarationIn(language, scene, side);
        return (
          <div key={language}>
            <h3>{languageName(page.language, language)}</h3>
            <blockquote lang={language} dir={directionOf(language)}>
              {text} {isSigned ? <b>{confirm}</b> : null}
            </blockquote>
          </div>
        );
      })}
    </section>
  );
}

function languagesOf(
  own: PageLanguage,
  { outgoing, incoming }: Readonly<Record<Chair, PageLanguage | null>>,
): readonly PageLanguage[] {
  const all = [own, outgoing, incoming].filter((language) => language !== null);
  return [...new Set(all)];
}
