import type { PlanChange } from '../../src/engine/plan/re-planning.js';
import { ApplyPlan } from '../../src/handovers/apply-plan.js';
import { PreviewPlan } from '../../src/handovers/preview-plan.js';
import { addBody, granted, MEETING, MEETING_STARTS } from './bodies.js';
import { contest, median, type Contestant, type Turn } from './contest.js';
import type { BenchDatabase, Installation } from './installation.js';
import { limitGoal, ratioGoal, scoreTable, type Effort, type Section } from './report.js';

/** How often one handover is planned anew; the first tries warm up and do not count. */
const TRIES = 40;
const WARM_UP = 10;

/**
 * What somebody would write by hand who knows beforehand that every date moves by a week: the same tasks and the same
 * reminders in one statement, without finding out which, why, and whom to tell.
 */
const BY_HAND = `
  WITH dated AS (
    UPDATE task SET due_on = due_on + 7, due_at = due_at + interval '7 days', due_because = due_because || '{}',
      compressed = false, version = version + 1
    WHERE body_id = 'by-hand' AND due_on IS NOT NULL)
  UPDATE notification SET for_due = for_due + 7, due_at = due_at + interval '7 days', audience = audience || '{}',
    plan_revision = plan_revision + 1
  WHERE body_id = 'by-hand' AND rung IS NOT NULL AND state = 'owed'`;

/** A meeting moves by a week, and all handovers that hang on it with all their tasks and reminders. */
export async function movedMeeting(installation: Installation, effort: Effort): Promise<Section> {
  const bench = await installation.database('plans');
  try {
    await addBody(bench.database, 'gavel', effort.handovers);
    await addBody(bench.database, 'by-hand', effort.handovers);
    await addBody(bench.database, 'one', 1);
    await bench.ask('VACUUM ANALYZE');
    const watched = { Gavel: { pid: process.pid }, PostgreSQL: { pid: installation.pid, withChildren: true } };
    const weeks = weekAfterWeek();
    const gavel: Contestant = { name: 'Gavel', watched, take: () => replan(bench, 'gavel', weeks) };
    const byHand: Contestant = { name: 'one UPDATE by hand', watched, take: () => updateByHand(bench, effort) };
    const scores = await contest([gavel, byHand], effort.rounds, effort.seconds);
    const one = await alone(bench);
    const rows = await written(bench);
    return {
      title: 'A meeting is moved',
      about:
        `${effort.handovers} handovers of 60 tasks hang on one meeting, which moves by a week. Counted is applying the ` +
        `preview, in one transaction: ${rows}, and for each handover a revision, an entry in its account and a message ` +
        `to each other person. By hand the same tasks and reminders are shifted by one statement that decides nothing. ` +
        `Alone, one handover takes ${one.apply.toFixed(1)} ms to apply and ${one.preview.toFixed(1)} ms to preview.`,
      goals: [
        ratioGoal('a moved meeting, against one UPDATE by hand', 0.25, scores[0]),
        limitGoal('a moved meeting with one handover', 25, 'ms', one.apply),
      ],
      table: scoreTable('handover', scores),
    };
  } finally {
    await bench.close();
  }
}

async function replan({ database }: BenchDatabase, body: string, weeks: Iterator<Change, never>): Promise<Turn> {
  const change = weeks.next().value;
  const { token } = granted(await new PreviewPlan(database).execute(body, change));
  const began = performance.now();
  const { handovers } = granted(await new ApplyPlan(database).execute(body, 'secretariat', change, token, REASON));
  return { count: handovers.length, seconds: (performance.now() - began) / 1_000 };
}

async function updateByHand({ database }: BenchDatabase, { handovers }: Effort): Promise<Turn> {
  const began = performance.now();
  await database.change('by-hand', (em) => em.query(BY_HAND));
  return { count: handovers, seconds: (performance.now() - began) / 1_000 };
}

/** Medians in milliseconds for one handover. */
async function alone({ database }: BenchDatabase): Promise<{ readonly preview: number; readonly apply: number }> {
  const previews: number[] = [];
  const applies: number[] = [];
  const weeks = weekAfterWeek();
  for (let trial = 0; trial < WARM_UP + TRIES; trial++) {
    const change = weeks.next().value;
    const began = performance.now();
    const { token } = granted(await new PreviewPlan(database).execute('one', change));
    const shown = performance.now();
    granted(await new ApplyPlan(database).execute('one', 'secretariat', change, token, REASON));
    previews.push(shown - began);
    applies.push(performance.now() - shown);
  }
  return { preview: median(previews.slice(WARM_UP)), apply: median(applies.slice(WARM_UP)) };
}

async function written({ ask }: BenchDatabase): Promise<string> {
  const [row] = await ask(`
    SELECT (SELECT count(*) FROM task WHERE body_id = 'gavel' AND due_on IS NOT NULL) AS tasks,
      (SELECT count(*) FROM notification WHERE body_id = 'gavel' AND rung IS NOT NULL AND state = 'owed') AS reminders`);
  return `${String(row?.tasks)} tasks and ${String(row?.reminders)} reminders`;
}

const REASON = 'The hall is not free that week';

type Change = Extract<PlanChange, { kind: 'meeting' }>;

/** The meeting a week later each time, for a year; then from the beginning. */
function* weekAfterWeek(): Generator<Change, never> {
  for (let week = 1; ; week = (week % 52) + 1) {
    const [startsOn, endsOn] = [7 * week, 7 * week + 1].map(daysLater) as [string, string];
    yield { kind: 'meeting', meetingId: MEETING, startsOn, endsOn, keepHandoverDate: false };
  }
}

function daysLater(days: number): string {
  const date = new Date(`${MEETING_STARTS}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
