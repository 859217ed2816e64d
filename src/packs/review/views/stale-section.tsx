import { SectionTag } from '../../../web/components/section-tag.js';
import { mayDecide } from '../section-offers.js';
import { ChangeList } from './section-changes.js';
import type { SectionPageProps } from './section-view.js';

/** Somebody was faster: where the section stands now and what is new in it. Nothing was sent, and no word is lost. */
export function StaleSection({ page, section, before, changes, typed = {} }: SectionPageProps) {
  const words = page.texts.review.stale;
  const written = [typed.text, typed.summary, typed.needs].filter((text) => text !== undefined && text.trim() !== '');
  return (
    <section class="errors changed" role="alert" tabindex={-1} data-focus="yes">
      <h2>{words.title}</h2>
      <p>{words.help}</p>
      <p>
        <SectionTag page={page} state={section.state} />
      </p>
      {changes === null || changes.length === 0 ? null : <ChangeList page={page} changes={changes} />}
      {written.length === 0 || mayDecide(before) ? null : (
        <>
          <p>{words.kept}</p>
          {written.map((text) => (
            <blockquote key={text} class="written" dir="auto">
              {text}
            </blockquote>
          ))}
        </>
      )}
    </section>
  );
}
