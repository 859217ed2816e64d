import type { PlanDifference, ReminderOnDay } from '../../engine/plan/plan-difference.js';
import { shortDay } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import type { PageTask } from '../page-tasks.queries.js';
import { dayOrNone } from './plan-words.js';
import { TaskLink } from './task-link.js';

export interface WhatStaysProps {
  readonly page: PageRequest;
  readonly bodyId: string;
  readonly handoverId: string;
  readonly difference: PlanDifference;
  readonly tasks: readonly PageTask[];
}

/** The dates that stay where they are although others move, and why. */
export function WhatStays({ difference: { pinned, kept, unchanged }, ...props }: WhatStaysProps) {
  const { page, tasks } = props;
  const { move } = page.texts;
  if (pinned.length + kept.length + unchanged === 0) return null;
  const others = unchanged - pinned.length - kept.length;
  return (
    <section aria-labelledby="stays">
      <h2 id="stays">{move.stays}</h2>
      {pinned.length === 0 ? null : (
        <>
          <p>{move.pinned}</p>
          <ul class="rows">
            {pinned.map(({ taskId, due, ruleDate }) => {
              const task = tasks.find(({ id }) => id === taskId);
              return task === undefined ? null : (
                <li key={taskId}>
                  <TaskLink {...props} task={task} />
                  {': '}
                  {move.staysOn(dayOrNone(page, due), dayOrNone(page, ruleDate))}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {kept.length === 0 ? null : <p>{move.keptDates(kept.length)}</p>}
      {others > 0 ? <p>{move.unchanged(others)}</p> : null}
    </section>
  );
}

/** Which reminders move with their tasks, vanish or are new. */
export function ChangedReminders({ difference: { reminders }, ...props }: WhatStaysProps) {
  const { move } = props.page.texts;
  const { vanish, move: moving, appear } = reminders;
  return (
    <section aria-labelledby="reminders">
      <h2 id="reminders">{move.reminders}</h2>
      {vanish.length + moving.length + appear.length === 0 ? <p>{move.noReminders}</p> : null}
      {moving.length === 0 ? null : <p>{move.remindersMove(moving.length)}</p>}
      <ReminderList {...props} title={move.remindersVanish(vanish.length)} reminders={vanish} />
      <ReminderList {...props} title={move.remindersAppear(appear.length)} reminders={appear} />
    </section>
  );
}

function ReminderList({
  title,
  reminders,
  ...props
}: Omit<WhatStaysProps, 'difference'> & { readonly title: string; readonly reminders: readonly ReminderOnDay[] }) {
  const { page, tasks } = props;
  const byTask = tasks.flatMap((task) => {
    const days = reminders.filter(({ taskId }) => taskId === task.id).map(({ on }) => on);
    return days.length === 0 ? [] : [{ task, days: [...new Set(days)].sort() }];
  });
  if (byTask.length === 0) return null;
  return (
    <details class="fold" data-prints="open">
      <summary>{title}</summary>
      <ul class="rows">
        {byTask.map(({ task, days }) => (
          <li key={task.id}>
            <TaskLink {...props} task={task} />{' '}
            <span class="quiet">{new Intl.ListFormat(page.locale).format(days.map((day) => shortDay(page, day)))}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
