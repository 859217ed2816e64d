import { tasks as english } from '../en/tasks.js';
import type { PageTexts } from '../en/pages.js';
import { taskList } from './task-list.js';

export const tasks: PageTexts['tasks'] = { ...english, list: taskList };
