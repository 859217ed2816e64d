import type { Score } from './contest.js';

/** How long a run takes its time. */
export interface Effort {
  readonly rounds: number;
  /** Of one contestant's turn, where it can be cut. */
  readonly seconds: number;
  /** Handovers that are planned anew together. */
  readonly handovers: number;
  /** Handovers of a database that holds many. */
  readonly many: number;
  readonly mails: number;
  /** Bytes of the documents of a large archive. */
  readonly archive: number;
}

/** A promise about speed, and what came of it. */
export interface Goal {
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  readonly met: boolean;
}

/** What one benchmark has to say. */
export interface Section {
  readonly title: string;
  /** What exactly was done, in a sentence or two. */
  readonly about: string;
  readonly goals: readonly Goal[];
  /** Lines of Markdown. */
  readonly table: readonly string[];
}

/** The goal of being so many times as fast as something. */
export function ratioGoal(what: string, atLeast: number, score: Score | undefined): Goal {
  const { median, least, most } = score?.ratio ?? { median: Number.NaN, least: Number.NaN, most: Number.NaN };
  return {
    what,
    wanted: `>= ${atLeast.toFixed(2)}`,
    measured: `${median.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`,
    met: median >= atLeast,
  };
}

/** The goal of taking no more than so much of something. */
export function limitGoal(what: string, atMost: number, unit: string, measured: number): Goal {
  return {
    what,
    wanted: `<= ${atMost} ${unit}`,
    measured: `${measured.toFixed(measured < 10 ? 1 : 0)} ${unit}`,
    met: measured <= atMost,
  };
}

/** The goal of being no slower than so many times something. */
export function slownessGoal(what: string, atMost: number, measured: number): Goal {
  return { what, wanted: `<= ${atMost.toFixed(2)}`, measured: measured.toFixed(2), met: measured <= atMost };
}

/** Contestants and what they spent, the baseline last. @param unit what is counted, such as `move`. */
export function scoreTable(unit: string, scores: readonly Score[]): string[] {
  const parts = [...new Set(scores.flatMap(({ cpu }) => Object.keys(cpu)))];
  const head = ['', 'ratio', `${unit}s/s`, 'p50 ms', 'p95 ms', ...parts.map((part) => `CPU ms, ${part}`)];
  const rows = scores.map(({ name, ratio, perSecond, p50, p95, cpu }) => [
    name,
    ratio.median.toFixed(2),
    perSecond.toFixed(0),
    p50?.toFixed(1) ?? '',
    p95?.toFixed(1) ?? '',
    ...parts.map((part) => cpu[part]?.toFixed(2) ?? ''),
  ]);
  return table(head, rows);
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/** The whole report: first what was promised, then each benchmark with its parts. */
export function render(heading: string, sections: readonly Section[]): string {
  const goals = sections.flatMap((section) =>
    section.goals.map(({ what, wanted, measured, met }) => [what, wanted, measured, met ? 'met' : 'missed']),
  );
  const parts = sections.flatMap(({ title, about, table: lines }) => [`### ${title}`, '', about, '', ...lines, '']);
  return [heading, '', ...table(['promise', 'wanted', 'measured', ''], goals), '', ...parts].join('\n').trimEnd();
}
