import type { PageRequest } from '../../../web/page-request.js';
import { gatesAgainst, mayComment, mayDecide } from '../section-offers.js';
import type { SectionPageProps } from './section-view.js';

/** What somebody has typed, where the form that it was typed into is there no longer. */
export function KeptWords({ page, lost }: { readonly page: PageRequest; readonly lost: readonly string[] }) {
  if (lost.length === 0) return null;
  return (
    <div class="kept-words">
      <p>{page.texts.review.stale.kept}</p>
      {lost.map((text) => (
        <blockquote key={text} class="written" dir="auto">
          {text}
        </blockquote>
      ))}
    </div>
  );
}

/** Of what was typed on the page of a section, what no form on it holds now. */
export function lostWords({ viewer, before, typed = {} }: SectionPageProps): readonly string[] {
  const canDecide = mayDecide(before) && gatesAgainst(before, 'accept', viewer.now).length === 0;
  return writtenOf([canDecide ? undefined : typed.text, mayComment(before) ? undefined : typed.comment]);
}

/** Those of some texts in which something stands. */
export function writtenOf(texts: readonly (string | undefined)[]): readonly string[] {
  return texts.flatMap((text) => (text === undefined || text.trim() === '' ? [] : [text]));
}
