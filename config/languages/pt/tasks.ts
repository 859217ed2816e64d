import type { PageTexts } from '../en/pages.js';
import { linkList } from './link-list.js';
import { taskList } from './task-list.js';
import { taskMoves } from './task-moves.js';
import { taskPage } from './task-page.js';

export const tasks: PageTexts['tasks'] = { list: taskList, page: taskPage, moves: taskMoves, links: linkList };
