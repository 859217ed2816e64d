import type { PageRequest } from '../../web/page-request.js';
import type { TaskEvent } from '../task-page.queries.js';
import { TaskEvents } from './task-history.js';

/** Somebody was faster: what they did to the task since the reader opened the page. */
export function ChangedSince({
  page,
  zone,
  events,
}: {
  readonly page: PageRequest;
  readonly zone: string;
  readonly events: readonly TaskEvent[];
}) {
  const words = page.texts.tasks.moves.stale;
  return (
    <section class="errors changed" role="alert" tabindex={-1} data-focus="yes">
      <h2>{words.title}</h2>
      <p>{words.help}</p>
      {events.length === 0 ? <p>{words.unknown}</p> : <TaskEvents page={page} zone={zone} events={events} />}
    </section>
  );
}
