import type { IsoInstant } from '../engine/words.js';
import type { BodyView } from './rule.js';

/** An entry of the account that tells of a state before and after. */
export interface Move {
  readonly stream: string;
  readonly seq: number;
  readonly at: IsoInstant;
  readonly actor: string;
  readonly action: string;
  /** `task:SOM-01`, `section:SOM`, `handover:2024-pt`, `term:2024-pt` */
  readonly subject: string;
  /** Null for a term that was not there before. */
  readonly from: string | null;
  readonly to: string;
  /** The sides the actor spoke for, as far as the entry says. */
  readonly sides: readonly string[];
}

const MOVES = `
  SELECT m.stream, m.seq, m.at, m.actor, m.action, m.subject,
    CASE WHEN m.subject LIKE 'term:%' THEN m.facts->'state'->>'from' ELSE m.facts->>'from' END AS from,
    CASE WHEN m.subject LIKE 'term:%' THEN m.facts->'state'->>'to' ELSE m.facts->>'to' END AS to,
    coalesce(m.facts->'sides', '[]') AS sides
  FROM (
    SELECT e.stream::text, e.seq::int, iso_instant(e.at) AS at, e.actor, e.action, e.subject,
      e.entry::jsonb->'facts' AS facts
    FROM account_entry e WHERE e.body_id = $1) AS m
  WHERE m.subject LIKE 'term:%' AND m.facts->'state'->>'to' IS NOT NULL
    OR (m.subject LIKE 'task:%' OR m.subject LIKE 'handover:%' OR m.subject LIKE 'section:%') AND jsonb_typeof(m.facts->'to') = 'string'
  ORDER BY m.stream, m.seq`;

/** Every move that the account of a body tells of, in the order of each account. */
export async function readMoves(view: BodyView): Promise<Move[]> {
  return view.ask<Move>(MOVES);
}

/** Moves by what was moved; ids of tasks and sections are only unique in their handover. */
export function bySubject(moves: readonly Move[]): ReadonlyMap<string, readonly Move[]> {
  const found = new Map<string, Move[]>();
  for (const move of moves) {
    const key = keyOf(move.stream, move.subject);
    const list = found.get(key);
    if (list === undefined) found.set(key, [move]);
    else list.push(move);
  }
  return found;
}

/** How findings call it, and how histories are looked up. */
export function keyOf(stream: string, subject: string): string {
  return /^(task|section):/.test(subject) ? `${subject} of ${stream}` : subject;
}
