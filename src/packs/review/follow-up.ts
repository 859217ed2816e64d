import type { EntityManager } from 'typeorm';
import type { Happening } from '../../engine/decision.js';
import type { Standing } from '../../engine/handovers/section-content.js';
import type { FollowUp } from '../../engine/handovers/section.js';
import type { Translated } from '../../engine/tasks/template.js';
import { TaskRow } from '../../handovers/handovers.entity.js';
import type { SectionKey } from '../../handovers/section-facts.js';
import type { LockedStream } from '../../storage/database.js';

/** The task that a reservation leads to. */
export interface FollowUpTask {
  readonly id: string;
  readonly standing: Standing;
  readonly happenings: readonly Happening[];
  readonly row: Pick<TaskRow, 'id' | 'sectionId' | 'position' | 'title' | 'description'>;
  readonly followUp: FollowUp;
  /** Who answers for what the incoming chair takes upon itself: whoever wrote it down. */
  readonly personId: string | null;
}

/** Values: body, handover, section. */
const PLACE = `
  SELECT s.title, (SELECT coalesce(max(substr(t.id, length(s.id) + 3)::int), 0) FROM task t
      WHERE t.body_id = s.body_id AND t.handover_id = s.handover_id AND starts_with(t.id, s.id || '-R')
        AND substr(t.id, length(s.id) + 3) ~ '^[0-9]{1,6}$') AS earlier,
    (SELECT coalesce(max(t.position), 0) FROM task t WHERE t.body_id = s.body_id AND t.handover_id = s.handover_id) AS last
  FROM section s WHERE s.body_id = $1 AND s.handover_id = $2 AND s.id = $3`;

interface Place {
  readonly title: Translated;
  /** The highest number of such a task. */
  readonly earlier: number;
  readonly last: number;
}

const TITLES: Readonly<Record<'en' | 'fr' | 'pt', (section: string) => string>> = {
  en: (section) => `Reservation on “${section}”`,
  fr: (section) => `Réserve sur « ${section} »`,
  pt: (section) => `Reserva sobre «${section}»`,
};

/**
 * The task that follows from a reservation. What the outgoing chair owes is open and pinned to its day; what the incoming
 * one takes upon itself is a commitment at once, since its lead has just written it down.
 */
export async function followUpTask(
  em: EntityManager,
  { bodyId, handoverId, sectionId }: SectionKey,
  reservation: string,
  followUp: FollowUp,
  personId: string,
): Promise<FollowUpTask> {
  const [place]: Place[] = await em.query(PLACE, [bodyId, handoverId, sectionId]);
  if (place === undefined) throw new Error('A section went away while its handover was locked');
  const id = `${sectionId}-R${String(place.earlier + 1)}`;
  const { owner, dueOn } = followUp;
  const subject = `task:${id}`;
  const added: Happening = { action: 'task.added', subject, facts: { section: sectionId, owner, dueOn } };
  const facts = { from: 'open', to: 'committed', rule: 'task.commit', sides: ['incoming'], dueOn, person: personId };
  const isTaken = owner === 'incoming';
  return {
    id,
    standing: isTaken ? 'committed' : 'unfinished',
    happenings: isTaken ? [added, { action: 'task.committed', subject, facts }] : [added],
    row: { id, sectionId, position: place.last + 1, title: titleOf(place.title), description: reservation },
    followUp,
    personId: isTaken ? personId : null,
  };
}

/** Puts it into the checklist; its date and reminders come with the plan. */
export async function addFollowUp(
  em: EntityManager,
  locked: LockedStream,
  { row, personId, followUp: { owner, dueOn } }: FollowUpTask,
): Promise<void> {
  const isTaken = owner === 'incoming';
  await em.insert(TaskRow, {
    bodyId: locked.bodyId,
    handoverId: locked.stream,
    ...row,
    personId,
    owner,
    acceptedBy: isTaken ? 'outgoing' : 'incoming',
    mandatory: false,
    evidence: 'optional',
    evidenceKind: '',
    marking: 'participants',
    blocksHandover: false,
    ...{ dueAnchor: 'HANDOVER_DATE', dueOffset: 0, dueUnit: 'calendar_days', dependsOn: [] },
    state: isTaken ? 'committed' : 'open',
    stateSince: new Date(locked.at),
    ...(isTaken ? { committedOn: dueOn } : { pinnedOn: dueOn }),
  });
}

function titleOf(section: Translated): Translated {
  const named = (language: 'en' | 'fr' | 'pt'): string => TITLES[language](section[language] ?? section.en ?? '');
  return { en: named('en'), fr: named('fr'), pt: named('pt') };
}
