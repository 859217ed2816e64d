import { isSettled } from '../../engine/tasks/task.js';
import { localDate } from '../../engine/time/zones.js';
import type { IsoInstant } from '../../engine/words.js';
import type { Viewer } from '../../people/find-session.js';
import { StateTag } from '../../web/components/state-tag.js';
import { clockTime, longDay, placeOf, shortDay } from '../../web/dates.js';
import { inLanguage } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { QuietDays } from '../days-off.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import type { CalendarModel, CalendarRow, CalendarSection } from './calendar-model.js';
import { holdersOf } from './handover-page.js';

interface TableProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly model: CalendarModel;
}

/** What the drawing shows, as a table, with the local times at which days end. */
export function CalendarTable(props: TableProps) {
  const { page, model } = props;
  const { table } = page.texts.calendar;
  return (
    <table class="timetable">
      <caption class="unseen">{table.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{table.task}</th>
          <th scope="col">{table.from}</th>
          <th scope="col">{table.due}</th>
          <th scope="col">{table.whose}</th>
          <th scope="col">{table.state}</th>
        </tr>
      </thead>
      {model.sections.map((section) => (
        <SectionRows key={section.section.id} {...props} section={section} />
      ))}
    </table>
  );
}

function SectionRows({ section: { section, rows }, ...props }: TableProps & { readonly section: CalendarSection }) {
  const title = inLanguage(props.page.language, section.title);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={5} lang={title.lang}>
          {title.text}
        </th>
      </tr>
      {rows.map((row) => (
        <TaskRow key={row.task.id} {...props} row={row} />
      ))}
    </tbody>
  );
}

function TaskRow({ page, viewer, frame, row: { task, days, isLate } }: TableProps & { readonly row: CalendarRow }) {
  const { calendar, layout } = page.texts;
  const title = inLanguage(page.language, task.title);
  return (
    <tr>
      <th scope="row">
        <bdi class="number">{task.id}</bdi>{' '}
        <a
          href={paths.task(viewer.bodyId, frame.id, task.id)}
          lang={title.lang === page.language ? undefined : title.lang}
        >
          {title.text}
        </a>
      </th>
      <td data-label={calendar.table.from}>{days === null ? '' : shortDay(page, days.from)}</td>
      <td data-label={calendar.table.due}>
        {task.dueOn === null ? layout.noDate : <time dateTime={task.dueOn}>{longDay(page, task.dueOn)}</time>}
        {task.dueAt === null ? null : <Ends page={page} frame={frame} at={task.dueAt} />}
      </td>
      <td>{layout.desks[task.owner]}</td>
      <td>
        <StateTag page={page} state={task.state} />
        {isLate ? <span class="late">{layout.overdue}</span> : null}
        {isSettled(task) ? (
          <span class="away">{calendar.table.settledOn(shortDay(page, localDate(task.stateSince, viewer.zone)))}</span>
        ) : null}
      </td>
    </tr>
  );
}

/** At what time of each capital it is over; nothing where both clocks show the same. */
function Ends({ page, frame: { zones }, at }: { page: PageRequest; frame: HandoverFrame; at: IsoInstant }) {
  const { calendar } = page.texts;
  const [here, there] = [zones.outgoing, zones.incoming].map((zone) => {
    const words = [clockTime(page, at, zone), placeOf(page, zone)] as const;
    return { day: localDate(at, zone), time: words[0], place: words[1] };
  });
  if (here === undefined || there === undefined || (here.time === there.time && here.day === there.day)) return null;
  const said = [here, there].map(({ day, time, place }) =>
    here.day === there.day ? calendar.timeIn(time, place) : calendar.dayTimeIn(shortDay(page, day), time, place),
  );
  return <span class="away">{calendar.ends(said[0] ?? '', said[1] ?? '')}</span>;
}

export interface QuietTableProps {
  readonly page: PageRequest;
  readonly frame: HandoverFrame;
  readonly quiet: readonly QuietDays[];
}

/** Holidays and special office hours by name: the drawing shows them without one. */
export function QuietTable({ page, frame, quiet }: QuietTableProps) {
  const { calendar } = page.texts;
  if (quiet.length === 0) return <p>{calendar.noOff}</p>;
  return (
    <table class="timetable">
      <caption class="unseen">{calendar.offCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{calendar.off.day}</th>
          <th scope="col">{calendar.off.what}</th>
          <th scope="col">{calendar.off.where}</th>
        </tr>
      </thead>
      <tbody>
        {quiet.map(({ side, from, until, name, provisional, hours }) => (
          <tr key={`${side} ${from} ${name}`}>
            <th scope="row">
              {from === until ? longDay(page, from) : calendar.days(longDay(page, from), longDay(page, until))}
            </th>
            <td>
              <bdi lang="en">{name}</bdi>
              {hours === null ? null : <span class="away">{calendar.officeHours(hours.opens, hours.closes)}</span>}
              {provisional ? <span class="away">{calendar.off.provisional}</span> : null}
            </td>
            <td>{holdersOf(page, frame[side])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
