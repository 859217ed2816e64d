import type { ActivityLine } from '../../audit/account.queries.js';
import { dayAndTime } from '../../web/dates.js';
import type { Typed } from '../../web/form.js';
import type { PageTask } from '../page-tasks.queries.js';
import type { PlanPreview } from '../preview-plan.js';
import { toldBy, totalOf, wholeNumber } from '../previewed.js';
import { ActivitySentence } from './activity-line.js';
import type { MoveProps } from './change-words.js';

export interface StaleBoxProps extends Omit<MoveProps, 'about'> {
  readonly preview: PlanPreview;
  readonly tasks: readonly PageTask[];
  readonly typed: Typed;
  readonly since: readonly ActivityLine[];
}

/** Says that what was shown is no longer so, what is so now, and who changed it: nothing was moved, nothing is lost. */
export function StaleBox({ page, viewer, frame, preview, tasks, typed, since }: StaleBoxProps) {
  const { move } = page.texts;
  const titles = new Map(tasks.map((task) => [task.id, task.title]));
  const before = move.counts(wholeNumber(typed.moved), wholeNumber(typed.told));
  const now = move.counts(totalOf(preview).moved, toldBy(preview, viewer.personId).length);
  return (
    <div class="errors" role="alert" tabindex={-1} data-focus="yes">
      <h2>{move.staleTitle}</h2>
      <p>{move.staleHelp}</p>
      {before === now ? null : <p>{move.staleCounts(before, now)}</p>}
      {since.length === 0 ? null : (
        <>
          <p>{move.since}</p>
          <ul class="since">
            {since.map((line) => (
              <li key={line.seq}>
                <time dateTime={line.at}>{dayAndTime(page, line.at, viewer.zone)}</time>{' '}
                <ActivitySentence
                  page={page}
                  line={line}
                  titles={titles}
                  bodyId={viewer.bodyId}
                  handoverId={frame.id}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
