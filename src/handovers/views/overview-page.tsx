import type { ActivityLine } from '../../audit/account.queries.js';
import { handoverReadiness } from '../../engine/tasks/readiness.js';
import { isSettled } from '../../engine/tasks/task.js';
import { localDate } from '../../engine/time/zones.js';
import type { Viewer } from '../../people/find-session.js';
import { DueDate } from '../../web/components/due-date.js';
import { StateTag } from '../../web/components/state-tag.js';
import { daysBetween, fullDay, longDay, shortDay } from '../../web/dates.js';
import { inLanguage } from '../../web/names.js';
import type { LivePart } from '../../web/live-parts.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import { attentionOf, type AttentionItem } from '../attention.js';
import { burndownOf } from '../burndown.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import { isLate, type PageSection, type PageTask } from '../page-tasks.queries.js';
import { ActivitySentence } from './activity-line.js';
import { BurndownChart } from './burndown-chart.js';
import { HandoverPage, holdersOf, sidesOfReader } from './handover-page.js';
import { ReadinessRing, SectionBars } from './readiness.js';
import { SecretariatMoves } from './secretariat-moves.js';
import { TermBand } from './term-band.js';

/** What an overview lists of what needs attention, and of what was done; the rest is a click away. */
const MOST_LISTED = 8;
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
        <Attention {...props} />
        <section aria-labelledby="readiness-title">
          <h2 id="readiness-title">{overview.readiness}</h2>
          <ReadinessRing page={page} readiness={handoverReadiness(tasks).overall} />
          <h3>{overview.bySection}</h3>
          <Bars {...props} />
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
  return [
    { id: 'days-left', element: <DaysLeft page={page} frame={frame} /> },
    { id: 'attention', element: <Attention {...props} /> },
    { id: 'readiness', element: <ReadinessRing page={page} readiness={handoverReadiness(tasks).overall} /> },
    { id: 'sections', element: <Bars {...props} /> },
    { id: 'feed', element: <Feed {...props} /> },
    { id: 'burndown', element: <Left {...props} /> },
  ];
}

function Bars({ page, viewer, frame, tasks, sections }: OverviewProps) {
  return (
    <SectionBars
      page={page}
      sections={handoverReadiness(tasks).sections.map(({ section, ...of }) => ({
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

function Attention({ page, viewer, frame, tasks }: OverviewProps) {
  const { overview } = page.texts;
  const sides = sidesOfReader(frame);
  const items = attentionOf(tasks, sides, { now: viewer.now, today: frame.today });
  const hint = sides.includes('secretariat')
    ? overview.attentionHint.secretariat
    : sides.includes('incoming')
      ? overview.attentionHint.review
      : overview.attentionHint.chair;
  return (
    <section aria-labelledby="attention-title" id="attention">
      <h2 id="attention-title">{overview.attention}</h2>
      <p class="quiet">{hint}</p>
      {items.length === 0 ? (
        <Nothing page={page} frame={frame} tasks={tasks} />
      ) : (
        <ol class="rows attention">
          {items.slice(0, MOST_LISTED).map((item) => (
            <AttentionRow key={item.task.id} page={page} viewer={viewer} frame={frame} item={item} />
          ))}
        </ol>
      )}
      <p>
        <a href={`${paths.tasks(viewer.bodyId, frame.id)}?show=all`}>{overview.allTasks(tasks.length)}</a>
      </p>
    </section>
  );
}

interface AttentionRowProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly item: AttentionItem;
}

function AttentionRow({ page, viewer, frame, item: { task, reason } }: AttentionRowProps) {
  const title = inLanguage(page.language, task.title);
  const { layout, overview } = page.texts;
  return (
    <li id={`attention-${task.id}`}>
      <bdi class="number">{task.id}</bdi>
      <div class="what">
        <a
          href={paths.task(viewer.bodyId, frame.id, task.id)}
          lang={title.lang === page.language ? undefined : title.lang}
        >
          {title.text}
        </a>
        <span class="who-does">
          {task.personName === null ? layout.desks[task.owner] : <bdi>{task.personName}</bdi>}
          {reason === 'silent'
            ? ` · ${overview.silent(daysBetween(localDate(task.touchedAt, viewer.zone), frame.today))}`
            : null}
        </span>
      </div>
      <DueDate
        page={page}
        due={task.dueOn}
        today={frame.today}
        isSettled={isSettled(task)}
        isLate={isLate(task, viewer.now)}
      />
      <span>
        <StateTag page={page} state={task.state} />
      </span>
    </li>
  );
}

function Nothing({ page, frame, tasks }: Pick<OverviewProps, 'page' | 'frame' | 'tasks'>) {
  const { overview } = page.texts;
  const next = tasks
    .filter((task) => !isSettled(task) && task.dueOn !== null && task.dueOn >= frame.today)
    .sort((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''))[0];
  return (
    <p>
      {overview.nothing}{' '}
      {next?.dueOn == null
        ? null
        : overview.nextDate(shortDay(page, next.dueOn), inLanguage(page.language, next.title).text)}
    </p>
  );
}
