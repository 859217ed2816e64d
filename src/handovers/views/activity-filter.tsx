import type { PageRequest } from '../../web/page-request.js';
import { ACTIVITY_KINDS, ACTIVITY_SIDES, WHOEVER, type ActivityQuestion } from '../activity.js';

export interface ActivityFilterProps {
  readonly page: PageRequest;
  /** The address of the page that is filtered. */
  readonly record: string;
  readonly asked: ActivityQuestion;
}

/** Which entries are shown: a plain form with a button; with scripts each choice follows by itself. */
export function ActivityFilter({ page, record, asked }: ActivityFilterProps) {
  const { activity, layout } = page.texts;
  return (
    <form
      class="filter"
      method="get"
      action={record}
      aria-label={activity.filter}
      hx-get={record}
      hx-trigger="change"
      hx-target="#record"
      hx-select="#record"
      hx-swap="outerMorph"
      hx-replace-url="true"
    >
      <div class="filter-fields">
        <Choice
          name="by"
          label={activity.side}
          chosen={asked.by ?? WHOEVER}
          choices={[[WHOEVER, activity.everyone], ...ACTIVITY_SIDES.map((side) => [side, layout.desks[side]] as const)]}
        />
        <Choice
          name="about"
          label={activity.kind}
          chosen={asked.about ?? WHOEVER}
          choices={[
            [WHOEVER, activity.everything],
            ...ACTIVITY_KINDS.map((kind) => [kind, activity.kinds[kind]] as const),
          ]}
        />
        <button type="submit">{activity.apply}</button>
      </div>
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly choices: readonly (readonly [value: string, text: string])[];
}

function Choice({ name, label, chosen, choices }: ChoiceProps) {
  return (
    <span class="labelled">
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} class="control" name={name}>
        {choices.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}
