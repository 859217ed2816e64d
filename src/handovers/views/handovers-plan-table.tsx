import type { Viewer } from '../../people/find-session.js';
import { longDay } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { RunningHandover } from '../handovers-plan.queries.js';

export interface HandoversPlanTableProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly handovers: readonly RunningHandover[];
}

/** What the drawing of all handovers shows, as a table. */
export function HandoversPlanTable({ page, viewer, handovers }: HandoversPlanTableProps) {
  const { calendar } = page.texts;
  const { plan } = calendar;
  return (
    <table class="timetable">
      <caption class="unseen">{plan.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{plan.handover}</th>
          <th scope="col">{plan.meeting}</th>
          <th scope="col">{plan.passing}</th>
          <th scope="col">{plan.readiness}</th>
          <th scope="col">{plan.late}</th>
          <th scope="col">{plan.nextDue}</th>
        </tr>
      </thead>
      <tbody>
        {handovers.map(({ id, title, meeting, handoverDate, settled, total, overdue, days }) => {
          const next = days.find(({ isSettled }) => !isSettled);
          const { startsOn = null, endsOn = null } = meeting ?? {};
          return (
            <tr key={id}>
              <th scope="row">
                <a href={paths.handover(viewer.bodyId, id)}>
                  <bdi>{title}</bdi>
                </a>
              </th>
              <td data-label={plan.meeting}>
                {startsOn === null || endsOn === null
                  ? plan.undated
                  : startsOn === endsOn
                    ? longDay(page, startsOn)
                    : calendar.days(longDay(page, startsOn), longDay(page, endsOn))}
              </td>
              <td data-label={plan.passing}>{handoverDate === null ? plan.undated : longDay(page, handoverDate)}</td>
              <td data-label={plan.readiness}>{plan.settled(settled, total)}</td>
              <td data-label={plan.late}>{overdue}</td>
              <td data-label={plan.nextDue}>{next === undefined ? '–' : longDay(page, next.dueOn)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
