import type { BodyView, Finding, Rule } from './rule.js';

interface TermRow {
  readonly id: string;
  readonly state: string;
  readonly certainty: string;
  readonly from: string | null;
  readonly until: string | null;
  /** Whether it took the chair under the eyes of this installation, rather than being told of as history. */
  readonly startedHere: boolean;
  readonly concludedHere: boolean;
}

const TERMS = `
  SELECT t.id::text, t.state, t.certainty, iso_instant(t.chair_from) AS from, iso_instant(t.chair_until) AS until,
    EXISTS (SELECT FROM account_entry e WHERE e.body_id = $1 AND e.stream = 'body' AND e.subject = 'term:' || t.id
      AND e.action = 'term.started') AS "startedHere",
    EXISTS (SELECT FROM account_entry e WHERE e.body_id = $1 AND e.stream = 'body' AND e.subject = 'term:' || t.id
      AND e.action = 'term.concluded') AS "concludedHere"
  FROM term t WHERE t.body_id = $1 AND t.certainty <> 'disputed' ORDER BY t.position, t.id`;

const PASSAGES = `
  SELECT e.stream::text AS handover, e.entry::jsonb->'facts'->>'concludes' AS concludes,
    e.entry::jsonb->'facts'->>'starts' AS starts, iso_instant(c.chair_until) AS until, iso_instant(s.chair_from) AS from
  FROM account_entry e
  LEFT JOIN term c ON c.body_id = $1 AND c.id = e.entry::jsonb->'facts'->>'concludes'
  LEFT JOIN term s ON s.body_id = $1 AND s.id = e.entry::jsonb->'facts'->>'starts'
  WHERE e.body_id = $1 AND e.action = 'handover.effected'`;

type PassageRow = {
  readonly handover: string;
  readonly concludes: string;
  readonly starts: string;
  readonly until: string | null;
  readonly from: string | null;
};

/** Product invariants 1 and 2: one chair at most at any instant, and no time without one that nobody declared. */
export const oneChair: Rule = {
  name: 'one chair at any instant, no undeclared gap',
  async check(view) {
    const terms = await view.ask<TermRow>(TERMS);
    const passages = await view.ask<PassageRow>(PASSAGES);
    const findings = [...twoChairs(view, terms), ...gaps(view, terms), ...brokenPassages(view, passages)];
    return { looked: terms.length + passages.length, findings };
  },
};

function twoChairs({ id: body }: BodyView, terms: readonly TermRow[]): Finding[] {
  const inChair = terms.filter(({ state }) => state === 'serving' || state === 'suspended');
  const atOnce = inChair.slice(1).map(({ id }) => {
    return { body, about: `term:${id}`, what: `is in the chair together with term:${inChair[0]?.id ?? ''}` };
  });
  const placed = chaired(terms);
  const overlapping = placed.flatMap((term, at) =>
    placed
      .slice(at + 1)
      .filter((other) => other.from < (term.until ?? '9999') && term.from < (other.until ?? '9999'))
      .map(({ id, from }) => ({ body, about: `term:${id}`, what: `chairs from ${from}, within term:${term.id}` })),
  );
  return [...atOnce, ...overlapping];
}

/** Of history that was only told nobody knows whether a gap was declared; what happened here is in the account. */
function gaps({ id: body }: BodyView, terms: readonly TermRow[]): Finding[] {
  const placed = [...chaired(terms)].sort((a, b) => (a.from < b.from ? -1 : 1));
  const between = placed.slice(1).flatMap((term, at): Finding[] => {
    const before = placed[at]?.until ?? null;
    if (before === null || before >= term.from || !term.startedHere) return [];
    return [{ body, about: `term:${term.id}`, what: `nobody chairs from ${before} to ${term.from}` }];
  });
  const last = placed.at(-1);
  const ended = last !== undefined && last.until !== null && last.concludedHere;
  const after = ended ? [{ body, about: `term:${last.id}`, what: `nobody chairs since ${last.until}` }] : [];
  return [...between, ...after];
}

/** The chair is given up and taken in one transaction, so at one instant. */
function brokenPassages({ id: body }: BodyView, passages: readonly PassageRow[]): Finding[] {
  return passages
    .filter(({ until, from }) => until === null || until !== from)
    .map(({ handover, concludes, starts, until, from }) => ({
      body,
      about: `handover:${handover}`,
      what: `term:${concludes} ended at ${until ?? 'no instant'}, term:${starts} began at ${from ?? 'no instant'}`,
    }));
}

function chaired(terms: readonly TermRow[]): (TermRow & { readonly from: string })[] {
  return terms.flatMap((term) => {
    const held = ['serving', 'suspended', 'concluded'].includes(term.state);
    return held && term.from !== null ? [{ ...term, from: term.from }] : [];
  });
}
