import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { writeAccount } from '../audit/account.js';
import { refusalOf, type Refused, type UnmetGate } from '../engine/decision.js';
import { makePlan, type Plan } from '../engine/plan/plan.js';
import { GENESIS } from '../engine/account/record.js';
import type { Template } from '../engine/tasks/template.js';
import { isToCome } from '../engine/terms/term.js';
import type { IsoDate } from '../engine/words.js';
import { BODY_STREAM, Database, type LockedStream } from '../storage/database.js';
import { loadTerm, type VersionedTerm } from '../terms/term-rows.js';
import { insertMeeting, type NewMeeting } from './add-meeting.js';
import type { CalendarIds } from './desk-calendars.js';
import { HandoverRow, MeetingRow, PlanRevisionRow, TemplateRow } from './handovers.entity.js';
import { insertChecklist } from './insert-checklist.js';
import type { HandoverReceipt } from './move-handover.js';
import { loadPlanning, planInput } from './planning.js';
import { writePlan } from './write-plan.js';

/** A handover to be made from a template. */
export interface NewHandover {
  readonly id: string;
  readonly title: string;
  readonly outgoingTermId: string;
  readonly incomingTermId: string;
  /** The meeting at which it is made; null when none is known yet. */
  readonly meetingId: string | null;
  readonly templateId: string;
  readonly templateVersion: string;
  /** The day on which the chair passes; the last day of the meeting when it is left out. */
  readonly handoverDate?: IsoDate | null;
  /** The first day of the incoming term; the handover date when it is left out. */
  readonly termStart?: IsoDate | null;
  /** The meeting itself, where it is added together with the handover; `meetingId` is then its id. */
  readonly newMeeting?: NewMeeting;
  /** The calendars of the three sides; each holder's and the secretariat's own when they are left out. */
  readonly calendars?: Partial<CalendarIds>;
}

/** Makes a handover with its checklist and its first plan, and opens its account. */
@Injectable()
export class CreateHandover {
  constructor(private readonly database: Database) {}

  /** Null when there is no such body. */
  async execute(bodyId: string, personId: string, wanted: NewHandover): Promise<HandoverReceipt | Refused | null> {
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, body) => {
      const found = await findParts(em, bodyId, wanted);
      const refusal = refusalOf(gates(found, wanted));
      if (refusal !== null) return refusal;
      const { template, meeting, calendars } = found as Complete<typeof found>;
      const handoverDate = wanted.handoverDate === undefined ? (meeting?.endsOn ?? null) : wanted.handoverDate;
      const termStart = wanted.termStart === undefined ? handoverDate : wanted.termStart;
      if (wanted.newMeeting !== undefined) await insertMeeting(em, body, personId, wanted.newMeeting);
      const locked = await openAccount(em, body, wanted.id);
      await em.insert(HandoverRow, {
        bodyId,
        id: wanted.id,
        title: wanted.title,
        outgoingTermId: wanted.outgoingTermId,
        incomingTermId: wanted.incomingTermId,
        meetingId: wanted.meetingId,
        templateId: wanted.templateId,
        templateVersion: wanted.templateVersion,
        state: 'planned',
        handoverDate,
        termStart,
        ...calendars,
        ladder: template.suggestedReminders,
      });
      await insertChecklist(em, locked, template);
      const plan = await planFirst(em, locked, personId);
      const facts = {
        outgoingTerm: wanted.outgoingTermId,
        incomingTerm: wanted.incomingTermId,
        meeting: wanted.meetingId,
        template: `${wanted.templateId} ${wanted.templateVersion}`,
        handoverDate,
        termStart,
        tasks: template.items.length,
        compressed: plan.tasks.filter((task) => task.compressed).map((task) => task.taskId),
      };
      const happening = { action: 'handover.created', subject: `handover:${wanted.id}`, facts };
      const after = writeAccount(em, locked, { actorId: personId, happenings: [happening], owed: [] });
      return { id: wanted.id, version: 1, state: 'planned', account: { seq: after.seq, hash: after.head } };
    });
  }
}

interface Parts {
  readonly outgoing: VersionedTerm | null;
  readonly incoming: VersionedTerm | null;
  readonly template: Template | null;
  readonly meeting: Pick<MeetingRow, 'endsOn'> | null;
  readonly calendars: CalendarIds | null;
}

type Complete<P> = P & { readonly template: Template; readonly calendars: CalendarIds };

