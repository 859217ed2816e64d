import type { PageRequest } from '../../../web/page-request.js';
import type { PackMeeting } from '../pack.js';
import type { Priority } from '../programme.js';

/** Where a priority stands in the action plan, as far down as is known. */
export function placeOfPriority({ texts }: Pick<PageRequest, 'texts'>, { area, objective, action }: Priority): string {
  const { stocktaking, programme } = texts.pack.parts;
  const places = [
    ...(area === undefined ? [] : [stocktaking.area(area)]),
    ...(objective === undefined ? [] : [stocktaking.objective(objective)]),
    ...(action === undefined ? [] : [stocktaking.action(action)]),
  ];
  return places.length === 0 ? programme.noPlace : places.join(' · ');
}

/** What became of a meeting; of one that was announced and whose days have passed nobody has said. */
export function meetingState(
  { texts }: Pick<PageRequest, 'texts'>,
  { status, isOver }: Pick<PackMeeting, 'status' | 'isOver'>,
): string {
  const { states, passed } = texts.pack.parts.meetings;
  return status === 'announced' && isOver ? passed : states[status];
}
