import { handoverMachine } from '../engine/handovers/handover.js';
import { sectionMachine } from '../engine/handovers/section.js';
import { taskMachine } from '../engine/tasks/task.js';
import { bySubject, keyOf, readMoves } from './moves.js';
import type { Finding, Rule } from './rule.js';

const STATES = `
  SELECT 'task:' || id AS subject, handover_id::text AS stream, state FROM task WHERE body_id = $1
  UNION ALL SELECT 'section:' || id, handover_id, state FROM section WHERE body_id = $1
  UNION ALL SELECT 'handover:' || id, id, state FROM handover WHERE body_id = $1
  UNION ALL SELECT 'term:' || id, 'body', state FROM term WHERE body_id = $1`;

/** What rows count by themselves, and what it should come to. */
const COUNTS = `
  SELECT 'task:' || t.id || ' of ' || t.handover_id AS about, 'pieces of evidence' AS what, t.evidence_count AS said,
    (SELECT count(*)::int FROM evidence e WHERE e.body_id = $1 AND e.handover_id = t.handover_id AND e.task_id = t.id
      AND e.removed_at IS NULL) AS found
  FROM task t WHERE t.body_id = $1
  UNION ALL
  SELECT 'task:' || t.id || ' of ' || t.handover_id, 'pieces of evidence in the account', t.evidence_count,
    (SELECT (count(*) FILTER (WHERE a.action = 'task.evidence_added')
        - count(*) FILTER (WHERE a.action = 'task.evidence_removed'))::int
      FROM account_entry a WHERE a.body_id = $1 AND a.stream = t.handover_id AND a.subject = 'task:' || t.id)
  FROM task t WHERE t.body_id = $1
  UNION ALL
  SELECT 'handover:' || h.id, 'the last revision of the plan', h.plan_revision,
    (SELECT coalesce(max(p.revision), 0) FROM plan_revision p WHERE p.body_id = $1 AND p.handover_id = h.id)
  FROM handover h WHERE h.body_id = $1
  UNION ALL
  SELECT 'handover:' || h.id, 'signatures in the account',
    (SELECT count(*)::int FROM signature s WHERE s.body_id = $1 AND s.handover_id = h.id),
    (SELECT count(*)::int FROM account_entry a WHERE a.body_id = $1 AND a.stream = h.id
      AND a.action IN ('handover.signature_given', 'handover.signed'))
  FROM handover h WHERE h.body_id = $1`;

interface StateRow {
  readonly subject: string;
  readonly stream: string;
  readonly state: string;
}

interface CountRow {
  readonly about: string;
  readonly what: string;
  readonly said: number;
  readonly found: number;
}

/** The rows are what the account says became of them: nothing was changed past it. */
export const presentState: Rule = {
  name: 'rows are as the account tells',
  async check(view) {
    const histories = bySubject(await readMoves(view));
    const rows = await view.ask<StateRow>(STATES);
    const counts = await view.ask<CountRow>(COUNTS);
    const differing = rows.flatMap(({ subject, stream, state }): Finding[] => {
      const about = keyOf(stream, subject);
      const told = histories.get(about)?.at(-1)?.to ?? initialOf(subject);
      return told === null || told === state
        ? []
        : [{ body: view.id, about, what: `is ${state}, and ${told} in the account` }];
    });
    const miscounted = counts.flatMap(({ about, what, said, found }): Finding[] =>
      said === found ? [] : [{ body: view.id, about, what: `${what}: ${String(said)} and ${String(found)}` }],
    );
    return { looked: rows.length + counts.length, findings: [...differing, ...miscounted] };
  },
};

/** A term that the account says nothing of was told of as history. */
function initialOf(subject: string): string | null {
  if (subject.startsWith('term:')) return null;
  if (subject.startsWith('section:')) return sectionMachine.initial;
  return subject.startsWith('task:') ? taskMachine.initial : handoverMachine.initial;
}
