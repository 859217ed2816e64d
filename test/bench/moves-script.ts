import { LOAD_TASK } from '../../src/handovers/task-facts.js';
import { REASON, type MovedTask } from './moves.js';
import { text, type Protocol } from './pgbench.js';

/** How many moves one run of the script makes. */
export const MOVES_OF_SCRIPT = 3;

/**
 * A script for pgbench that starts, submits and returns a task as Gavel does, each in one transaction: the same rows in
 * one statement for each table. Each client has handovers of its own. What is decided is known beforehand, and the
 * values are made in SQL: that is the least these rows can cost.
 */
export function movesScript(body: string, tasks: readonly MovedTask[], clients: number, protocol: Protocol): string {
  const handovers = new Set(tasks.map(({ handoverId }) => handoverId)).size;
  const kinds = tasks.filter(({ handoverId }) => handoverId === tasks[0]?.handoverId);
  const nth = (values: readonly string[]): string => `(ARRAY[${values.map((each) => `'${each}'`).join(', ')}])[:nth]`;
  const names = {
    body: `'${body}'`,
    handover: `'h-' || lpad(:number::text, 3, '0')`,
    task: nth(kinds.map(({ taskId }) => taskId)),
    acceptor: nth(kinds.map(({ acceptedBy }) => acceptedBy)),
    head: text('head', protocol),
    hash: text('hash', protocol),
    at: text('at', protocol),
  };
  const choices = [
    `\\set number :client_id + ${clients} * random(0, ${Math.floor(handovers / clients) - 1})`,
    `\\set nth random(1, ${kinds.length})`,
  ];
  const moves = [
    move(names, { action: 'started', by: `'outgoing'` }),
    move(names, { action: 'submitted', by: `'outgoing'`, told: 'acceptedBy' }),
    move(names, { action: 'returned', by: names.acceptor, told: 'owner', reason: REASON }),
  ];
  return `${[...choices, ...moves.flat()].join('\n')}\n`;
}

type Names = Readonly<Record<'body' | 'handover' | 'task' | 'acceptor' | 'head' | 'hash' | 'at', string>>;

interface ScriptedMove {
  /** The state it leads to, and what the account calls it. */
  readonly action: 'started' | 'submitted' | 'returned';
  /** SQL of who makes it. */
  readonly by: string;
  /** Whom it is told. */
  readonly told?: string;
  readonly reason?: string;
}

/** One transaction: fence, lock, read, task, entry, (text), head, (notification). */
function move(names: Names, scripted: ScriptedMove): string[] {
  const { body, handover, head, hash } = names;
  const account = `body_id = ${body} AND stream = ${handover}`;
  return [
    'BEGIN;',
    `SET LOCAL gavel.body = ${body};`,
    stored(`SELECT seq, head, iso_instant(gavel_now()) AS at FROM account WHERE ${account} FOR UPDATE`),
    stored(load(names, scripted)),
    ...writeTask(names, scripted),
    ...writeEntry(names, scripted),
    sent(`UPDATE account SET seq = :seq::bigint + 1, head = ${hash} WHERE ${account} AND head = ${head}`),
    ...writeNotification(names, scripted),
    'COMMIT;',
  ];
}

/** What the application reads before it decides, with its values in place. */
function load({ body, handover, task }: Names, { by }: ScriptedMove): string {
  const values = [body, handover, task, by];
  return LOAD_TASK.replace('AS before FROM', 'AS before, version FROM').replace(
    /\$(\d)/g,
    (_, number: string) => values[Number(number) - 1] ?? '',
  );
}

function writeTask({ body, handover, task, acceptor, at }: Names, { action }: ScriptedMove): string[] {
  const submitted = action === 'submitted' ? `, submitted_sides = '{outgoing}', submitted_persons = '{outgoing}'` : '';
  const agreed = action === 'returned' ? `, agreed_persons = ARRAY[${acceptor}]` : '';
  return [
    sent(`UPDATE task SET state = '${action}', state_since = ${at}::timestamptz, version = version + 1${submitted}${agreed}
      WHERE body_id = ${body} AND handover_id = ${handover} AND id = ${task} AND version = :version::integer`),
  ];
}

function writeEntry({ body, handover, task, head, at }: Names, { action, by, reason }: ScriptedMove): string[] {
  // Kept apart from the colon before it: pgbench would take the two for a variable.
  const digest = reason === undefined ? `'null'` : `'"${'a'.repeat(64)}"'`;
  const entry = `'{"action":"task.${action}","actor":"' || ${by} || '","at":"' || ${at} || '","facts":{"from":"returned","rule":"task.${action}","sides":["outgoing"],"to":"${action}"},"seq":' || :seq::bigint + 1 || ',"subject":"task:' || ${task} || '","textDigest":' || ${digest} || '}'`;
  const key = 'a'.repeat(32);
  const written = sent(`INSERT INTO account_text (body_id, stream, seq, key, text)
    VALUES (${body}, ${handover}, :seq::bigint + 1, '${key}', '${String(reason)}')`);
  return [
    stored(`INSERT INTO account_entry (body_id, stream, seq, at, actor, action, subject, entry, prev_hash, hash)
      SELECT ${body}, ${handover}, :seq::bigint + 1, ${at}::timestamptz, ${by}, 'task.${action}', 'task:' || ${task}, e, ${head},
        encode(sha256(convert_to(${head} || e, 'UTF8')), 'hex') FROM (SELECT ${entry} AS e) AS made RETURNING hash`),
    ...(reason === undefined ? [] : [written]),
  ];
}

function writeNotification({ body, handover, task, at }: Names, { action, by, told }: ScriptedMove): string[] {
  if (told === undefined) return [];
  const facts = `jsonb_build_object('task', ${task}, 'state', '${action}', 'by', ${by})`;
  const instant = `${at}::timestamptz`;
  return [
    sent(`INSERT INTO notification (body_id, id, stream, kind, subject, task_id, audience, urgent, facts, due_at, created_at)
      VALUES (${body}, gen_random_uuid(), ${handover}, 'task.${action}', 'task:' || ${task}, ${task}, '{${told}}',
        ${String(action === 'returned')}, ${facts}, ${instant}, ${instant})`),
  ];
}

function sent(statement: string): string {
  return `${statement.replace(/\s+/g, ' ')};`;
}

/** Runs it and keeps each column of its row as a variable. */
function stored(statement: string): string {
  return `${statement.replace(/\s+/g, ' ')} \\gset`;
}
