import { taskList } from './task-list.js';

/** The list of tasks, a task and its moves. */
export const tasks = { list: taskList };
