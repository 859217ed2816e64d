import type { Finding, FindingCode } from '../engine/plan/plan-findings.js';
import { isEmpty, type PlanDifference } from '../engine/plan/plan-difference.js';
import type { Fact, IsoDate } from '../engine/words.js';
import type { PlanPreview } from './preview-plan.js';

const TIGHT: ReadonlySet<FindingCode> = new Set(['plan.compressed', 'plan.no_working_day_left', 'plan.little_time']);
const OUT_OF_ORDER: ReadonlySet<FindingCode> = new Set(['plan.waits_for_later', 'plan.waits_for_undated']);

/** A change in numbers. */
export interface ChangeCounts {
  /** Tasks that get another date, lose theirs or get one. */
  readonly moved: number;
  /** Tasks with too little time. */
  readonly tight: number;
  /** Tasks that would be due before what they wait for. */
  readonly outOfOrder: number;
  /** Days of the meeting on which one of the sides does not work. */
  readonly daysOff: number;
  readonly reminders: { readonly vanish: number; readonly move: number; readonly appear: number };
}

/** What a change does to one handover, in numbers. */
export function countsOf(difference: PlanDifference, findings: readonly Finding[]): ChangeCounts {
  const { moved, undated, dated, reminders } = difference;
  const added = difference.findings.new;
  return {
    moved: moved.length + undated.length + dated.length,
    tight: tasksOf(added, TIGHT).size,
    outOfOrder: tasksOf(added, OUT_OF_ORDER).size,
    daysOff: daysOff(findings).length,
    reminders: {
      vanish: reminders.vanish.length,
      move: reminders.move.length,
      appear: reminders.appear.length,
    },
  };
}

/** The same for all handovers that a change reaches. */
export function totalOf({ handovers }: PlanPreview): ChangeCounts {
  const counts = handovers.map(({ difference, findings }) => countsOf(difference, findings));
  const sum = (part: (one: ChangeCounts) => number): number => counts.reduce((all, one) => all + part(one), 0);
  return {
    moved: sum(({ moved }) => moved),
    tight: sum(({ tight }) => tight),
    outOfOrder: sum(({ outOfOrder }) => outOfOrder),
    daysOff: new Set(handovers.flatMap(({ findings }) => daysOff(findings))).size,
    reminders: {
      vanish: sum(({ reminders }) => reminders.vanish),
      move: sum(({ reminders }) => reminders.move),
      appear: sum(({ reminders }) => reminders.appear),
    },
  };
}

/** Everybody who gets a message, once; whoever moves the dates is not told of their own doing. */
export function toldBy({ handovers }: PlanPreview, moverId: string): string[] {
  return [...new Set(handovers.flatMap(({ told }) => told))].filter((personId) => personId !== moverId);
}

/** Whether applying it would change nothing anywhere: no date, no reminder. */
export function changesNothing({ handovers }: PlanPreview): boolean {
  return handovers.every(({ difference, anchors: { before, after } }) => {
    const same = Object.entries(before).every(([anchor, day]) => after[anchor as keyof typeof after] === day);
    return same && isEmpty(difference);
  });
}

export function isTight({ code }: Finding): boolean {
  return TIGHT.has(code);
}

export function isOutOfOrder({ code }: Finding): boolean {
  return OUT_OF_ORDER.has(code);
}

export function isDayOff({ code }: Finding): boolean {
  return code === 'plan.meeting_on_day_off';
}

/** A fact that is a name or a day; empty when it is anything else. */
export function wordOf(fact: Fact | undefined): string {
  return typeof fact === 'string' ? fact : '';
}

function tasksOf(findings: readonly Finding[], codes: ReadonlySet<FindingCode>): Set<string> {
  return new Set(findings.filter(({ code }) => codes.has(code)).map(({ facts }) => wordOf(facts.task)));
}

function daysOff(findings: readonly Finding[]): IsoDate[] {
  return [...new Set(findings.filter(isDayOff).map(({ facts }) => wordOf(facts.date)))];
}

/** Whether dates are only taken away, as by a postponement without a new date. */
export function onlyTakesDates({ handovers }: PlanPreview): boolean {
  const differences = handovers.map(({ difference }) => difference);
  return (
    differences.some(({ undated }) => undated.length > 0) &&
    differences.every(({ moved, dated }) => moved.length + dated.length === 0)
  );
}

/** A number that a page gave and got back with its form; only ever shown. */
export function wholeNumber(text: string | undefined): number {
  const number = Number(text);
  return Number.isSafeInteger(number) && number >= 0 ? number : 0;
}
