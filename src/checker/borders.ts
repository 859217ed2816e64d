import type { BodyView, Finding, Rule } from './rule.js';

interface TableRow {
  readonly name: string;
  readonly column: string;
  readonly fenced: boolean;
}

interface KeyRow {
  readonly name: string;
  readonly child: string;
  readonly parent: string;
  /** Pairs of columns, from and to. */
  readonly columns: readonly { readonly child: string; readonly parent: string }[];
  readonly childBody: string;
  readonly parentBody: string;
}

/** Tables with rows of bodies. */
const TABLES = `
  SELECT c.relname::text AS name, CASE c.relname WHEN 'body' THEN 'id' ELSE 'body_id' END AS column,
    c.relrowsecurity AND c.relforcerowsecurity
      AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'fence_between_bodies') AS fenced
  FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND (c.relname = 'body'
    OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'body_id' AND NOT a.attisdropped))
  ORDER BY 1`;

/** What is the installation's own and holds nothing of any body: rows of all bodies may point to it. */
const OF_NO_BODY: ReadonlySet<string> = new Set(['installation_key']);

/** Foreign keys between them. */
const KEYS = `
  SELECT k.conname::text AS name, child.relname::text AS child, parent.relname::text AS parent,
    (SELECT jsonb_agg(jsonb_build_object('child', a.attname, 'parent', b.attname) ORDER BY pair.at)
      FROM unnest(k.conkey, k.confkey) WITH ORDINALITY AS pair(own, other, at)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.own
      JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = pair.other) AS columns,
    CASE child.relname WHEN 'body' THEN 'id' ELSE 'body_id' END AS "childBody",
    CASE parent.relname WHEN 'body' THEN 'id' ELSE 'body_id' END AS "parentBody"
  FROM pg_constraint k JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
  WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace ORDER BY 1`;

/** What rows name without a foreign key: tasks of their own handover, and people of their own body. */
const NAMED = `
  SELECT 'task:' || t.id || ' of ' || t.handover_id AS about, 'waits for task:' || need AS what
  FROM task t CROSS JOIN LATERAL unnest(t.depends_on) AS need WHERE t.body_id = $1 AND NOT EXISTS
    (SELECT FROM task o WHERE o.body_id = $1 AND o.handover_id = t.handover_id AND o.id = need)
  UNION ALL
  SELECT 'message:' || n.id, 'speaks of task:' || n.task_id FROM notification n
  WHERE n.body_id = $1 AND n.task_id IS NOT NULL AND NOT EXISTS
    (SELECT FROM task o WHERE o.body_id = $1 AND o.handover_id = n.stream AND o.id = n.task_id)
  UNION ALL
  SELECT 'account:' || e.stream || ' entry ' || e.seq, 'was written by person:' || e.actor FROM account_entry e
  WHERE e.body_id = $1 AND e.actor <> 'system' AND NOT EXISTS (SELECT FROM person p WHERE p.body_id = $1 AND p.id = e.actor)`;

/** Product invariant 7 at its root: every row belongs to one body, and nothing it points to belongs to another. */
export const borders: Rule = {
  name: 'no row reaches across bodies',
  async check(view) {
    const tables = await view.ask<TableRow>(withoutBody(TABLES));
    const keys = await view.ask<KeyRow>(withoutBody(KEYS));
    const open = tables.filter(({ fenced }) => !fenced);
    const fences = open.map(({ name }) => ({
      body: view.id,
      about: `table:${name}`,
      what: 'has no fence between bodies',
    }));
    const loose = keys.filter((key) => !keepsBody(key) && !OF_NO_BODY.has(key.parent));
    const unkept = loose.map(({ name, child }) => ({
      body: view.id,
      about: `table:${child}`,
      what: `${name} crosses bodies`,
    }));
    const found: Finding[] = [...fences, ...unkept];
    for (const key of keys.filter(keepsBody)) found.push(...(await orphans(view, key)));
    const named = await view.ask<{ about: string; what: string }>(NAMED);
    found.push(...named.map(({ about, what }) => ({ body: view.id, about, what: `${what}, who is not of this body` })));
    return { looked: tables.length + keys.length, findings: found };
  },
};

/** The catalogue belongs to no body; the parameter is only there so that every question has it. */
function withoutBody(sql: string): string {
  return `WITH asked AS (SELECT $1::text) ${sql}`;
}

function keepsBody({ columns, childBody, parentBody }: KeyRow): boolean {
  return columns.some(({ child, parent }) => child === childBody && parent === parentBody);
}

/** Rows whose other half is not there, which a foreign key allows only to whoever has switched it off. */
async function orphans(view: BodyView, { name, child, parent, columns, childBody }: KeyRow): Promise<Finding[]> {
  const given = columns.map((pair) => `c.${pair.child} IS NOT NULL`).join(' AND ');
  const same = columns.map((pair) => `p.${pair.parent} = c.${pair.child}`).join(' AND ');
  const rows = await view.ask<{ row: string }>(
    `SELECT concat_ws(' ', ${columns.map((pair) => `c.${pair.child}`).join(', ')}) AS row FROM ${child} c
     WHERE c.${childBody} = $1 AND ${given} AND NOT EXISTS (SELECT FROM ${parent} p WHERE ${same}) LIMIT 20`,
  );
  return rows.map(({ row }) => ({
    body: view.id,
    about: `${child}: ${row}`,
    what: `${name}: no such ${parent} in this body`,
  }));
}
