import type { Finding } from '../../engine/plan/plan-findings.js';
import type { PlanReason } from '../../engine/plan/plan.js';
import type { DueReason } from '../../engine/time/deadlines.js';
import type { Fact, IsoDate } from '../../engine/words.js';
import { longDay, shortDay } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';

const WEEKEND = 'weekend';

/** Why a date is what it is, in sentences. */
export function reasonWords(page: PageRequest, because: PlanReason): string {
  const { move } = page.texts;
  const rule = ruleWords(page, because.reason);
  switch (because.kind) {
    case 'kept':
      return move.kept[because.why];
    case 'undated':
      return move.anchors[because.reason.rule.anchor].undated;
    case 'compressed':
      return `${rule} ${move.compressed}`;
    case 'overdue':
      return `${rule} ${move.overdue}`;
    case 'rule':
    case 'in_force':
      return rule;
  }
}

/** How a rule comes to its date: its anchor, the holidays on the way, the day off it was moved from. */
function ruleWords(page: PageRequest, { rule, anchorDate, passedOver, moved, provisional }: DueReason): string {
  const { move } = page.texts;
  const anchor = move.anchors[rule.anchor];
  if (anchorDate === null) return anchor.undated;
  const date = longDay(page, anchorDate);
  const count = move.units[rule.unit](Math.abs(rule.offset));
  const said = [
    rule.offset === 0
      ? move.onDay(anchor.day, date)
      : rule.offset < 0
        ? move.before(count, anchor.name, date)
        : move.after(count, anchor.name, date),
  ];
  if (moved !== null) {
    const why = dayOffName(page, moved.because);
    const from = shortDay(page, moved.from);
    said.push(moved.direction === 'back' ? move.movedBack(from, why) : move.movedForward(from, why));
  }
  const others = passedOver.filter(({ date: day }) => day !== moved?.from);
  if (others.length > 0) {
    const holidays = others.map(({ name, date: day }) => move.holiday(name, shortDay(page, day)));
    said.push(move.passedOver(new Intl.ListFormat(page.locale).format(holidays)));
  }
  if (provisional) said.push(move.provisional);
  return said.join(' ');
}

function dayOffName(page: PageRequest, name: string): string {
  return name === WEEKEND ? page.texts.move.weekend : name;
}

/** What is wrong with a task, to be said after its title; what it waits for stands behind. */
export function findingWords(page: PageRequest, { code, facts }: Finding): string {
  const { findings } = page.texts.move;
  const due = dayOf(page, facts.due);
  switch (code) {
    case 'plan.compressed':
      return findings.compressed(due, dayOf(page, facts.from));
    case 'plan.no_working_day_left':
      return findings.noWorkingDay(due);
    case 'plan.little_time':
      return findings.littleTime(due, Number(facts.workingDays));
    case 'plan.waits_for_later':
      return findings.waitsForLater(due, dayOf(page, facts.waitsForDue));
    case 'plan.waits_for_undated':
      return findings.waitsForUndated(due);
    case 'plan.meeting_on_day_off':
      return '';
  }
}

/** A day of the meeting that is a day off, and for whom. */
export function dayOffWords(page: PageRequest, { facts }: Finding, place: string): string {
  const { findings } = page.texts.move;
  const say = facts.provisional === true ? findings.dayOffExpected : findings.dayOff;
  return say(dayOf(page, facts.date), place, dayOffName(page, String(facts.name)));
}

function dayOf(page: PageRequest, day: Fact | undefined): string {
  return typeof day === 'string' ? longDay(page, day) : page.texts.move.undated;
}

/** One day that was, and the day that it becomes; either may be none. */
export function dayOrNone(page: PageRequest, day: IsoDate | null): string {
  return day === null ? page.texts.move.undated : longDay(page, day);
}