async function findParts(em: EntityManager, bodyId: string, wanted: NewHandover): Promise<Parts> {
  const { outgoingTermId, incomingTermId, meetingId, templateId, templateVersion } = wanted;
  const template = await em.findOneBy(TemplateRow, { bodyId, id: templateId, version: templateVersion });
  return {
    outgoing: await loadTerm(em, bodyId, outgoingTermId),
    incoming: await loadTerm(em, bodyId, incomingTermId),
    template: template === null ? null : (template.content as Template),
    meeting:
      wanted.newMeeting ?? (meetingId === null ? null : await em.findOneBy(MeetingRow, { bodyId, id: meetingId })),
    calendars: await findCalendars(em, bodyId, wanted),
  };
}

/** The calendars asked for, else those of the first holder of each term and of the secretariat; null if one is lacking. */
async function findCalendars(em: EntityManager, bodyId: string, wanted: NewHandover): Promise<CalendarIds | null> {
  const [own]: Record<keyof CalendarIds, string | null>[] = await em.query(
    `SELECT (${HOLDERS_CALENDAR('$2')}) AS "outgoingCalendarId", (${HOLDERS_CALENDAR('$3')}) AS "incomingCalendarId",
       b.secretariat_calendar_id AS "secretariatCalendarId"
     FROM body b WHERE b.id = $1`,
    [bodyId, wanted.outgoingTermId, wanted.incomingTermId],
  );
  const asked = wanted.calendars ?? {};
  const outgoingCalendarId = asked.outgoingCalendarId ?? own?.outgoingCalendarId;
  const incomingCalendarId = asked.incomingCalendarId ?? own?.incomingCalendarId;
  const secretariatCalendarId = asked.secretariatCalendarId ?? own?.secretariatCalendarId;
  if (outgoingCalendarId == null || incomingCalendarId == null || secretariatCalendarId == null) return null;
  return { outgoingCalendarId, incomingCalendarId, secretariatCalendarId };
}

const HOLDERS_CALENDAR = (term: string): string => `
  SELECT m.calendar_id FROM term_holder h JOIN member m ON m.body_id = h.body_id AND m.id = h.member_id
  WHERE h.body_id = $1 AND h.term_id = ${term} ORDER BY h.position LIMIT 1`;

function gates({ outgoing, incoming, template, meeting, calendars }: Parts, wanted: NewHandover): UnmetGate[] {
  const unmet = (code: string, facts: UnmetGate['facts'], about?: UnmetGate['about']): UnmetGate[] => [
    { code, facts, whose: 'secretariat', ...(about === undefined ? {} : { about }) },
  ];
  const termGates = (id: string, term: VersionedTerm | null, fits: (term: VersionedTerm) => boolean): UnmetGate[] => {
    if (term === null) return unmet('term.unknown', { term: id });
    return fits(term) ? [] : unmet('handover.wrong_term_state', { term: id, state: term.state }, { kind: 'term', id });
  };
  return [
    ...termGates(wanted.outgoingTermId, outgoing, (term) => term.state !== 'lapsed' && term.state !== 'concluded'),
    ...termGates(wanted.incomingTermId, incoming, isToCome),
    ...(wanted.meetingId !== null && meeting === null ? unmet('meeting.unknown', { meeting: wanted.meetingId }) : []),
    ...(template === null
      ? unmet('template.unknown', { template: wanted.templateId, version: wanted.templateVersion })
      : []),
    ...(calendars === null ? unmet('handover.calendar_missing', {}) : []),
  ];
}

/** The account of a new handover, which nobody else can hold a lock on yet. */
async function openAccount(em: EntityManager, body: LockedStream, handoverId: string): Promise<LockedStream> {
  await em.query('INSERT INTO account (body_id, stream) VALUES ($1, $2)', [body.bodyId, handoverId]);
  return { ...body, stream: handoverId, seq: GENESIS.seq, head: GENESIS.hash };
}

/** Dates that lie in the past when the handover is made are today's, and marked compressed. */
async function planFirst(em: EntityManager, { bodyId, stream, at }: LockedStream, actorId: string): Promise<Plan> {
  const facts = await loadPlanning(em, bodyId, stream);
  if (facts === null) throw new Error('A handover without tasks cannot be planned');
  const plan = makePlan(planInput(facts, at));
  writePlan(em, bodyId, stream, plan, plan.tasks, facts);
  const revision = { revision: plan.revision, at: new Date(at), actorId, cause: 'created' };
  const { anchors } = facts.handover;
  await em.insert(PlanRevisionRow, { bodyId, handoverId: stream, ...revision, anchors, difference: {} });
  await em.update(HandoverRow, { bodyId, id: stream }, { planRevision: plan.revision });
  return plan;
}
