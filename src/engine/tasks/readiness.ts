import { isSettled, type TaskFacts } from './task.js';

/** What readiness looks at in a task. */
export type ReadinessTask = Pick<TaskFacts, 'section' | 'state' | 'evidence' | 'evidenceCount'>;

/** How far a section, or the whole, has come, in numbers of tasks. The five states of progress add up to `total`. */
export interface Readiness {
  readonly total: number;
  /** Accepted, waived, or taken on by the incoming chair. */
  readonly settled: number;
  readonly withReviewer: number;
  readonly inProgress: number;
  readonly returned: number;
  readonly untouched: number;
  /** Evidence is required and there is none, on tasks that nobody waived or took on: also accepted ones, should there be any. */
  readonly evidenceMissing: number;
  /** Ready tasks of all, in whole percent rounded down, so that 100 means all of them; 100 where nothing is asked. */
  readonly percent: number;
}

/** The readiness of a handover: of each section in the order in which the tasks name them, and of all together. */
export interface HandoverReadiness {
  readonly sections: readonly (Readiness & { readonly section: string })[];
  readonly overall: Readiness;
}

/** Readiness by section from evidence and acceptance: a box that was ticked with nothing behind it counts for nothing. */
export function handoverReadiness(tasks: readonly ReadinessTask[]): HandoverReadiness {
  const sections = [...new Set(tasks.map((task) => task.section))];
  return {
    sections: sections.map((section) => ({
      section,
      ...readinessOf(tasks.filter((task) => task.section === section)),
    })),
    overall: readinessOf(tasks),
  };
}

function readinessOf(tasks: readonly ReadinessTask[]): Readiness {
  const count = (which: (task: ReadinessTask) => boolean): number => tasks.filter(which).length;
  const ready = count((task) => isSettled(task) && !lacksEvidence(task));
  return {
    total: tasks.length,
    settled: count(isSettled),
    withReviewer: count((task) => task.state === 'submitted'),
    inProgress: count((task) => task.state === 'started'),
    returned: count((task) => task.state === 'returned'),
    untouched: count((task) => task.state === 'open'),
    evidenceMissing: count(lacksEvidence),
    percent: tasks.length === 0 ? 100 : Math.floor((ready * 100) / tasks.length),
  };
}

function lacksEvidence({ state, evidence, evidenceCount }: ReadinessTask): boolean {
  return evidence === 'required' && evidenceCount === 0 && state !== 'waived' && state !== 'committed';
}
