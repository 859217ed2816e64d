import { dayAndTime, longDay } from '../../web/dates.js';
import { isolated } from '../../web/gate-words.js';
import type { PageRequest } from '../../web/page-request.js';
import type { TaskEvent } from '../task-page.queries.js';
import { EVENT_ROWS } from '../task-scene.queries.js';
import type { TaskSceneProps } from './task-facts.js';

/** What happened to a task, newest first. */
export function TaskHistory({ page, viewer, events }: TaskSceneProps) {
  const words = page.texts.tasks.page;
  return (
    <section aria-labelledby="history-title" id="history">
      <h2 id="history-title">{words.history}</h2>
      {events.length === 0 ? (
        <p class="quiet">{words.noHistory}</p>
      ) : (
        <TaskEvents page={page} zone={viewer.zone} events={events} />
      )}
      {events.length < EVENT_ROWS ? null : <p class="quiet">{words.olderHistory}</p>}
    </section>
  );
}

export interface TaskEventsProps {
  readonly page: PageRequest;
  readonly zone: string;
  readonly events: readonly TaskEvent[];
}

/** Lines of the account about one task: when, who, what, and what they wrote. */
export function TaskEvents({ page, zone, events }: TaskEventsProps) {
  return (
    <ol class="rows events">
      {events.map((event) => (
        <li key={event.seq}>
          <time dateTime={event.at}>{dayAndTime(page, event.at, zone)}</time>
          <div>
            <p>
              <bdi class="actor">{event.actorName ?? page.texts.layout.product}</bdi> {sentenceOf(page, event)}
            </p>
            {event.text === null ? null : (
              <blockquote class="written" dir="auto">
                {event.text}
              </blockquote>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function sentenceOf(page: PageRequest, event: TaskEvent): string {
  const words = page.texts.tasks.page;
  const said = words.events[event.action] ?? words.otherEvent;
  return [said, ...detailsOf(page, event)].join(' ');
}

/** Whom it was given to, and for which day, where the line tells of that. */
function detailsOf(page: PageRequest, { action, facts, personName, officeName }: TaskEvent): string[] {
  const words = page.texts.tasks.page;
  const names = [personName, officeName].filter((name) => name !== null);
  const given =
    action === 'task.reassigned' || action === 'task.committed'
      ? names.map((name) => words.givenTo(isolated(page, name)))
      : [];
  const nobody = action === 'task.reassigned' && names.length === 0 ? [words.givenToNobody] : [];
  const day = facts.dueOn ?? toOf(facts.pinned);
  return [...given, ...nobody, ...(typeof day === 'string' ? [words.forDay(longDay(page, day))] : [])];
}

function toOf(change: unknown): unknown {
  return typeof change === 'object' && change !== null && 'to' in change ? change.to : null;
}
