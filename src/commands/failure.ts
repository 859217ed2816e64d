import type { Refused } from '../engine/decision.js';

/** A command that could not be carried out, in words for whoever typed it. */
export class CommandFailure extends Error {}

/** What a use case gave, where it is not a refusal and not nothing; throws the reasons otherwise. */
export function granted<T>(result: T, missing: string): Exclude<T, null | Refused> {
  if (result === null) throw new CommandFailure(missing);
  if (isRefusal(result)) {
    const lines = result.gates.map(({ code, facts }) => `  ${code} ${JSON.stringify(facts)}`);
    throw new CommandFailure(['This is not possible now:', ...lines].join('\n'));
  }
  return result as Exclude<T, null | Refused>;
}

function isRefusal(result: unknown): result is Refused {
  return typeof result === 'object' && result !== null && 'refused' in result && result.refused === true;
}
