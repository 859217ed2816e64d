import { IsLine } from '../api/text-fields.js';
import { IsOneOf } from '../api/value-fields.js';
import { NOBODY, TASK_CHIPS, WHOLE, type TaskChip } from './task-list.js';

/** Which tasks a list shows, as its address says it. */
export class TaskListQuery {
  @IsOneOf(TASK_CHIPS, { optional: true, says: 'Only tasks of this kind.' })
  show?: TaskChip;

  @IsLine(63, { optional: true, says: `Only tasks of this person; ${NOBODY} for those of nobody, ${WHOLE} for all.` })
  person?: string;

  @IsLine(63, { optional: true, says: `Only tasks of this section; ${WHOLE} for all.` })
  section?: string;
}
