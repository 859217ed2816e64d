import pg from 'pg';
import type { IsoInstant } from '../engine/words.js';
import { borders } from './borders.js';
import { fourEyes } from './four-eyes.js';
import { legalMoves } from './legal-moves.js';
import type { MailLog } from './mail-log.js';
import { checkArrivals } from './mails-arrived.js';
import { neverEarly } from './never-early.js';
import { neverStale } from './never-stale.js';
import { neverTooMany } from './never-too-many.js';
import { oneChair } from './one-chair.js';
import { planDates } from './plan-dates.js';
import { presentState } from './present-state.js';
import { viewOf, type Allowances, type BodyView, type Rule, type Verdict } from './rule.js';
import { toldOrExplained } from './told-or-explained.js';
import { wholeChains } from './whole-chains.js';

/** Everything that must hold in every body, in the order of the report. */
const RULES: readonly Rule[] = [
  oneChair,
  legalMoves,
  wholeChains,
  presentState,
  fourEyes,
  planDates,
  toldOrExplained,
  neverEarly,
  neverStale,
  neverTooMany,
  borders,
];

const ARRIVALS = 'mails that arrived are those of the ledger';

/** The verdict on one rule over all bodies. */
export interface RuleReport extends Verdict {
  readonly rule: string;
}

/** What the checker found. */
export interface Report {
  readonly at: IsoInstant;
  readonly bodies: readonly string[];
  readonly rules: readonly RuleReport[];
  /** Mails beyond the first with the same Message-ID; null without a log of mails. */
  readonly duplicates: number | null;
  readonly ok: boolean;
}

/** Seconds; the promise is that the ledger is drained a minute after the last fault. */
const GRACE = 60;
/** Seconds that a transaction may take between noting the time and committing. */
const CROSSING = 2;

/** What is asked of one check. */
export interface CheckOptions extends Partial<Allowances> {
  /** The mails that really arrived; without it only the ledger is judged. */
  readonly mails?: MailLog;
}

/**
 * Judges a whole installation from its rows alone, in one snapshot, by rules of its own: it shares tables of the engine
 * with what it judges, and no code that changes anything.
 * @param url as a user who may read all tables.
 */
export async function checkInstallation(url: string, options: CheckOptions = {}): Promise<Report> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('START TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    return await judge(client, options);
  } finally {
    await client.end();
  }
}

/** The same by a connection that is inside a transaction already: what that one sees is judged. */
export async function judge(client: pg.Client, options: CheckOptions = {}): Promise<Report> {
  const { at, stands } = await readClock(client);
  const { grace = GRACE, crossing = stands ? 0 : CROSSING, duplicates: allowed = Number.POSITIVE_INFINITY } = options;
  const allowances = { grace, crossing, duplicates: allowed };
  const views = await openViews(client, at, allowances);
  const rules: RuleReport[] = [];
  for (const rule of RULES) rules.push({ rule: rule.name, ...(await checkBodies(client, rule, views)) });
  const arrived = options.mails === undefined ? null : await checkArrivals(options.mails, fencedViews(client, views));
  if (arrived !== null) rules.push({ rule: ARRIVALS, looked: arrived.looked, findings: arrived.findings });
  const duplicates = arrived?.duplicates ?? null;
  const ok = rules.every(({ findings }) => findings.length === 0) && (duplicates ?? 0) <= allowed;
  return { at, bodies: views.map(({ id }) => id), rules, duplicates, ok };
}

async function readClock(client: pg.Client): Promise<{ at: IsoInstant; stands: boolean }> {
  const { rows } = await client.query<{ at: IsoInstant; stands: boolean }>(
    'SELECT iso_instant(gavel_now()) AS at, clock_stands_at IS NOT NULL AS stands FROM installation',
  );
  const [clock] = rows;
  if (clock === undefined) throw new Error('This database is no installation of Gavel');
  return clock;
}

async function openViews(client: pg.Client, at: IsoInstant, allowances: Allowances): Promise<BodyView[]> {
  const { rows } = await client.query<{ id: string }>('SELECT body_id AS id FROM all_bodies()');
  const views: BodyView[] = [];
  for (const { id } of rows) {
    await enter(client, id);
    const { rows: found } = await client.query<{ zone: string }>('SELECT zone FROM body WHERE id = $1', [id]);
    views.push(viewOf(client, { id, zone: found[0]?.zone ?? 'UTC' }, at, allowances));
  }
  return views;
}

/** Whoever is not a superuser is fenced to one body at a time, also as the owner of the tables. */
async function enter(client: pg.Client, body: string): Promise<void> {
  await client.query(`SELECT set_config('gavel.body', $1, true)`, [body]);
}

function fencedViews(client: pg.Client, views: readonly BodyView[]): BodyView[] {
  return views.map((view) => ({
    ...view,
    async ask(sql, ...values) {
      await enter(client, view.id);
      return view.ask(sql, ...values);
    },
  }));
}

/** What cannot be checked does not hold: rows so broken that a question about them fails are a finding. */
async function checkBodies(client: pg.Client, rule: Rule, views: readonly BodyView[]): Promise<Verdict> {
  let looked = 0;
  const findings = [];
  for (const view of views) {
    await client.query('SAVEPOINT one_rule');
    await enter(client, view.id);
    try {
      const verdict = await rule.check(view);
      looked += verdict.looked;
      findings.push(...verdict.findings);
    } catch (error) {
      await client.query('ROLLBACK TO SAVEPOINT one_rule');
      findings.push({ body: view.id, about: rule.name, what: `cannot be checked: ${String(error)}` });
    }
  }
  return { looked, findings };
}
