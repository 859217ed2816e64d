import { openJointCalendar, type Calendar } from '../../src/engine/time/calendar.js';
import type { Plan, PlanInput, PlannedTask, PlanTask } from '../../src/engine/plan/plan.js';
import type { Template } from '../../src/engine/tasks/template.js';
import type { Anchors, Desk, IsoDate } from '../../src/engine/words.js';
import { calendarOf } from './places.js';
import { readProjectFile } from '../support/project-file.js';

interface WorkedExample {
  readonly anchors: Anchors;
  readonly calendars: Readonly<Record<Desk, readonly string[]>>;
  readonly dueDates: Readonly<Record<string, IsoDate>>;
}

const template = JSON.parse(readProjectFile('config/templates/rabat-som-handover.json')) as Template & {
  readonly workedExample: WorkedExample;
};

/** Morocco to Portugal, Rabat, 31 January and 1 February 2024. */
export const { workedExample, suggestedReminders: ladder } = template;

export const undated: Anchors = { HANDOVER_DATE: null, TERM_START: null, MEETING_START: null, MEETING_END: null };

/** Morocco is the outgoing chair, Portugal the incoming one, the secretariat sits in Vienna. */
const calendars: Readonly<Record<Desk, Calendar>> = {
  outgoing: calendarOf('MA'),
  incoming: calendarOf('PT'),
  secretariat: calendarOf('AT'),
  joint: openJointCalendar([calendarOf('MA'), calendarOf('PT')]),
};

/** The sixty tasks of the checklist, none of them begun, none dated. */
export const checklist: readonly PlanTask[] = template.items.map((item) => ({
  id: item.code,
  owner: item.owner,
  acceptedBy: item.acceptedBy,
  state: 'open',
  dependsOn: item.dependsOn,
  rule: item.due,
  pinned: null,
  committedDue: null,
  current: null,
  currentCompressed: false,
}));

/** What planning takes on a day; early autumn of 2023, when nothing has passed yet, if no day is given. */
export function planning(parts: Partial<PlanInput> = {}, day: IsoDate = '2023-09-15'): PlanInput {
  return {
    revision: 1,
    today: { outgoing: day, incoming: day, secretariat: day, joint: day },
    anchors: workedExample.anchors,
    calendars,
    zones: {
      outgoing: ['Africa/Casablanca'],
      incoming: ['Europe/Lisbon'],
      secretariat: ['Europe/Vienna'],
      joint: ['Africa/Casablanca', 'Europe/Lisbon'],
    },
    tasks: checklist,
    ladder,
    ...parts,
  };
}

/** The tasks as they stand once a plan is in force. */
export function inForce(plan: Plan, tasks: readonly PlanTask[]): PlanTask[] {
  return tasks.map((task) => {
    const { due, compressed } = plannedTask(plan, task.id);
    return { ...task, current: due, currentCompressed: compressed };
  });
}

export function plannedTask(plan: Plan, id: string): PlannedTask {
  const found = plan.tasks.find((task) => task.taskId === id);
  if (found === undefined) throw new Error(`The plan has no task ${id}`);
  return found;
}

/** The tasks with one of them changed. */
export function withTask(tasks: readonly PlanTask[], id: string, change: Partial<PlanTask>): PlanTask[] {
  return tasks.map((task) => (task.id === id ? { ...task, ...change } : task));
}
