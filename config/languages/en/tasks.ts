/** The list of tasks, a task and its moves. */
export const tasks = {};
