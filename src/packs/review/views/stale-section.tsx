import { SectionTag } from '../../../web/components/section-tag.js';
import { KeptWords } from './kept-words.js';
import { ChangeList } from './section-changes.js';
import type { SectionPageProps } from './section-view.js';

/** Somebody was faster: where the section stands now and what is new in it. Nothing was sent, and no word is lost. */
export function StaleSection({
  page,
  section,
  changes,
  lost,
}: SectionPageProps & { readonly lost: readonly string[] }) {
  const words = page.texts.review.stale;
  return (
    <section class="errors changed" role="alert" tabindex={-1} data-focus="yes">
      <h2>{words.title}</h2>
      <p>{words.help}</p>
      <p>
        <SectionTag page={page} state={section.state} />
      </p>
      {changes === null || changes.length === 0 ? null : <ChangeList page={page} changes={changes} />}
      <KeptWords page={page} lost={lost} />
    </section>
  );
}
