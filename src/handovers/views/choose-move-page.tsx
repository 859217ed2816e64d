import type { ComponentChildren } from 'preact';
import { ErrorSummary } from '../../web/components/error-summary.js';
import { PageHead } from '../../web/components/page-head.js';
import { dayRange, longDay } from '../../web/dates.js';
import { paths } from '../../web/paths.js';
import { CAUSES, type Cause } from '../move.forms.js';
import { CauseFields, type ChooseMoveProps } from './cause-fields.js';
import { HandoverPage } from './handover-page.js';
import { addressOf } from './preview-address.js';

/** What has happened, and on which days: leads to the preview, and changes nothing. */
export function ChooseMovePage(props: ChooseMoveProps) {
  const { page, viewer, frame, about, cause, errors, tooLate } = props;
  const { move, layout } = page.texts;
  const title = move.titles[cause];
  const labels = labelsOf(props);
  return (
    <HandoverPage
      page={page}
      viewer={viewer}
      frame={frame}
      title={title}
      current="overview"
      hasErrors={Object.keys(errors).length > 0}
    >
      <p class="back">
        <a href={paths.handover(viewer.bodyId, frame.id)}>{layout.back}</a>
      </p>
      <ErrorSummary page={page} errors={errors} labels={labels} />
      <PageHead above={frame.title} title={title} />
      {tooLate === null ? (
        <div class="move">
          <div class="stack-close">
            <p class="lead">{move.lead}</p>
            <form method="get" action={paths.previewMove(viewer.bodyId, frame.id)} noValidate>
              <input type="hidden" name="what" value={cause} />
              <CauseFields {...props} />
              <div class="buttons">
                <button class="main" type="submit">
                  {move.preview}
                </button>
              </div>
            </form>
          </div>
          <AsItStands {...props} />
        </div>
      ) : (
        <p class="lead">{tooLate}</p>
      )}
      {about.planRevision === 0 ? null : (
        <p>
          <a href={paths.plan(viewer.bodyId, frame.id)}>{move.toRevisions}</a>
        </p>
      )}
    </HandoverPage>
  );
}

/** The days as they are, what else moves, and what else can have happened. */
function AsItStands({ page, viewer, frame, about, cause }: ChooseMoveProps) {
  const { move } = page.texts;
  const { MEETING_START: start, MEETING_END: end, HANDOVER_DATE: passes } = about.anchors;
  const others = CAUSES.filter((each) => each !== cause && (frame.meeting !== null || !isOfMeeting(each)));
  return (
    <aside class="as-it-stands" aria-labelledby="now-title">
      <h2 id="now-title">{move.now}</h2>
      <dl class="facts facts-close">
        {frame.meeting === null ? null : (
          <Fact name={move.meeting}>
            <span dir="auto">{frame.meeting.title}</span>
            <br />
            {start === null || end === null ? move.undated : dayRange(page, start, end)}
          </Fact>
        )}
        <Fact name={move.handover}>{passes === null ? move.undated : longDay(page, passes)}</Fact>
      </dl>
      {about.others.length === 0 || !isOfMeeting(cause) ? null : (
        <>
          <p>{move.withOthers(about.others.length)}</p>
          <ul class="plain-list">
            {about.others.map(({ id, title }) => (
              <li key={id}>
                <a href={paths.handover(viewer.bodyId, id)} dir="auto">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{move.otherCauses}</h2>
      <ul class="plain-list">
        {others.map((each) => (
          <li key={each}>
            <a href={addressOf(paths.moveMeeting(viewer.bodyId, frame.id), { what: each })}>{move.titles[each]}</a>
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Whether it is the meeting that moves. */
export function isOfMeeting(cause: Cause): boolean {
  return cause === 'meeting' || cause === 'postponed';
}

function labelsOf({ page: { texts }, cause }: ChooseMoveProps): Readonly<Record<string, string>> {
  const { move } = texts;
  const pair = (number: number, suffix: string) => ({
    [`startsOn${suffix}`]: `${move.candidate(number)}, ${move.firstDay}`,
    [`endsOn${suffix}`]: `${move.candidate(number)}, ${move.lastDay}`,
  });
  if (cause === 'meeting') return { startsOn: move.firstDay, endsOn: move.lastDay, ...pair(2, '2'), ...pair(3, '3') };
  return {
    handoverDate: move.effectDate,
    termStart: move.effectStart,
    calendarId: move.calendar,
    date: move.holidayDay,
    name: move.holidayName,
  };
}
