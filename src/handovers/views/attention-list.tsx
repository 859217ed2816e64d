import { isSettled } from '../../engine/tasks/task.js';
import type { Desk } from '../../engine/words.js';
import { DueDate } from '../../web/components/due-date.js';
import { StateTag } from '../../web/components/state-tag.js';
import { writtenOnce } from '../../web/components/written-once.js';
import { shortDay } from '../../web/dates.js';
import { inLanguage } from '../../web/names.js';
import { paths } from '../../web/paths.js';
import { attentionOf, type AttentionItem } from '../attention.js';
import type { PageTask } from '../page-tasks.queries.js';
import { sidesOfReader } from './handover-page.js';
import { daysUntouched, listedTask, type ListedTask, type Reading } from './listed-task.js';

/** What is listed of what needs attention; the rest is a click away. */
const MOST_LISTED = 8;

export interface AttentionListProps extends Reading {
  readonly tasks: readonly PageTask[];
}

/** What needs the reader's attention, most pressing first. */
export function AttentionList(props: AttentionListProps) {
  const { page, viewer, frame, tasks } = props;
  const { overview } = page.texts;
  const sides = sidesOfReader(frame);
  const items = attentionOf(tasks, sides, { now: viewer.now, today: frame.today });
  const hint = sides.includes('secretariat')
    ? overview.attentionHint.secretariat
    : sides.includes('incoming')
      ? overview.attentionHint.review
      : overview.attentionHint.chair;
  return (
    <section aria-labelledby="attention-title" id="attention">
      <h2 id="attention-title">{overview.attention}</h2>
      <p class="quiet">{hint}</p>
      {items.length === 0 ? (
        <Nothing {...props} />
      ) : (
        <ol class="rows attention">
          {items.slice(0, MOST_LISTED).map((item) => (
            <Item key={item.task.id} page={page} {...rowOf(props, item)} />
          ))}
        </ol>
      )}
      <p>
        <a href={`${paths.tasks(viewer.bodyId, frame.id)}?show=all`}>{overview.allTasks(tasks.length)}</a>
      </p>
    </section>
  );
}

interface Row {
  readonly task: ListedTask;
  readonly desk: Desk;
  /** Since how many days nothing has happened to it, where that is why it is here. */
  readonly silentFor: number | null;
}

function rowOf(reading: Reading, { task, reason }: AttentionItem): Row {
  const silentFor = reason === 'silent' ? daysUntouched(reading, task) : null;
  return { task: listedTask(reading, task), desk: task.owner, silentFor };
}

const Item = writtenOnce<Row>(({ page, task, desk, silentFor }) => (
  <li id={`attention-${task.id}`}>
    <bdi class="number">{task.id}</bdi>
    <div class="what">
      <a href={task.address} lang={task.language}>
        {task.title}
      </a>
      <span class="who-does">
        {task.person === null ? page.texts.layout.desks[desk] : <bdi>{task.person}</bdi>}
        {silentFor === null ? null : ` · ${page.texts.overview.silent(silentFor)}`}
      </span>
    </div>
    <DueDate page={page} {...task} />
    <span>
      <StateTag page={page} state={task.state} />
    </span>
  </li>
));

function Nothing({ page, frame, tasks }: AttentionListProps) {
  const { overview } = page.texts;
  const next = tasks
    .filter((task) => !isSettled(task) && task.dueOn !== null && task.dueOn >= frame.today)
    .sort((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''))[0];
  return (
    <p>
      {overview.nothing}{' '}
      {next?.dueOn == null
        ? null
        : overview.nextDate(shortDay(page, next.dueOn), inLanguage(page.language, next.title).text)}
    </p>
  );
}
