import { wordOf } from '../previewed.js';
import type { Finding } from '../../engine/plan/plan-findings.js';
import type { PlanReason } from '../../engine/plan/plan.js';
import type { DueReason } from '../../engine/time/deadlines.js';
import type { Fact, IsoDate } from '../../engine/words.js';
import { longDay, shortDay } from '../../web/dates.js';
import { isolated } from '../../web/gate-words.js';
import type { PageRequest } from '../../web/page-request.js';
import { ruleInWords } from './due-reason.js';

const WEEKEND = 'weekend';

/** Why a date is what it is, in sentences of one line. */
export function reasonWords(page: PageRequest, because: PlanReason): string {
  const { because: say } = page.texts.tasks.page;
  const rule = ruleInWords(page, because.reason);
  switch (because.kind) {
    case 'kept':
      return say.kept[because.why];
    case 'undated':
      return rule;
    case 'compressed':
    case 'overdue':
      return [rule, ...onTheWay(page, because.reason), say[because.kind]].join(' ');
    case 'rule':
    case 'in_force':
      return [rule, ...onTheWay(page, because.reason)].join(' ');
  }
}

/** The day off that a date was moved from, the holidays that were not counted, and whether one is only expected. */
function onTheWay(page: PageRequest, { passedOver, moved, provisional }: DueReason): string[] {
  const { because: say } = page.texts.tasks.page;
  const others = passedOver.filter(({ date }) => date !== moved?.from);
  const holidays = others.map(({ name, date }) => `${shortDay(page, date)} (${isolated(page, name)})`);
  return [
    ...(moved === null
      ? []
      : [(moved.direction === 'back' ? say.movedBack : say.movedForward)(longDay(page, moved.from))]),
    ...(holidays.length === 0 ? [] : [`${say.passedOver} ${new Intl.ListFormat(page.locale).format(holidays)}.`]),
    ...(provisional ? [say.provisional] : []),
  ];
}

function dayOffName(page: PageRequest, name: string): string {
  return name === WEEKEND ? page.texts.move.weekend : isolated(page, name);
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
  return say(dayOf(page, facts.date), place, dayOffName(page, wordOf(facts.name)));
}

function dayOf(page: PageRequest, day: Fact | undefined): string {
  return typeof day === 'string' ? longDay(page, day) : page.texts.move.undated;
}

/** One day that was, and the day that it becomes; either may be none. */
export function dayOrNone(page: PageRequest, day: IsoDate | null): string {
  return day === null ? page.texts.move.undated : longDay(page, day);
}
