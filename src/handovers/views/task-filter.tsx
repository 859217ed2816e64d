import type { Viewer } from '../../people/find-session.js';
import type { PageRequest } from '../../web/page-request.js';
import { inLanguage } from '../../web/names.js';
import { paths } from '../../web/paths.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import type { PageSection, PageTask } from '../page-tasks.queries.js';
import { NOBODY, WHOLE, type ChosenTasks, type TaskChip, type TaskChoice } from '../task-list.js';
import { sidesOfReader } from './handover-page.js';

/** What the checklist and its filter are made of. */
export interface TaskListProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly sections: readonly PageSection[];
  /** All tasks of the handover, from which some are chosen. */
  readonly tasks: readonly PageTask[];
  readonly chosen: ChosenTasks;
}

/**
 * Which tasks are shown: a plain form with a button. With scripts the list follows each choice by itself, in place, so
 * that the focus stays where it is.
 */
export function TaskFilter({ page, viewer, frame, sections, tasks, chosen }: TaskListProps) {
  const { list } = page.texts.tasks;
  const { choice, counts } = chosen;
  const address = paths.tasks(viewer.bodyId, frame.id);
  const looksAfterAll = sidesOfReader(frame).includes('secretariat');
  return (
    <form
      class="filter"
      method="get"
      action={address}
      hx-get={address}
      hx-trigger="change"
      hx-target="#task-list"
      hx-select="#task-list"
      hx-swap="outerMorph"
      hx-replace-url="true"
    >
      <fieldset class="chips">
        <legend class="unseen">{list.filter}</legend>
        {counts.map(({ chip, count }) => (
          <label key={chip} class="chip">
            <input type="radio" name="show" value={chip} checked={chip === choice.show} />
            <span>
              {chip === 'mine' && looksAfterAll ? list.attention : list.chips[chip]}{' '}
              <ChipCount choice={choice} chip={chip} count={count} />
            </span>
          </label>
        ))}
      </fieldset>
      <div class="filter-fields">
        <span class="labelled">
          <label for="filter-person">{list.person}</label>
          <select id="filter-person" class="control" name="person">
            {personChoices(page, tasks).map(({ value, text }) => (
              <option key={value} value={value} selected={value === choice.person}>
                {text}
              </option>
            ))}
          </select>
        </span>
        <span class="labelled">
          <label for="filter-section">{list.section}</label>
          <select id="filter-section" class="control" name="section">
            <option value={WHOLE}>{list.allSections}</option>
            {sections.map(({ id, title }, index) => (
              <option key={id} value={id} selected={id === choice.section}>
                {`${String(index + 1)}. ${inLanguage(page.language, title).text}`}
              </option>
            ))}
          </select>
        </span>
        <button type="submit">{list.apply}</button>
      </div>
    </form>
  );
}

/** How many tasks of a kind there are, of the chosen person and section; also while the list is open. */
export function ChipCount({
  choice,
  chip,
  count,
}: {
  readonly choice: TaskChoice;
  readonly chip: TaskChip;
  readonly count: number;
}) {
  return <b id={countId(choice, chip)}>{count}</b>;
}

/** Another choice counts otherwise, so the id of its numbers is another. */
export function countId({ person, section }: TaskChoice, chip: TaskChip): string {
  return `count-${chip}-${section === WHOLE ? '' : section}-${person === WHOLE ? '' : person}`;
}

/** Everyone who has a task here, by name. */
function personChoices({ texts, locale }: PageRequest, tasks: readonly PageTask[]) {
  const { list } = texts.tasks;
  const people = new Map(
    tasks.flatMap(({ personId, personName }) => (personId === null ? [] : [[personId, personName ?? personId]])),
  );
  const named = [...people].map(([value, text]) => ({ value, text }));
  return [
    { value: WHOLE, text: list.everyone },
    { value: NOBODY, text: list.nobody },
    ...named.sort((one, other) => one.text.localeCompare(other.text, locale)),
  ];
}
