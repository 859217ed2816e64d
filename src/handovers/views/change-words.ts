import type { PlanChange } from '../../engine/plan/re-planning.js';
import type { Side } from '../../engine/words.js';
import type { Viewer } from '../../people/find-session.js';
import { dayRange, longDay } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import type { MovedHandover } from '../move.queries.js';
import { holdersOf } from './handover-page.js';

/** What a page that moves dates is about. */
export interface MoveProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly about: MovedHandover;
}

/** Whom a side is called after: the chair or chairs of its term, or the secretariat. */
export function sideName({ page, viewer, frame }: Omit<MoveProps, 'about'>, side: Side): string {
  return side === 'secretariat' ? viewer.secretariatName : holdersOf(page, frame[side]);
}

/** Whose calendar it is, as far as it is one of the handover's. */
export function calendarName(props: MoveProps, calendarId: string): string {
  const sides = (['outgoing', 'incoming', 'secretariat'] as const).filter(
    (side) => props.about.calendars[side] === calendarId,
  );
  const names = [...new Set(sides.map((side) => sideName(props, side)))];
  return names.length === 0 ? calendarId : new Intl.ListFormat(props.page.locale).format(names);
}

/** What is asked, as a question. */
export function questionOf(props: MoveProps, change: PlanChange): string {
  const { page } = props;
  const { asked } = page.texts.move;
  switch (change.kind) {
    case 'meeting': {
      const { startsOn, endsOn } = change;
      return startsOn === null || endsOn === null ? asked.postponed : asked.meeting(dayRange(page, startsOn, endsOn));
    }
    case 'effect_date':
      return change.handoverDate === null ? asked.effectUndated : asked.effect_date(longDay(page, change.handoverDate));
    case 'holiday':
    case 'working_day':
      return asked[change.kind](longDay(page, change.date), calendarName(props, change.calendarId));
    case 'rules':
      return asked.rules;
  }
}
