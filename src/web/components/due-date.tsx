import type { IsoDate } from '../../engine/words.js';
import { daysAway, daysBetween, longDay, shortDay } from '../dates.js';
import type { Speaker } from '../page-request.js';
import { Icon } from './icon.js';

export interface DueDateProps {
  readonly page: Speaker;
  readonly due: IsoDate | null;
  readonly today: IsoDate;
  /** Settled tasks are neither late nor near. */
  readonly isSettled: boolean;
  readonly isLate: boolean;
}

/** When something is due, and how far that is from today, in words. */
export function DueDate({ page, due, today, isSettled, isLate }: DueDateProps) {
  const { layout } = page.texts;
  if (due === null) return <span class="due">{layout.noDate}</span>;
  const written = due.slice(0, 4) === today.slice(0, 4) ? shortDay(page, due) : longDay(page, due);
  const away = daysAway(page, daysBetween(today, due));
  return (
    <span class="due">
      <time dateTime={due}>{written}</time>
      {isSettled ? null : isLate ? (
        <span class="late">
          <Icon name="overdue" />
          <b>{layout.overdue},</b> {away}
        </span>
      ) : (
        <span class="away">{away}</span>
      )}
    </span>
  );
}
