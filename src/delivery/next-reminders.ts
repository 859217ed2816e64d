import { v7 as uuid } from 'uuid';
import type { EntityManager } from 'typeorm';
import {
  COMMITMENT,
  nextEvery,
  remindedDesk,
  remindersFor,
  REVIEW,
  type PlannedReminder,
} from '../engine/plan/reminders.js';
import type { IsoDate, IsoInstant } from '../engine/words.js';
import { localDate, startOfDay } from '../engine/time/zones.js';
import { loadDeskCalendars, type DeskCalendars } from '../handovers/desk-calendars.js';
import type { HandoverNow, Matter, TaskNow } from './matter.js';

/** A reminder that has fallen due, with the task and the handover that every reminder has. */
interface DueReminder {
  readonly matter: Matter;
  readonly rung: string;
  readonly task: TaskNow;
  readonly handover: HandoverNow;
  readonly due: IsoDate;
}

interface OwedRow {
  readonly id: string;
  readonly stream: string;
  readonly subject: string;
  readonly taskId: string;
  readonly rung: string;
  readonly forDue: IsoDate;
  readonly audience: readonly string[];
  readonly planRevision: number;
  readonly dueAt: IsoInstant;
}

const OWE = `
  INSERT INTO notification (body_id, id, stream, kind, subject, task_id, rung, for_due, audience, urgent, facts,
    plan_revision, due_at, created_at)
  SELECT $1, r.id, r.stream, 'reminder', r.subject, r."taskId", r.rung, r."forDue", r.audience, false, '{}',
    r."planRevision", r."dueAt", gavel_now()
  FROM jsonb_to_recordset($2) AS r(id uuid, stream text, subject text, "taskId" text, rung text, "forDue" date,
    audience text[], "planRevision" integer, "dueAt" timestamptz)
  ON CONFLICT (body_id, stream, task_id, rung, for_due) WHERE rung IS NOT NULL DO NOTHING`;

/**
 * Owes the reminders that follow from those that have just fallen due: the next one of an endless step, and, where the
 * task has gone to the other desk since it was planned, the reminders of that desk in the place of this one's.
 */
export async function oweNextReminders(
  em: EntityManager,
  bodyId: string,
  matters: readonly Matter[],
  now: IsoInstant,
): Promise<void> {
  const calendars = new Map<string, DeskCalendars | null>();
  const owed: OwedRow[] = [];
  for (const reminder of matters.flatMap(asReminder)) {
    if (!isEndless(reminder) && !isWithOtherDesk(reminder)) continue;
    const { handover } = reminder;
    if (!calendars.has(handover.id)) calendars.set(handover.id, await loadDeskCalendars(em, bodyId, handover));
    const known = calendars.get(handover.id);
    if (known != null) owed.push(...following(reminder, known, now));
  }
  if (owed.length > 0) await em.query(OWE, [bodyId, JSON.stringify(owed)]);
}

function asReminder(matter: Matter): DueReminder[] {
  const { rung, task, handover, forDue } = matter;
  if (rung === null || task === null || handover === null || forDue === null) return [];
  return [{ matter, rung, task, handover, due: forDue }];
}

function isEndless({ rung }: DueReminder): boolean {
  return rung.replace(REVIEW, '').replace(COMMITMENT, '').startsWith('every-');
}

function isWithOtherDesk({ rung, task }: DueReminder): boolean {
  return rung.startsWith(REVIEW) !== (task.state === 'submitted');
}

function following(reminder: DueReminder, calendars: DeskCalendars, now: IsoInstant): OwedRow[] {
  const { matter, task, handover, due } = reminder;
  const desk = remindedDesk(task);
  if (desk === 'nobody') return [];
  const { [desk]: calendar } = calendars;
  const today = localDate(now, calendar.zone);
  const planned = isWithOtherDesk(reminder)
    ? remindersFor(task, due, calendar, handover.ladder, today)
    : [nextEvery(task, due, calendar, handover.ladder, today)].filter((one) => one !== null);
  return planned.map(({ rung, on, to }: PlannedReminder) => ({
    id: uuid(),
    stream: matter.stream,
    subject: matter.subject,
    taskId: task.id,
    rung,
    forDue: due,
    audience: to,
    planRevision: handover.planRevision,
    dueAt: startOfDay(on, calendar.zone),
  }));
}
