import type { ActivityLine } from '../../audit/account.queries.js';
import type { PageRequest } from '../../web/page-request.js';
import { inLanguage } from '../../web/names.js';
import { paths } from '../../web/paths.js';

/** Tasks by id, as far as their names are needed. */
export type TaskTitles = ReadonlyMap<string, Readonly<Record<string, string>>>;

export interface ActivitySentenceProps {
  readonly page: PageRequest;
  readonly line: ActivityLine;
  readonly titles: TaskTitles;
  readonly bodyId: string;
  readonly handoverId: string;
}

/** Who did what, as a sentence. */
export function ActivitySentence({ page, line, titles, bodyId, handoverId }: ActivitySentenceProps) {
  const { activity, layout } = page.texts;
  const [kind = '', id = ''] = line.subject.split(/:(.*)/s);
  const title = kind === 'task' ? titles.get(id) : undefined;
  const say = activity.lines[line.action];
  return (
    <>
      <bdi class="actor">{line.actorName ?? layout.product}</bdi>{' '}
      {(say ?? activity.other)('\u0000')
        .split('\u0000')
        .map((words, index) => (
          <>
            {index === 0 ? null : title === undefined ? (
              <span>{id}</span>
            ) : (
              <a href={paths.task(bodyId, handoverId, id)} lang={inLanguage(page.language, title).lang}>
                {inLanguage(page.language, title).text}
              </a>
            )}
            {words}
          </>
        ))}
    </>
  );
}
