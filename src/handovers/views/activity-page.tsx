import type { ActivityLine } from '../../audit/account.queries.js';
import { localDate } from '../../engine/time/zones.js';
import type { IsoDate } from '../../engine/words.js';
import type { Viewer } from '../../people/find-session.js';
import { mayAsk } from '../../people/permissions.js';
import { PageHead } from '../../web/components/page-head.js';
import { clockTime, fullDay, placeOf } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { ActivityQuestion } from '../activity.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import { ActivityFilter } from './activity-filter.js';
import { ActivitySentence } from './activity-line.js';
import { HandoverPage, holdersOf } from './handover-page.js';
import type { TaskTitles } from './line-words.js';

export interface ActivityProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  /** Newest first. */
  readonly lines: readonly ActivityLine[];
  readonly titles: TaskTitles;
  /** The next entry that is not shown any more; null where all are. */
  readonly older: number | null;
  readonly asked: ActivityQuestion;
}

/** Everything that was done in a handover, by day. */
export function ActivityPage(props: ActivityProps) {
  const { page, viewer, frame, lines } = props;
  const { activity, overview } = page.texts;
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={activity.title} current="activity">
      <PageHead
        above={overview.title(holdersOf(page, frame.outgoing), holdersOf(page, frame.incoming))}
        title={activity.title}
      >
        {mayAsk('activity.export', viewer.roles) ? (
          <a class="button" href={`${paths.activityExport(viewer.bodyId, frame.id)}${questionOf(props.asked)}`}>
            {activity.exportTable}
          </a>
        ) : null}
      </PageHead>
      <p class="lead quiet">
        {activity.intro} {activity.zone(placeOf(page, viewer.zone))}
      </p>
      <ActivityFilter page={page} record={paths.activity(viewer.bodyId, frame.id)} asked={props.asked} />
      <div id="record">
        {lines.length === 0 ? <Nothing {...props} /> : null}
        {byDay(lines, viewer.zone).map(([day, ofDay]) => (
          <section key={day} class="day" aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`}>
              <time dateTime={day}>{fullDay(page, day)}</time>
            </h2>
            <ol class="rows record">
              {ofDay.map((line) => (
                <Entry key={line.seq} {...props} line={line} />
              ))}
            </ol>
          </section>
        ))}
        <Turning {...props} />
      </div>
    </HandoverPage>
  );
}

function Entry({ page, viewer, frame, titles, line }: ActivityProps & { readonly line: ActivityLine }) {
  const { activity } = page.texts;
  const record = paths.activity(viewer.bodyId, frame.id);
  return (
    <li id={`entry-${String(line.seq)}`}>
      <time dateTime={line.at}>{clockTime(page, line.at, viewer.zone)}</time>
      <div>
        <p>
          <ActivitySentence page={page} line={line} titles={titles} bodyId={viewer.bodyId} handoverId={frame.id} />
        </p>
        {line.text === null ? null : (
          <blockquote class="written" dir="auto">
            {line.text}
          </blockquote>
        )}
      </div>
      <a class="entry-number" href={`${record}?upto=${String(line.seq)}#entry-${String(line.seq)}`}>
        <span class="unseen">{activity.columns.seq} </span>
        <bdi>#{line.seq}</bdi>
      </a>
    </li>
  );
}

function Nothing({ page, viewer, frame, asked }: ActivityProps) {
  const { activity } = page.texts;
  const isChosen = asked.by !== undefined || asked.about !== undefined || asked.upto !== undefined;
  return (
    <p class="lead">
      {isChosen ? activity.none : activity.noneYet}{' '}
      {isChosen ? <a href={paths.activity(viewer.bodyId, frame.id)}>{activity.showAll}</a> : null}
    </p>
  );
}

/** The way to what is older, and back. */
function Turning({ page, viewer, frame, asked, older }: ActivityProps) {
  const { activity } = page.texts;
  const record = paths.activity(viewer.bodyId, frame.id);
  const { upto, ...choice } = asked;
  if (older === null && upto === undefined) return null;
  return (
    <p class="turning">
      {upto === undefined ? null : <a href={`${record}${questionOf(choice)}`}>{activity.newest}</a>}
      {older === null ? null : <a href={`${record}${questionOf({ ...choice, upto: older })}`}>{activity.older}</a>}
    </p>
  );
}

/** What was asked, as it stands behind an address. */
function questionOf(asked: ActivityQuestion): string {
  const said = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return said.length === 0 ? '' : `?${new URLSearchParams(said).toString()}`;
}

function byDay(lines: readonly ActivityLine[], zone: string): [IsoDate, ActivityLine[]][] {
  const days = new Map<IsoDate, ActivityLine[]>();
  for (const line of lines) {
    const day = localDate(line.at, zone);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days];
}
