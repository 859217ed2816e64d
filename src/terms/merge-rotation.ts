import { overlaps } from '../engine/terms/chair.js';
import type { Problem } from '../engine/inspection.js';
import { changesBetween } from '../engine/terms/rotation-change.js';
import type { TermChange } from '../engine/terms/term-change.js';
import { inOrder, isInTheChair, type Term } from '../engine/terms/term.js';

/** What an imported rotation adds to the terms that are there, or what stands against it. */
export interface MergedRotation {
  /** New terms, and those that only move up in the count, in the order of the rotation. */
  readonly changes: readonly TermChange[];
  readonly added: readonly string[];
  /** Terms of the document that are there already, and as it says. */
  readonly known: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Puts the terms of a document among those that a body has. A new term comes right after the one that precedes it in
 * the document. Never changes a term that is there: what the document tells differently of it is a problem, as is
 * whatever would give a day two chairs.
 * @param path where the terms stand in the document, such as `bodies[2].terms`.
 */
export function mergeRotation(present: readonly Term[], read: readonly Term[], path: string): MergedRotation {
  const byId = new Map(present.map((term) => [term.id, term]));
  const added = read.filter((term) => !byId.has(term.id));
  const merged = numbered(orderOf(present, read), new Map([...present, ...added].map((term) => [term.id, term])));
  const pathOf = (id: string): string => `${path}[${String(read.findIndex((term) => term.id === id))}]`;
  const differing = read.flatMap((term): Problem[] => {
    const here = byId.get(term.id);
    const fields = here === undefined ? [] : differingFields(here, term);
    return fields.length === 0 ? [] : [{ path: pathOf(term.id), message: differs(term.id, fields) }];
  });
  return {
    changes: changesBetween(present, merged, 'import', null).terms,
    added: added.map(({ id }) => id),
    known: read.filter((term) => byId.has(term.id)).map(({ id }) => id),
    problems: [...differing, ...clashes(present, merged, byId, pathOf)],
  };
}

/** Ids of all terms in the order they will have. */
function orderOf(present: readonly Term[], read: readonly Term[]): readonly string[] {
  const order = inOrder(present).map(({ id }) => id);
  const firstKnown = order.findIndex((id) => read.some((term) => term.id === id));
  let place = firstKnown === -1 ? order.length : firstKnown;
  for (const { id } of read) {
    const known = order.indexOf(id);
    if (known === -1) order.splice(place, 0, id);
    place = (known === -1 ? place : known) + 1;
  }
  return order;
}

function numbered(order: readonly string[], terms: ReadonlyMap<string, Term>): readonly Term[] {
  return order.flatMap((id, at) => {
    const term = terms.get(id);
    return term === undefined ? [] : [{ ...term, position: at + 1 }];
  });
}

/** What a document can say of a term: the dates as printed, whichever state the term has come to since. */
function saidOf({ planned, effective, precision, ...term }: Term): Readonly<Record<string, unknown>> {
  const { holders, boundary, label, certainty, certaintyNote, sources } = term;
  const start = [effective.start ?? planned.start, precision.start];
  const end = [effective.end ?? planned.end, precision.end];
  return { holders, start, end, boundary, label, certainty, certaintyNote, sources };
}

function differingFields(here: Term, read: Term): readonly string[] {
  const said = saidOf(read);
  return Object.entries(saidOf(here))
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(said[field]))
    .map(([field]) => field);
}

function differs(id: string, fields: readonly string[]): string {
  return `${id} is here already and differs in: ${fields.join(', ')}; a term is changed by its own moves, not by an import`;
}

/** Terms that are here already may not meet either, but that is not for an import to tell. */
function clashes(
  present: readonly Term[],
  merged: readonly Term[],
  byId: ReadonlyMap<string, Term>,
  pathOf: (id: string) => string,
): readonly Problem[] {
  const overlapping = overlaps(merged).flatMap(({ first, second }): Problem[] => {
    const [fresh, other] = byId.has(second) ? [first, second] : [second, first];
    return byId.has(fresh) ? [] : [{ path: `${pathOf(fresh)}.start`, message: `${fresh} overlaps with ${other}` }];
  });
  const sitting = present.find(isInTheChair);
  const rivals = merged.filter((term) => isInTheChair(term) && term.id !== sitting?.id);
  const taken =
    sitting === undefined ? [] : rivals.map(({ id }) => ({ path: pathOf(id), message: claims(id, sitting.id) }));
  return [...overlapping, ...taken.filter((each) => !overlapping.some(({ path }) => path === `${each.path}.start`))];
}

function claims(id: string, sitting: string): string {
  return `${id} would have the chair now, which ${sitting} has`;
}
