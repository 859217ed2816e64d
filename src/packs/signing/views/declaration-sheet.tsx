import { directionOf, type PageLanguage } from '../../../../config/languages/pages.js';
import type { Chair } from '../../../engine/desks.js';
import { languageName } from '../../../web/names.js';
import { declarationIn } from './declaration.js';
import type { PassingProps } from './passing-props.js';

/** The declaration in the languages of both chairs, and in the reader's where that is another. */
export function DeclarationSheet({ page, scene, side }: PassingProps & { readonly side: Chair }) {
  const { declaration: words } = page.texts.signing;
  return (
    <section class="sheet declaration" aria-labelledby="declaration-title">
      <h2 id="declaration-title">{words.title}</h2>
      <p class="quiet">{words.help}</p>
      {languagesOf(page.language, scene.passing.languages).map((language) => (
        <div key={language}>
          <h3>{languageName(page.language, language)}</h3>
          <blockquote lang={language} dir={directionOf(language)}>
            {declarationIn(language, scene, side).text}
          </blockquote>
        </div>
      ))}
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
