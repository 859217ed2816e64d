import type { CalendarDefinition, HolidayRule } from '../time/calendar.js';
import type { UnmetGate } from '../decision.js';
import type { HandoverState } from '../handovers/handover.js';
import type { Anchors, IsoDate } from '../words.js';

/** What moves dates. Nothing else does: every other change leaves the plan as it is. */
export type PlanChange =
  /** The meeting has new dates, or none: postponed without a date. */
  | {
      readonly kind: 'meeting';
      readonly meetingId: string;
      readonly startsOn: IsoDate | null;
      readonly endsOn: IsoDate | null;
      /** The chair passes on the agreed day although the meeting moves (Rabat 2020). Else a date on the meeting follows it. */
      readonly keepHandoverDate: boolean;
    }
  /** The chair passes on another day, or on no agreed day. */
  | {
      readonly kind: 'effect_date';
      readonly handoverId: string;
      readonly handoverDate: IsoDate | null;
      readonly termStart: IsoDate | null;
    }
  /** A day off is decreed, or one that was provisional is settled. */
  | {
      readonly kind: 'holiday';
      readonly calendarId: string;
      readonly date: IsoDate;
      readonly name: string;
      readonly provisional: boolean;
    }
  /** A provisional day off turns out to be none. */
  | { readonly kind: 'working_day'; readonly calendarId: string; readonly date: IsoDate }
  /** The rules are applied anew, to calendars that were edited. */
  | { readonly kind: 'rules'; readonly handoverId: string };

/** What a change meets in one handover. */
export interface ChangedHandover {
  readonly id: string;
  readonly state: HandoverState;
  readonly anchors: Anchors;
}

/** The anchors after a change. A handover date on a day of the meeting moves with that day; a term start with the handover. */
export function anchorsAfter({ anchors }: ChangedHandover, change: PlanChange): Anchors {
  switch (change.kind) {
    case 'meeting': {
      const { startsOn: MEETING_START, endsOn: MEETING_END } = change;
      const moved = { ...anchors, MEETING_START, MEETING_END };
      return change.keepHandoverDate ? moved : followMeeting(anchors, moved);
    }
    case 'effect_date':
      return { ...anchors, HANDOVER_DATE: change.handoverDate, TERM_START: change.termStart };
    case 'holiday':
    case 'working_day':
    case 'rules':
      return anchors;
  }
}

/** What stands against a change in one handover. */
export function changeGates({ id, state, anchors }: ChangedHandover, change: PlanChange): readonly UnmetGate[] {
  const about = { kind: 'handover', id } as const;
  const moves = change.kind === 'effect_date' || change.kind === 'meeting';
  const over = state === 'closed' || state === 'cancelled' || (moves && state === 'effected');
  const wrongState: UnmetGate[] = over
    ? [{ code: 'handover.wrong_state', facts: { move: 're-plan', state }, whose: 'nobody', about }]
    : [];
  return [...wrongState, ...orderGates(id, anchorsAfter({ id, state, anchors }, change))];
}

/** The calendar after a change, or null when the change is not about it. */
export function calendarAfter(definition: CalendarDefinition, change: PlanChange): CalendarDefinition | null {
  if (change.kind !== 'holiday' && change.kind !== 'working_day') return null;
  if (change.calendarId !== definition.id) return null;
  const without = withoutDate(definition, change.date);
  if (change.kind === 'working_day') return without;
  const { date, name, provisional } = change;
  const decreed = { kind: 'dates', name, dates: [{ date, provisional }] } as const;
  return { ...without, holidays: [...without.holidays, decreed] };
}

function followMeeting(before: Anchors, after: Anchors): Anchors {
  const follow = (date: IsoDate | null): IsoDate | null => {
    if (date === null) return after.MEETING_END;
    if (date === before.MEETING_END) return after.MEETING_END;
    return date === before.MEETING_START ? after.MEETING_START : date;
  };
  const HANDOVER_DATE = follow(before.HANDOVER_DATE);
  const TERM_START = before.TERM_START === before.HANDOVER_DATE ? HANDOVER_DATE : before.TERM_START;
  return { ...after, HANDOVER_DATE, TERM_START };
}

function orderGates(id: string, { MEETING_START: start, MEETING_END: end }: Anchors): readonly UnmetGate[] {
  if ((start === null) === (end === null) && (start === null || end === null || start <= end)) return [];
  const facts = { startsOn: start, endsOn: end };
  return [{ code: 'meeting.ends_before_start', facts, whose: 'secretariat', about: { kind: 'handover', id } }];
}

/** Only dates that were listed singly can be taken back; a yearly feast is changed in the calendar itself. */
function withoutDate(definition: CalendarDefinition, date: IsoDate): CalendarDefinition {
  const holidays = definition.holidays.flatMap((rule): HolidayRule[] => {
    if (rule.kind !== 'dates') return [rule];
    const dates = rule.dates.filter((one) => one.date !== date);
    return dates.length === 0 ? [] : [{ ...rule, dates }];
  });
  return { ...definition, holidays };
}
