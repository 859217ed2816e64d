import { longDay } from '../../web/dates.js';
import { paths } from '../../web/paths.js';
import { fieldsOf } from '../move.forms.js';
import type { PlanPreview } from '../preview-plan.js';
import { countsOf } from '../previewed.js';
import type { MoveProps } from './change-words.js';
import { addressOf } from './preview-address.js';

export interface MovedTogetherProps extends MoveProps {
  readonly preview: PlanPreview;
  readonly titles: ReadonlyMap<string, string>;
}

/** Where a change reaches several handovers: what it does to each, with the way to see each in full. */
export function MovedTogether({ page, viewer, frame, preview, titles }: MovedTogetherProps) {
  const { move, layout } = page.texts;
  if (preview.handovers.length < 2) return null;
  const fields = fieldsOf(preview.change);
  return (
    <section aria-labelledby="together">
      <h2 id="together">{move.perHandover}</h2>
      <div class="scrolls">
        <table class="dates">
          <caption class="unseen">{move.perHandoverCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{layout.pages.handovers}</th>
              <th scope="col">{move.measures.moved}</th>
              <th scope="col">{move.measures.tight}</th>
              <th scope="col">{move.measures.handoverDate}</th>
            </tr>
          </thead>
          <tbody>
            {preview.handovers.map(({ handoverId, difference, findings, anchors }) => {
              const { moved, tight } = countsOf(difference, findings);
              const title = titles.get(handoverId) ?? handoverId;
              const day = anchors.after.HANDOVER_DATE;
              return (
                <tr key={handoverId}>
                  <th scope="row">
                    {handoverId === frame.id ? (
                      <>
                        <bdi>{title}</bdi> <span class="quiet">({move.thisOne})</span>
                      </>
                    ) : (
                      <a href={addressOf(paths.previewMove(viewer.bodyId, handoverId), fields)} dir="auto">
                        {title}
                      </a>
                    )}
                  </th>
                  <td data-label={move.measures.moved}>{moved}</td>
                  <td data-label={move.measures.tight}>{tight}</td>
                  <td data-label={move.measures.handoverDate}>{day === null ? move.undated : longDay(page, day)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
