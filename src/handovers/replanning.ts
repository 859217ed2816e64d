import type { EntityManager } from 'typeorm';
import { sha256 } from '../audit/account.js';
import { openCalendar, openJointCalendar, type Calendar, type CalendarDefinition } from '../engine/time/calendar.js';
import { refusalOf, type Refused, type UnmetGate } from '../engine/decision.js';
import { makePlan, planInForce, type Plan, type PlannedTask } from '../engine/plan/plan.js';
import { comparePlans, differenceText, type PlanDifference } from '../engine/plan/plan-difference.js';
import { anchorsAfter, calendarAfter, changeGates, type PlanChange } from '../engine/plan/re-planning.js';
import { canonical } from '../engine/account/record.js';
import type { Anchors, Desk, IsoInstant, Side } from '../engine/words.js';
import { prepared } from '../storage/statements.js';
import { loadPlanning, planInput, type PlanningFacts } from './planning.js';

/** What a change does to one handover. */
export interface HandoverReplan {
  readonly handoverId: string;
  readonly anchors: { readonly before: Anchors; readonly after: Anchors };
  readonly difference: PlanDifference;
  /** Each gets one message, with the sides they are on. */
  readonly told: readonly { readonly personId: string; readonly sides: readonly Side[] }[];
  /** What to write when it is applied; not part of what is shown. */
  readonly plan: Plan;
  readonly changed: readonly PlannedTask[];
  readonly facts: PlanningFacts;
}

/** What a change would do, everywhere it reaches, and the token that stands for just this. */
export interface Replan {
  readonly change: PlanChange;
  readonly handovers: readonly HandoverReplan[];
  /** The calendar as it would be; null when the change is not about one. */
  readonly calendar: CalendarDefinition | null;
  readonly token: string;
}

/** The handovers that a change reaches: those still to come, and for a calendar those still at work. */
export async function reachedBy(em: EntityManager, bodyId: string, change: PlanChange): Promise<string[]> {
  const [where, key] = reach(change);
  const rows: { id: string }[] = await em.query(
    `SELECT h.id FROM handover h WHERE h.body_id = $1 AND ${where} ORDER BY h.id`,
    [bodyId, key],
  );
  return rows.map(({ id }) => id);
}

function reach(change: PlanChange): [where: string, key: string] {
  switch (change.kind) {
    case 'meeting':
      return [`h.meeting_id = $2 AND h.state IN ('planned', 'preparing', 'signing', 'signed')`, change.meetingId];
    case 'effect_date':
    case 'rules':
      return ['h.id = $2', change.handoverId];
    case 'holiday':
    case 'working_day':
      return [
        `$2 IN (h.outgoing_calendar_id, h.incoming_calendar_id, h.secretariat_calendar_id) AND h.state NOT IN ('closed', 'cancelled')`,
        change.calendarId,
      ];
  }
}

/** Works out what a change would do now; null when what it is about does not exist in the body. */
export async function replan(
  em: EntityManager,
  bodyId: string,
  change: PlanChange,
  at: IsoInstant,
): Promise<Replan | Refused | null> {
  const calendar = await changedCalendar(em, bodyId, change);
  if (calendar === 'unknown' || !(await isKnown(em, bodyId, change))) return null;
  const reached = await reachedBy(em, bodyId, change);
  const before = await Promise.all(reached.map((id) => load(em, bodyId, id, at)));
  const opened = calendar === null ? null : openCalendar(calendar);
  const handovers: HandoverReplan[] = [];
  const gates: UnmetGate[] = [];
  for (const one of before.map((found) => replanOne(found, change, opened, at))) {
    if ('gates' in one) gates.push(...one.gates);
    else handovers.push(one);
  }
  return refusalOf(gates) ?? { change, handovers, calendar, token: tokenOf(change, handovers) };
}

