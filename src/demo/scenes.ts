import { sidesOfDesk } from '../engine/desks.js';
import { answeringDesk, isSettled } from '../engine/tasks/task.js';
import type { IsoDate, Side } from '../engine/words.js';
import { ChangeMeeting, type MeetingChanges } from '../handovers/change-meeting.js';
import { CreateHandover, type NewHandover } from '../handovers/create-handover.js';
import { MeetingRow } from '../handovers/handovers.entity.js';
import { NameStandIn } from '../people/name-stand-in.js';
import { Database } from '../storage/database.js';
import { ApplyRotation } from '../terms/apply-rotation.js';
import { PreviewRotation } from '../terms/preview-rotation.js';
import type { BoardTask } from './board.js';
import type { Absence } from './cast.js';
import type { Stage } from './stage.js';

/** Who plans, moves dates and keeps the file, in every story. */
export const SECRETARIAT = 'sec-lead';

/** The secretariat makes a handover and begins to prepare it. */
export async function makeHandover(stage: Stage, wanted: NewHandover): Promise<void> {
  const words = `makes the handover ${wanted.id}, ${wanted.title}, from the template ${wanted.templateId}`;
  await stage.ask(SECRETARIAT, words, () => stage.get(CreateHandover).execute(stage.bodyId, SECRETARIAT, wanted));
  const { tasks } = await stage.board(wanted.id);
  const due = tasks.flatMap((task) => task.due ?? []).sort();
  stage.note(`${tasks.length} tasks, the first due on ${due[0] ?? 'no day'}, the last on ${due.at(-1) ?? 'no day'}`);
  await stage.pause();
  await stage.handover(SECRETARIAT, wanted.id, { move: 'prepare' });
}

/** One task as it stands now. */
export async function taskOf(stage: Stage, handoverId: string, taskId: string): Promise<BoardTask> {
  const task = (await stage.board(handoverId)).tasks.find(({ id }) => id === taskId);
  if (task === undefined) throw new Error(`There is no task ${taskId}`);
  return task;
}

/** Somebody names who stands in for them. */
export async function nameStandIn(stage: Stage, absence: Absence, reason: string): Promise<void> {
  const { personId, standInId, from, until } = absence;
  const named = { personId, standInId, fromDay: from, untilDay: until };
  const words = `is away from ${from} to ${until}; ${stage.cast.player(standInId).title} stands in (${reason})`;
  await stage.ask(personId, words, (caller) => stage.get(NameStandIn).execute(caller, named, reason));
}

/** The secretariat notes what became of a meeting, or how it is held; its dates stay. */
export async function changeMeeting(
  stage: Stage,
  meetingId: string,
  changes: MeetingChanges,
  words: string,
): Promise<void> {
  const { bodyId } = stage;
  const key = { bodyId, id: meetingId };
  const { version } = await stage.get(Database).read(bodyId, (em) => em.findOneByOrFail(MeetingRow, key));
  await stage.ask(SECRETARIAT, words, () =>
    stage.get(ChangeMeeting).execute(bodyId, SECRETARIAT, meetingId, version, changes),
  );
}

/** A task that belongs to the handover day itself: whoever owns it shows that it is done, and the secretariat agrees. */
export async function settleOnTheDay(
  stage: Stage,
  handoverId: string,
  taskId: string,
  by: string,
  acceptedBy: string,
): Promise<void> {
  const fresh = (): Promise<BoardTask> => taskOf(stage, handoverId, taskId);
  if ((await fresh()).state === 'open') await stage.task(by, handoverId, await fresh(), { move: 'start' });
  await stage.pause();
  await stage.evidence(by, handoverId, await fresh());
  await stage.pause();
  await stage.task(by, handoverId, await fresh(), { move: 'submit' });
  await stage.pause();
  await stage.task(acceptedBy, handoverId, await fresh(), { move: 'accept' });
}

/**
 * Everyone who has to agrees that tasks need not be done any more: the accepting side of each, by its lead, and of a
 * joint one both.
 */
export async function waiveAll(
  stage: Stage,
  handoverId: string,
  which: (task: BoardTask) => boolean,
  reason: string,
): Promise<void> {
  const { tasks } = await stage.board(handoverId);
  for (const task of tasks.filter((one) => !isSettled(one) && which(one))) {
    for (const side of sidesOfDesk(answeringDesk(task))) {
      const lead = await leadOf(stage, handoverId, side);
      await stage.task(lead, handoverId, await taskOf(stage, handoverId, task.id), { move: 'waive', reason });
      await stage.pause();
    }
  }
}

async function leadOf(stage: Stage, handoverId: string, side: Side): Promise<string> {
  const { outgoing, incoming } = await stage.board(handoverId);
  const [lead] = stage.cast.party(side === 'secretariat' ? null : side === 'outgoing' ? outgoing : incoming);
  if (lead === undefined) throw new Error(`The ${side} side has nobody`);
  return lead.id;
}

/** The secretariat moves the planned day on which the chair passes to a term: looked at first, then applied. */
export async function movePassage(stage: Stage, incoming: string, day: IsoDate, decidedBy: string): Promise<void> {
  const { bodyId } = stage;
  const command = { operation: 'move-passage', incoming, on: day, reason: decidedBy, decidedBy } as const;
  const words = `the rotation plans the passage to ${incoming} for ${day}`;
  const preview = await stage.ask(SECRETARIAT, `looks at what it would do if ${words}`, () =>
    stage.get(PreviewRotation).execute(bodyId, SECRETARIAT, command),
  );
  if (preview === null) return;
  await stage.pause();
  await stage.ask(SECRETARIAT, `applies it: ${words}`, () =>
    stage.get(ApplyRotation).execute(bodyId, SECRETARIAT, command, preview.token),
  );
}

/** Which days of the calendar a story's scene falls on, told once. */
export function on(day: IsoDate, time: string, zone: string): { day: IsoDate; time: string; zone: string } {
  return { day, time, zone };
}
