import { textIn } from '../../../handovers/views/task-link.js';
import { SectionTag } from '../../../web/components/section-tag.js';
import { paths } from '../../../web/paths.js';
import type { SectionOfPack } from '../../content/pack.queries.js';
import type { SectionSceneProps } from './section-view.js';

/** All sections with how far each has come; on small screens it unfolds. */
export function SectionList({ page, viewer, frame, sections, section }: SectionSceneProps) {
  const words = page.texts.review;
  return (
    <nav class="section-nav" aria-label={words.sections}>
      <details>
        <summary>{words.sections}</summary>
        <ol>
          {sections.map((each) => {
            const title = textIn(page, each.title);
            const isCurrent = each.id === section.id;
            return (
              <li key={each.id} class={isCurrent ? 'current' : undefined}>
                <span class="fold-number">{each.number}</span>
                <div>
                  <a
                    href={paths.section(viewer.bodyId, frame.id, each.id)}
                    lang={title.lang}
                    aria-current={isCurrent ? 'page' : undefined}
                  >
                    <bdi>{title.text}</bdi>
                  </a>
                  <SectionTag page={page} state={each.state} />
                </div>
              </li>
            );
          })}
        </ol>
      </details>
    </nav>
  );
}

/** The way on through the pack, and back to its contents. */
export function PreviousAndNext(props: SectionSceneProps) {
  const { page, viewer, frame, sections, section } = props;
  const words = page.texts.review;
  const at = sections.findIndex(({ id }) => id === section.id);
  return (
    <footer class="review-foot">
      <Neighbour {...props} of={sections[at - 1]} words={words.previous} />
      <Neighbour {...props} of={sections[at + 1]} words={words.next} />
      <p class="review-back">
        <a href={paths.pack(viewer.bodyId, frame.id)}>{words.back}</a>
      </p>
    </footer>
  );
}

function Neighbour({
  page,
  viewer,
  frame,
  of,
  words,
}: SectionSceneProps & { readonly of: SectionOfPack | undefined; readonly words: string }) {
  if (of === undefined) return <p />;
  const title = textIn(page, of.title);
  return (
    <p>
      <span class="quiet">{words}</span>
      <br />
      <a href={paths.section(viewer.bodyId, frame.id, of.id)} lang={title.lang}>
        <bdi>{title.text}</bdi>
      </a>
    </p>
  );
}