/** Only what was shown goes into the token: if anything of it has changed, so has the token. */
function tokenOf(change: PlanChange, handovers: readonly HandoverReplan[]): string {
  const shown = handovers.map(({ handoverId, difference, told }) => [
    handoverId,
    differenceText(difference),
    told.map(({ personId }) => personId),
  ]);
  return sha256(canonical([{ ...change }, shown]));
}

/** A handover before it is planned anew, and the people who work in it. */
interface Found {
  readonly facts: PlanningFacts;
  readonly people: HandoverReplan['told'];
}

const PEOPLE = 'SELECT person_id AS "personId", sides FROM people_of_handover($1, $2, $3)';

async function load(em: EntityManager, bodyId: string, id: string, at: IsoInstant): Promise<Found> {
  const [facts, people] = await Promise.all([
    loadPlanning(em, bodyId, id),
    prepared<HandoverReplan['told'][number]>(em, 'people-of-handover', PEOPLE, [bodyId, id, at]),
  ]);
  if (facts === null) throw new Error('A handover went away while it was planned');
  return { facts, people };
}

function replanOne(
  { facts: before, people }: Found,
  change: PlanChange,
  calendar: Calendar | null,
  at: IsoInstant,
): HandoverReplan | { readonly gates: readonly UnmetGate[] } {
  const { handover } = before;
  const gates = changeGates(handover, change);
  if (gates.length > 0) return { gates };
  const anchors = anchorsAfter(handover, change);
  const facts = { ...before, handover: { ...handover, anchors }, calendars: changedCalendars(before, calendar) };
  const plan = makePlan(planInput(facts, at));
  const inForce = { ...planInForce(planInput(before, at)), revision: handover.planRevision };
  const difference = comparePlans(inForce, plan);
  return {
    handoverId: handover.id,
    anchors: { before: handover.anchors, after: anchors },
    difference,
    told: people,
    plan,
    changed: changedTasks(plan, difference),
    facts,
  };
}

/** The tasks whose date or reminders change; the others keep their rows, and readers their versions. */
function changedTasks(plan: Plan, { moved, undated, dated, compressed, reminders }: PlanDifference): PlannedTask[] {
  const lists = [moved, undated, dated, compressed, reminders.vanish, reminders.move, reminders.appear];
  const ids = new Set(lists.flatMap((list) => list.map(({ taskId }) => taskId)));
  return plan.tasks.filter(({ taskId }) => ids.has(taskId));
}

function changedCalendars({ calendars }: PlanningFacts, changed: Calendar | null): PlanningFacts['calendars'] {
  if (changed === null) return calendars;
  const at = (desk: Exclude<Desk, 'joint'>) => (calendars[desk].id === changed.id ? changed : calendars[desk]);
  const [outgoing, incoming] = [at('outgoing'), at('incoming')];
  return { outgoing, incoming, secretariat: at('secretariat'), joint: openJointCalendar([outgoing, incoming]) };
}

async function changedCalendar(
  em: EntityManager,
  bodyId: string,
  change: PlanChange,
): Promise<CalendarDefinition | null | 'unknown'> {
  if (change.kind !== 'holiday' && change.kind !== 'working_day') return null;
  const [row]: { definition: CalendarDefinition }[] = await em.query(
    'SELECT definition FROM calendar WHERE body_id = $1 AND id = $2',
    [bodyId, change.calendarId],
  );
  return row === undefined ? 'unknown' : calendarAfter(row.definition, change);
}

async function isKnown(em: EntityManager, bodyId: string, change: PlanChange): Promise<boolean> {
  if (change.kind === 'holiday' || change.kind === 'working_day') return true;
  const [table, id] = change.kind === 'meeting' ? ['meeting', change.meetingId] : ['handover', change.handoverId];
  const rows: unknown[] = await em.query(`SELECT 1 FROM ${table} WHERE body_id = $1 AND id = $2`, [bodyId, id]);
  return rows.length === 1;
}
