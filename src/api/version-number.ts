import { HttpProblem } from '../api/problem.js';

/** The number of a version in an address; anything else names nothing that exists. */
export function versionNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new HttpProblem('not_found');
  return Number(text);
}
