import { inLanguage } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { PageTask } from '../page-tasks.queries.js';

/** A text of a template for the reader, and its language where that is another than the page's. */
export function textIn(
  page: PageRequest,
  written: Readonly<Partial<Record<string, string>>>,
): { readonly text: string; readonly lang: string | undefined } {
  const { text, lang } = inLanguage(page.language, written);
  return { text, lang: lang === page.language ? undefined : lang };
}

export interface TaskLinkProps {
  readonly page: PageRequest;
  readonly bodyId: string;
  readonly handoverId: string;
  readonly task: Pick<PageTask, 'id' | 'title'>;
}

/** A task by its number and title. */
export function TaskLink({ page, bodyId, handoverId, task }: TaskLinkProps) {
  const title = textIn(page, task.title);
  return (
    <span class="task-link">
      <bdi class="number">{task.id}</bdi>{' '}
      <a href={paths.task(bodyId, handoverId, task.id)} lang={title.lang}>
        <bdi>{title.text}</bdi>
      </a>
    </span>
  );
}
