import { linkList } from './link-list.js';
import { taskList } from './task-list.js';
import { taskMoves } from './task-moves.js';
import { taskPage } from './task-page.js';

/** The list of tasks, a task and its moves. */
export const tasks = { list: taskList, page: taskPage, moves: taskMoves, links: linkList };
