/** What happened, as a line of the activity: who is said beside it, so each begins with the verb. */
export const activity = {
  lines: {
    'task.started': (task: string) => `started ${task}`,
    'task.submitted': (task: string) => `sent ${task} for review`,
    'task.returned': (task: string) => `returned ${task}`,
    'task.accepted': (task: string) => `accepted ${task}`,
  } as Readonly<Record<string, (what: string) => string>>,
  other: (what: string) => `changed ${what}`,
};
