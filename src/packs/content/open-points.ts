import { isSettled } from '../../engine/tasks/task.js';
import type { PackSection, PackTask } from './pack.js';

/** What is left to do in a section: tasks that are not settled, and those that the incoming chair has taken on. */
export function openPoints({ tasks }: Pick<PackSection, 'tasks'>): readonly PackTask[] {
  return tasks.filter((task) => task.state === 'committed' || !isSettled(task));
}
