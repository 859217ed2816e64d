/** One thing wrong with a calendar definition, and where. */
export interface CalendarProblem {
  /** Where in the input: `holidays[3].month`; empty for the input as a whole. */
  readonly path: string;
  readonly message: string;
}

export function calendarProblems(input: unknown): CalendarProblem[] {
  return typeof input === 'object' ? [] : [{ path: '', message: 'must be an object' }];
}
