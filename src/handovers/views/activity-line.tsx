import { Fragment } from 'preact';
import type { ActivityLine } from '../../audit/account.queries.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import { detailOf, sentenceParts, subjectOf, type TaskTitles } from './line-words.js';

export interface ActivitySentenceProps {
  readonly page: PageRequest;
  readonly line: ActivityLine;
  readonly titles: TaskTitles;
  readonly bodyId: string;
  readonly handoverId: string;
}

/** Who did what, as a sentence. */
export function ActivitySentence({ page, line, titles, bodyId, handoverId }: ActivitySentenceProps) {
  const { activity } = page.texts;
  const subject = subjectOf(page, line, titles);
  const lang = subject.lang === page.language ? undefined : subject.lang;
  const detail = detailOf(page, line);
  const [before = '', ...after] = sentenceParts(page, line);
  return (
    <>
      <bdi class="actor">{line.actorName ?? activity.system}</bdi>
      {activity.afterName}
      {before}
      {after.map((words, index) => (
        <Fragment key={index}>
          {subject.task === null ? (
            subject.text
          ) : (
            <a href={paths.task(bodyId, handoverId, subject.task)} lang={lang}>
              {subject.text}
            </a>
          )}
          {words}
        </Fragment>
      ))}
      {detail === '' ? null : <span class="detail"> ({detail})</span>}
    </>
  );
}
