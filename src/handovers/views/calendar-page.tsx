import type { Viewer } from '../../people/find-session.js';
import { PageHead } from '../../web/components/page-head.js';
import { inLanguage } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import type { PageSection } from '../page-tasks.queries.js';
import { CalendarChart } from './calendar-chart.js';
import { CalendarLegend } from './calendar-legend.js';
import type { CalendarModel } from './calendar-model.js';
import { CalendarTable, QuietTable } from './calendar-table.js';
import { HandoverPage, holdersOf } from './handover-page.js';

export interface CalendarPageProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  /** All sections, to choose from. */
  readonly sections: readonly PageSection[];
  /** The one that was chosen; null for all. */
  readonly section: string | null;
  readonly model: CalendarModel;
}

/** All tasks of a handover on a line of time, with both terms and the meeting; and the same as a table. */
export function CalendarPage(props: CalendarPageProps) {
  const { page, viewer, frame, section, model } = props;
  const { calendar, layout } = page.texts;
  const { axis } = model;
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={calendar.title} current="calendar">
      <PageHead
        above={calendar.above(holdersOf(page, frame.outgoing), holdersOf(page, frame.incoming))}
        title={calendar.title}
      >
        <button type="button" class="print-button" data-print>
          {layout.print}
        </button>
        <a class="button" href={paths.calendarFeed(viewer.bodyId, frame.id)}>
          {calendar.add}
        </a>
      </PageHead>
      <SectionFilter {...props} />
      {axis === null ? (
        <p class="lead">{section === null ? calendar.noneAtAll : calendar.none}</p>
      ) : (
        <>
          <CalendarLegend page={page} quiet={model.quiet} />
          <CalendarChart page={page} viewer={viewer} frame={frame} model={model} axis={axis} />
        </>
      )}
      <details class="folds calendar-table">
        <summary>{calendar.asTable}</summary>
        <CalendarTable page={page} viewer={viewer} frame={frame} model={model} />
        <h2>{calendar.offTitle}</h2>
        <QuietTable page={page} frame={frame} quiet={model.quiet} />
      </details>
    </HandoverPage>
  );
}

function SectionFilter({ page, viewer, frame, sections, section }: CalendarPageProps) {
  const { calendar } = page.texts;
  return (
    <form class="section-filter" method="get" action={paths.calendar(viewer.bodyId, frame.id)} data-at-once>
      <label for="section">{calendar.section}</label>
      <select class="control" id="section" name="section">
        <option value="all">{calendar.allSections}</option>
        {sections.map(({ id, title }) => {
          const { text, lang } = inLanguage(page.language, title);
          return (
            <option key={id} value={id} lang={lang} selected={id === section}>
              {text}
            </option>
          );
        })}
      </select>
      <button type="submit">{calendar.show}</button>
    </form>
  );
}
