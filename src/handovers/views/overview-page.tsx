import type { ActivityLine } from '../../audit/account.queries.js';
import { handoverReadiness, type HandoverReadiness } from '../../engine/tasks/readiness.js';
import { localDate } from '../../engine/time/zones.js';
import type { Viewer } from '../../people/find-session.js';
import { daysBetween, fullDay, longDay, shortDay } from '../../web/dates.js';
import { inLanguage } from '../../web/names.js';
import type { LivePart } from '../../web/live-parts.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import { burndownOf } from '../burndown.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import type { PageSection, PageTask } from '../page-tasks.queries.js';
import { ActivitySentence } from './activity-line.js';
import { AttentionList } from './attention-list.js';
import { BurndownChart } from './burndown-chart.js';
import { HandoverPage, holdersOf } from './handover-page.js';
import { ReadinessRing, SectionBars } from './readiness.js';
import { SecretariatMoves } from './secretariat-moves.js';
import { TermBand } from './term-band.js';

/** What an overview lists of what was done; the rest is a click away. */
const LINES_LISTED = 5;

export interface OverviewProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly tasks: readonly PageTask[];
  readonly sections: readonly PageSection[];
  /** The newest lines of the account. */
  readonly activity: readonly ActivityLine[];
}

/** Where a handover stands, and what waits for the reader. */
export function OverviewPage(props: OverviewProps) {
  const { page, viewer, frame, tasks } = props;
  const { overview } = page.texts;
  const readiness = handoverReadiness(tasks);
  const title = overview.title(holdersOf(page, frame.outgoing), holdersOf(page, frame.incoming));
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={title} current="overview">
      <p class="above">{viewer.bodyName}</p>
      <h1>{title}</h1>
      <DaysLeft page={page} frame={frame} />
      <TermBand page={page} frame={frame} />
      <SecretariatMoves page={page} viewer={viewer} frame={frame} />
      <ToPassing {...props} />
      <div class="columns two-by-two">
        <AttentionList {...props} />
        <section aria-labelledby="readiness-title">
          <h2 id="readiness-title">{overview.readiness}</h2>
          <ReadinessRing page={page} readiness={readiness.overall} />
          <h3>{overview.bySection}</h3>
          <Bars {...props} readiness={readiness} />
        </section>
        <section aria-labelledby="activity-title">
          <h2 id="activity-title">{overview.activity}</h2>
          <Feed {...props} />
          <p>
            <a href={paths.activity(viewer.bodyId, frame.id)}>{overview.allActivity}</a>
          </p>
        </section>
        <section aria-labelledby="left-title">
          <h2 id="left-title">{overview.left}</h2>
          <Left {...props} />
        </section>
      </div>
    </HandoverPage>
  );
}

/** The way to the signatures; the secretariat has it among its moves while it has any. */
function ToPassing({ page, viewer, frame }: OverviewProps) {
  const isOver = frame.state === 'closed' || frame.state === 'cancelled';
  if (frame.state === 'planned' || (viewer.roles.includes('secretariat') && !isOver)) return null;
  return (
    <p class="to-passing">
      <a href={paths.passing(viewer.bodyId, frame.id)}>{page.texts.signing.link}</a>
    </p>
  );
}

/** The parts of it that follow what happens while it is open. */
export function overviewParts(props: OverviewProps): LivePart[] {
  const { page, frame, tasks } = props;
  const readiness = handoverReadiness(tasks);
  return [
    { id: 'days-left', element: <DaysLeft page={page} frame={frame} /> },
    { id: 'attention', element: <AttentionList {...props} /> },
    { id: 'readiness', element: <ReadinessRing page={page} readiness={readiness.overall} /> },
    { id: 'sections', element: <Bars {...props} readiness={readiness} /> },
    { id: 'feed', element: <Feed {...props} /> },
    { id: 'burndown', element: <Left {...props} /> },
  ];
}

function Bars({ page, viewer, frame, sections, readiness }: OverviewProps & { readonly readiness: HandoverReadiness }) {
  return (
    <SectionBars
      page={page}
      sections={readiness.sections.map(({ section, ...of }) => ({
        address: `${paths.tasks(viewer.bodyId, frame.id)}?show=all#section-${section}`,
        title: inLanguage(page.language, sections.find(({ id }) => id === section)?.title ?? {}),
        readiness: of,
      }))}
    />
  );
}

function Feed({ page, viewer, frame, tasks, activity }: OverviewProps) {
  const titles = new Map(tasks.map((task) => [task.id, task.title]));
  return (
    <ol class="rows feed" id="feed">
      {activity.slice(0, LINES_LISTED).map((line) => (
        <li key={line.seq} id={`line-${String(line.seq)}`}>
          <time dateTime={line.at}>{shortDay(page, localDate(line.at, viewer.zone))}</time>
          <span>
            <ActivitySentence page={page} line={line} titles={titles} bodyId={viewer.bodyId} handoverId={frame.id} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function Left({ page, viewer, frame, tasks }: OverviewProps) {
  return (
    <BurndownChart
      page={page}
      burndown={burndownOf(tasks, frame.today, viewer.zone)}
      total={tasks.length}
      today={frame.today}
    />
  );
}

function DaysLeft({
  page,
  frame: { handoverDate, today, state },
}: {
  readonly page: PageRequest;
  readonly frame: HandoverFrame;
}) {
  const { overview } = page.texts;
  if (handoverDate === null)
    return (
      <p class="days-left" id="days-left">
        {overview.undated}
      </p>
    );
  const days = daysBetween(today, handoverDate);
  if (state === 'effected' || state === 'closed' || days < 0) {
    return (
      <p class="days-left" id="days-left">
        {overview.passed(longDay(page, handoverDate))}
      </p>
    );
  }
  return (
    <p class="days-left" id="days-left">
      {days === 0 ? (
        overview.today
      ) : (
        <>
          <b>{days}</b> {overview.daysTo(days)}
        </>
      )}
      <time dateTime={handoverDate}>{fullDay(page, handoverDate)}</time>
    </p>
  );
}
