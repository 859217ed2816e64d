import type { VNode } from 'preact';
import { PageHead } from '../../web/components/page-head.js';
import { dayRange, longDay } from '../../web/dates.js';
import { paths } from '../../web/paths.js';
import { fieldsOf } from '../move.forms.js';
import type { PlanPreview } from '../preview-plan.js';
import { toldBy, totalOf, type ChangeCounts } from '../previewed.js';
import type { MoveProps } from './change-words.js';
import { HandoverPage } from './handover-page.js';
import { addressOf } from './preview-address.js';

export interface CandidatesPageProps extends MoveProps {
  /** One for each pair of dates, in the order in which they were typed. */
  readonly previews: readonly PlanPreview[];
  /** The fields as they were typed, to go back to. */
  readonly back: string;
}

/** What each of two or three pairs of dates would do, side by side; one of them is then looked at in full. */
export function CandidatesPage(props: CandidatesPageProps) {
  const { page, viewer, frame, previews, back } = props;
  const { move } = page.texts;
  const counts = previews.map(totalOf);
  const row = (name: string, of: (one: ChangeCounts) => number, fewest: string | null = null) => (
    <CountRow key={name} name={name} counts={counts.map(of)} fewest={fewest} />
  );
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={move.comparing} current="overview">
      <p class="back">
        <a href={back}>{move.changeDates}</a>
      </p>
      <PageHead above={move.titles.meeting} title={move.comparing} />
      <div class="scrolls">
        <table class="candidates">
          <caption class="unseen">{move.comparisonCaption}</caption>
          <thead>
            <tr>
              <td>
                <span class="unseen">{move.measures.measure}</span>
              </td>
              {previews.map((preview, index) => (
                <th key={index} scope="col">
                  {datesOf(props, preview)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row(move.measures.moved, ({ moved }) => moved, move.fewest)}
            {row(move.measures.tight, ({ tight }) => tight, move.fewest)}
            {row(move.measures.outOfOrder, ({ outOfOrder }) => outOfOrder, move.fewest)}
            {row(move.measures.daysOff, ({ daysOff }) => daysOff, move.fewest)}
            {row(move.measures.moveOn, ({ reminders }) => reminders.move)}
            {row(move.measures.vanish, ({ reminders }) => reminders.vanish)}
            {row(move.measures.appear, ({ reminders }) => reminders.appear)}
            <tr>
              <th scope="row">{move.measures.told}</th>
              {previews.map((preview, index) => (
                <td key={index}>{toldBy(preview, viewer.personId).length}</td>
              ))}
            </tr>
            <tr>
              <th scope="row">{move.measures.handoverDate}</th>
              {previews.map((preview, index) => (
                <td key={index}>{handoverDay(props, preview)}</td>
              ))}
            </tr>
          </tbody>
          <tfoot>
            <tr>
              <td />
              {previews.map((preview, index) => (
                <td key={index}>
                  <a
                    class="button"
                    href={addressOf(paths.previewMove(viewer.bodyId, frame.id), fieldsOf(preview.change))}
                  >
                    {move.choose}
                    <span class="unseen">: {datesOf(props, preview)}</span>
                  </a>
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </HandoverPage>
  );
}

/** One measure of all candidates; where it is a trouble and they differ, the least of it is marked. */
function CountRow({
  name,
  counts,
  fewest,
}: {
  readonly name: string;
  readonly counts: readonly number[];
  /** How the least is marked; null where less is not better. */
  readonly fewest: string | null;
}): VNode {
  const least = Math.min(...counts);
  const differ = fewest !== null && counts.some((count) => count !== least);
  return (
    <tr>
      <th scope="row">{name}</th>
      {counts.map((count, index) => (
        <td key={index} class={differ && count === least ? 'least' : undefined}>
          {count}
          {differ && count === least ? <span class="least-word">{fewest}</span> : null}
        </td>
      ))}
    </tr>
  );
}

function datesOf({ page }: CandidatesPageProps, { change }: PlanPreview): string {
  if (change.kind !== 'meeting' || change.startsOn === null || change.endsOn === null) return page.texts.move.undated;
  return dayRange(page, change.startsOn, change.endsOn);
}

function handoverDay({ page, frame }: CandidatesPageProps, { handovers }: PlanPreview): string {
  const day = handovers.find(({ handoverId }) => handoverId === frame.id)?.anchors.after.HANDOVER_DATE ?? null;
  return day === null ? page.texts.move.undated : longDay(page, day);
}
