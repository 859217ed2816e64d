import type { Refused } from '../engine/decision.js';
import { isRefused } from '../storage/database.js';
import { HttpProblem, type ProblemCode } from './problem.js';

/** Refusals with a status of their own; every other is a 409. */
const OWN_STATUS: Readonly<Record<string, ProblemCode>> = {
  'version.stale': 'version.stale',
  'permission.not_yours': 'permission.missing',
  'handover.not_a_party': 'handover.not_a_party',
  'handover.writing_ended': 'handover.rights_over',
  'handover.reading_ended': 'handover.rights_over',
};

/** Gives what a use case or a query gave, or throws the problem that a refusal, or nothing at all, stands for. */
export function answer<Given extends object>(result: Given | Refused | null): Given {
  if (result === null) throw new HttpProblem('not_found');
  if (!isRefused(result)) return result;
  const { gates } = result;
  const own = gates.length === 1 ? OWN_STATUS[gates[0].code] : undefined;
  // Whoever applies a preview that is no longer so is shown what is so now.
  const preview = 'preview' in result && typeof result.preview === 'object' ? { preview: result.preview ?? {} } : {};
  throw new HttpProblem(own ?? 'refused', { gates, ...preview });
}
