import type { IsoDate } from '../../engine/words.js';

/** An action of a plan; its label is null where only the number is known. */
export interface PlanAction {
  readonly number: number;
  readonly label: string | null;
}

export interface PlanObjective {
  readonly number: string;
  readonly label: string;
  readonly certainty?: string;
  /** Empty where it is not known which actions belong to it. */
  readonly actions: readonly PlanAction[];
}

export interface PlanArea {
  readonly number: string;
  readonly label: string;
  readonly objectives: readonly PlanObjective[];
}

/** An action plan as it is kept. */
export interface PlanContent {
  readonly period: readonly [number, number];
  readonly adoptedOn: IsoDate;
  readonly adoptedAt: string;
  readonly binding: boolean;
  readonly note?: string;
  readonly areas: readonly PlanArea[];
  /** Actions of which the objective is not known, only the area or areas. */
  readonly unassigned?: { readonly numbers: readonly number[]; readonly objectives: readonly string[] };
  /** The tasks of a checklist by which stock is taken of it. */
  readonly tasks?: readonly string[];
}

/** What a term did for an area of a plan, as far down as is known. */
export interface TermResult {
  readonly id: string;
  readonly area: string;
  readonly objective: string | null;
  readonly action: number | null;
  readonly text: string;
  readonly certainty: string | null;
  readonly sources: readonly string[];
  readonly meeting: {
    readonly id: string;
    readonly title: string;
    readonly place: string | null;
    readonly startsOn: IsoDate | null;
    readonly endsOn: IsoDate | null;
  } | null;
}

/** The plan, and what the outgoing term did for it. */
export interface Stocktaking {
  readonly planId: string;
  readonly title: string;
  readonly content: PlanContent;
  readonly sources: readonly string[];
  readonly results: readonly TermResult[];
}

/** How much is known to have been done: for the thing itself, only for what it belongs to, or nothing. */
export type Coverage = 'covered' | 'around' | 'none';

/** What was done for an area as a whole and for each of its objectives. */
export interface CoveredArea extends Omit<PlanArea, 'objectives'> {
  readonly coverage: Coverage;
  /** Everything that was done for the area, the parts of it included. */
  readonly results: readonly TermResult[];
  readonly objectives: readonly CoveredObjective[];
}

export interface CoveredObjective extends PlanObjective {
  /** `around`: something was done for its area, and it is not known for which objective. */
  readonly coverage: Coverage;
  readonly results: readonly TermResult[];
}

/** Reads off a stocktaking what was done for each part of the plan. A result counts for all that it belongs to. */
export function coverageOf({ content, results }: Pick<Stocktaking, 'content' | 'results'>): readonly CoveredArea[] {
  return content.areas.map((area) => {
    const own = results.filter((result) => result.area === area.number);
    const isVague = own.some(({ objective }) => objective === null);
    const objectives = area.objectives.map((objective) => {
      const done = own.filter((result) => result.objective === objective.number);
      return { ...objective, results: done, coverage: coverageBy(done.length > 0, isVague) };
    });
    return { ...area, results: own, objectives, coverage: coverageBy(own.length > 0, false) };
  });
}

function coverageBy(isCovered: boolean, isAround: boolean): Coverage {
  if (isCovered) return 'covered';
  return isAround ? 'around' : 'none';
}
