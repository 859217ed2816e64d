import type { PlanDifference } from '../../engine/plan/plan-difference.js';
import type { PlanReason } from '../../engine/plan/plan.js';
import type { IsoDate } from '../../engine/words.js';
import { Icon } from '../../web/components/icon.js';
import { daysBetween, longDay } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import type { PageSection, PageTask } from '../page-tasks.queries.js';
import { reasonWords } from './plan-words.js';
import { TaskLink, textIn } from './task-link.js';

export interface ChangedDatesProps {
  readonly page: PageRequest;
  readonly bodyId: string;
  readonly handoverId: string;
  readonly difference: PlanDifference;
  readonly tasks: readonly PageTask[];
  readonly sections: readonly PageSection[];
}

interface Change {
  readonly task: PageTask;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly because: PlanReason;
  readonly atOnce: boolean;
}

/** Every date that changes, section by section, old and new, with the reason for the new one. */
export function ChangedDates(props: ChangedDatesProps) {
  const { page, tasks, sections, difference } = props;
  const { move } = page.texts;
  const changes = changesIn(difference, tasks);
  if (changes.length === 0) return <p>{move.noDates}</p>;
  const numbered = sections.map((section, index) => ({ section, number: index + 1 }));
  const changed = numbered.filter(({ section }) => changes.some(({ task }) => task.section === section.id));
  return (
    <>
      <div class="plan-sections">
        {changed.map(({ section, number }) => {
          const own = changes.filter(({ task }) => task.section === section.id);
          const total = tasks.filter((task) => task.section === section.id).length;
          const title = textIn(page, section.title);
          return (
            <details key={section.id} class="fold" data-prints="open" open={own.some(({ atOnce }) => atOnce)}>
              <summary>
                <span class="fold-number">{number}</span>
                <span class="fold-title" lang={title.lang}>
                  {title.text}
                </span>
                <span class="fold-count">{move.movedIn(own.length, total)}</span>
              </summary>
              <DatesTable {...props} title={title.text} changes={own} />
            </details>
          );
        })}
      </div>
      {changed.length === sections.length ? null : <p class="quiet">{move.otherSections}</p>}
    </>
  );
}

function DatesTable({
  page,
  bodyId,
  handoverId,
  title,
  changes,
}: ChangedDatesProps & { readonly title: string; readonly changes: readonly Change[] }) {
  const { move } = page.texts;
  return (
    <table class="dates">
      <caption class="unseen">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{move.task}</th>
          <th scope="col">{move.was}</th>
          <th scope="col">{move.becomes}</th>
          <th scope="col">{move.why}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ task, from, to, because, atOnce }) => (
          <tr key={task.id}>
            <th scope="row">
              <TaskLink page={page} bodyId={bodyId} handoverId={handoverId} task={task} />
              <span class="quiet">{page.texts.layout.desks[task.owner]}</span>
            </th>
            <td data-label={move.was}>{from === null ? move.undated : <Day page={page} day={from} />}</td>
            <td data-label={move.becomes}>
              {to === null ? <b>{move.undated}</b> : <Day page={page} day={to} strong />}
              <span class={atOnce ? 'late' : 'away'}>
                {atOnce ? <Icon name="overdue" /> : null}
                {shiftWords(page, from, to, atOnce)}
              </span>
            </td>
            <td class="why">{reasonWords(page, because)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({
  page,
  day,
  strong = false,
}: {
  readonly page: PageRequest;
  readonly day: IsoDate;
  readonly strong?: boolean;
}) {
  const written = <time dateTime={day}>{longDay(page, day)}</time>;
  return strong ? <b>{written}</b> : written;
}

/** How far a date goes, in words. */
function shiftWords(
  { texts: { move } }: PageRequest,
  from: IsoDate | null,
  to: IsoDate | null,
  atOnce: boolean,
): string {
  if (atOnce) return move.atOnce;
  if (from === null) return move.gets;
  if (to === null) return move.loses;
  const days = daysBetween(from, to);
  return days < 0 ? move.earlier(-days) : move.later(days);
}

/** The tasks whose date changes, in the order of the checklist. */
function changesIn({ moved, undated, dated, compressed }: PlanDifference, tasks: readonly PageTask[]): Change[] {
  const changed = new Map<string, Omit<Change, 'task' | 'atOnce'>>([
    ...moved.map(({ taskId, from, to, because }) => [taskId, { from, to, because }] as const),
    ...undated.map(({ taskId, from, because }) => [taskId, { from, to: null, because }] as const),
    ...dated.map(({ taskId, to, because }) => [taskId, { from: null, to, because }] as const),
  ]);
  const atOnce = new Set(compressed.map(({ taskId }) => taskId));
  return tasks.flatMap((task) => {
    const change = changed.get(task.id);
    return change === undefined ? [] : [{ task, ...change, atOnce: atOnce.has(task.id) }];
  });
}
