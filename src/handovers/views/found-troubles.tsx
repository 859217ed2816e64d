import type { Finding } from '../../engine/plan/plan-findings.js';
import type { PlanDifference } from '../../engine/plan/plan-difference.js';
import type { Side } from '../../engine/words.js';
import { Icon } from '../../web/components/icon.js';
import type { PageTask } from '../page-tasks.queries.js';
import { isDayOff, isOutOfOrder, isTight, wordOf } from '../previewed.js';
import { sideName, type MoveProps } from './change-words.js';
import { dayOffWords, findingWords } from './plan-words.js';
import { TaskLink } from './task-link.js';

export interface FoundTroublesProps extends Omit<MoveProps, 'about'> {
  /** Of the plan as it would be: its meeting's days off, also those that are days off now. */
  readonly findings: readonly Finding[];
  readonly difference: PlanDifference;
  readonly tasks: readonly PageTask[];
}

/** What would become too tight, come in the wrong order, or fall on a day off. */
export function FoundTroubles(props: FoundTroublesProps) {
  const { page, difference, findings } = props;
  const { move } = page.texts;
  const added = difference.findings.new;
  const gone = goneFrom(difference);
  const groups = [
    { title: move.daysOffTitle, found: findings.filter(isDayOff) },
    { title: move.tightTitle, found: added.filter(isTight) },
    { title: move.orderTitle, found: added.filter(isOutOfOrder) },
  ].filter(({ found }) => found.length > 0);
  return (
    <section aria-labelledby="troubles">
      <h2 id="troubles">{move.attention}</h2>
      {groups.length === 0 ? (
        <p class="all-well">
          <Icon name="accepted" />
          {move.noFindings}
        </p>
      ) : (
        groups.map(({ title, found }) => (
          <div key={title} class="troubles">
            <h3>
              <Icon name="overdue" />
              {title} <span class="quiet">{found.length}</span>
            </h3>
            <ul class="rows">
              {found.map((finding) => (
                <li key={JSON.stringify(finding)}>
                  <Trouble {...props} finding={finding} />
                </li>
              ))}
            </ul>
          </div>
        ))
      )}
      {gone.length === 0 ? null : (
        <details class="fold gone">
          <summary>{move.goneTitle(gone.length)}</summary>
          <ul class="rows">
            {gone.map((finding) => (
              <li key={JSON.stringify(finding)}>
                <Trouble {...props} finding={finding} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** What is no trouble any more; what is only told anew, with other dates, is not gone. */
function goneFrom({ findings: { new: added, gone } }: PlanDifference): Finding[] {
  const key = (finding: Finding): string =>
    [finding.code, ...finding.taskIds, isDayOff(finding) ? wordOf(finding.facts.date) : ''].join(' ');
  const known = new Set(added.map(key));
  return gone.filter((finding) => !known.has(key(finding)));
}

function Trouble({ finding, ...props }: FoundTroublesProps & { readonly finding: Finding }) {
  const { page, viewer, frame, tasks } = props;
  if (isDayOff(finding)) return <>{dayOffWords(page, finding, sideName(props, finding.facts.side as Side))}</>;
  const [task, other] = finding.taskIds.map((id) => tasks.find((one) => one.id === id));
  const link = { page, bodyId: viewer.bodyId, handoverId: frame.id };
  return (
    <>
      {task === undefined ? null : (
        <>
          <TaskLink {...link} task={task} />
          {': '}
        </>
      )}
      {findingWords(page, finding)} {other === undefined ? null : <TaskLink {...link} task={other} />}
    </>
  );
}
