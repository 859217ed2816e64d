import type { PlanReason } from '../../engine/plan/plan.js';
import type { DueReason as ReasonOfRule } from '../../engine/time/deadlines.js';
import { localDate } from '../../engine/time/zones.js';
import type { IsoInstant } from '../../engine/words.js';
import { clockTime, longDay, placeOf } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import type { TaskView } from '../tasks.queries.js';

export interface DueReasonProps {
  readonly page: PageRequest;
  readonly because: PlanReason;
  /** In whose calendar the days were counted. */
  readonly calendarOf: string;
}

/** Why a due date is what it is, in sentences: the rule, what lay in the way, and what overrides it. */
export function DueReason({ page, because, calendarOf }: DueReasonProps) {
  const { because: say } = page.texts.tasks.page;
  const { reason } = because;
  const { moved, provisional, rule } = reason;
  return (
    <>
      <p>
        {ruleInWords(page, reason)}
        {rule.offset === 0 ? null : ` ${say.calendarOf(calendarOf)}`}
      </p>
      {reason.passedOver.length === 0 ? null : <DaysOff page={page} reason={reason} />}
      {moved === null ? null : (
        <p>{(moved.direction === 'back' ? say.movedBack : say.movedForward)(longDay(page, moved.from))}</p>
      )}
      {provisional ? <p>{say.provisional}</p> : null}
      <Overriding page={page} because={because} />
    </>
  );
}

/** The rule that gave a date, with the day it hangs on. */
export function ruleInWords(page: PageRequest, { rule, anchorDate }: ReasonOfRule): string {
  const { because: say } = page.texts.tasks.page;
  const anchor = say.anchors[rule.anchor];
  const days = Math.abs(rule.offset);
  const counted =
    rule.offset === 0 ? say.on(anchor) : (rule.offset < 0 ? say.before : say.after)[rule.unit](days, anchor);
  return anchorDate === null ? say.undated(counted) : say.dated(counted, longDay(page, anchorDate));
}

function DaysOff({ page, reason }: { readonly page: PageRequest; readonly reason: ReasonOfRule }) {
  return (
    <p>
      {page.texts.tasks.page.because.passedOver}{' '}
      {reason.passedOver.map(({ date, name }, index) => (
        <span key={date}>
          {index === 0 ? null : '; '}
          {longDay(page, date)} (<bdi lang="en">{name}</bdi>)
        </span>
      ))}
    </p>
  );
}

function Overriding({ page, because }: { readonly page: PageRequest; readonly because: PlanReason }) {
  const { because: say } = page.texts.tasks.page;
  switch (because.kind) {
    case 'kept':
      return <p>{say.kept[because.why]}</p>;
    case 'compressed':
      return <p>{say.compressed}</p>;
    case 'overdue':
      return <p>{say.overdue}</p>;
    case 'in_force':
      return <p>{say.inForce}</p>;
    case 'rule':
    case 'undated':
      return null;
  }
}

/** When the day of a task ends, by the clocks of everyone concerned: one time where they agree. */
export function endOfDayTimes(page: PageRequest, frame: HandoverFrame, task: TaskView): string | null {
  if (task.dueAt === null || task.dueOn === null) return null;
  const { because: say } = page.texts.tasks.page;
  const { outgoing, incoming, secretariat } = frame.zones;
  const zones = [...new Set([...(task.owner === 'secretariat' ? [secretariat] : []), outgoing, incoming])];
  const byTime = new Map<string, string[]>();
  for (const zone of zones) {
    const time = timeThere(page, task.dueAt, task.dueOn, zone);
    byTime.set(time, [...(byTime.get(time) ?? []), placeOf(page, zone)]);
  }
  const list = (names: string[]): string => new Intl.ListFormat(page.locale).format(names);
  return say.endsAt(list([...byTime].map(([time, places]) => say.timeIn(time, list(places)))));
}

/** With its date where that is another one there. */
function timeThere(page: PageRequest, at: IsoInstant, day: string, zone: string): string {
  const time = clockTime(page, at, zone);
  const there = localDate(at, zone);
  return there === day ? time : `${longDay(page, there)}, ${time}`;
}
