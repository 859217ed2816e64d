import type { Viewer } from '../../people/find-session.js';
import { PageHead } from '../../web/components/page-head.js';
import { dayAndTime } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import type { PageTask } from '../page-tasks.queries.js';
import type { RevisionLine } from '../plan-revisions.queries.js';
import { HandoverPage } from './handover-page.js';
import { addressOf } from './preview-address.js';
import { textIn } from './task-link.js';

export interface RevisionsPageProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly lines: readonly RevisionLine[];
  readonly hasOlder: boolean;
  readonly tasks: readonly PageTask[];
}

/** All revisions of a plan, newest first. */
export function RevisionsPage({ page, viewer, frame, lines, hasOlder, tasks }: RevisionsPageProps) {
  const { move, layout } = page.texts;
  const last = lines.at(-1);
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={move.revisions} current="overview">
      <PageHead above={frame.title} title={move.revisions} />
      <p class="lead">{move.revisionsLead}</p>
      <table class="dates revisions">
        <caption class="unseen">{move.revisionsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{move.columns.revision}</th>
            <th scope="col">{move.columns.what}</th>
            <th scope="col">{move.columns.moved}</th>
            <th scope="col">{move.columns.when}</th>
            <th scope="col">{move.columns.who}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.revision}>
              <th scope="row">
                <a href={paths.planRevision(viewer.bodyId, frame.id, line.revision)}>{move.revision(line.revision)}</a>
              </th>
              <td>{causeWords(page, line, tasks)}</td>
              <td data-label={move.columns.moved}>{line.moved}</td>
              <td>
                <time dateTime={line.at}>{dayAndTime(page, line.at, viewer.zone)}</time>
              </td>
              <td>
                <bdi>{line.actorName ?? layout.product}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasOlder && last !== undefined ? (
        <p>
          <a href={addressOf(paths.plan(viewer.bodyId, frame.id), { before: String(last.revision) })}>{move.older}</a>
        </p>
      ) : null}
    </HandoverPage>
  );
}

const TASK = /^task (.+)$/;
const KINDS = ['meeting', 'effect_date', 'holiday', 'working_day', 'rules', 'created'] as const;

/** What brought a revision about, in words. */
export function causeWords(
  page: PageRequest,
  { cause, hasMeetingDate }: RevisionLine,
  tasks: readonly PageTask[],
): string {
  const { causes } = page.texts.move;
  const taskId = TASK.exec(cause)?.[1];
  if (taskId !== undefined) {
    const task = tasks.find(({ id }) => id === taskId);
    return causes.task(task === undefined ? taskId : `${taskId} ${textIn(page, task.title).text}`);
  }
  const kind = KINDS.find((each) => each === cause) ?? 'rules';
  return kind === 'meeting' && !hasMeetingDate ? causes.postponed : causes[kind];
}
