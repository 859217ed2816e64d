import type { Calendar } from '../engine/time/calendar.js';
import { CHAIRS, sidesOfDesk } from '../engine/desks.js';
import { answeringDesk, type TaskCommand } from '../engine/tasks/task.js';
import type { Desk, IsoDate, Side } from '../engine/words.js';
import { localDate } from '../engine/time/zones.js';
import { settledIds, type Board, type BoardTask } from './board.js';
import type { Cast } from './cast.js';
import { BEGIN, conductOf, type Conduct, type ConductTable } from './conduct.js';
import { neededBy } from './need.js';

/** Something that somebody does with a task. */
export type Deed = { readonly task: BoardTask; readonly by: string } & (
  { readonly what: 'evidence' } | { readonly what: 'move'; readonly command: TaskCommand }
);

/** Whose work it is, on which day of theirs, and in which half of it: work comes first, then what others have sent. */
export interface Sitting {
  readonly side: Side;
  readonly day: IsoDate;
  readonly half: 'work' | 'review';
}

/** What those who sit at a handover know. */
export interface Table {
  readonly board: Board;
  readonly cast: Cast;
  readonly conduct: ConductTable;
  readonly calendars: Readonly<Record<Desk, Calendar>>;
}

/** What there is to do in a sitting: one deed for each task, since the next may depend on it. */
export function deedsOf(sitting: Sitting, table: Table): Deed[] {
  const needed = neededBy(table.board, table.calendars);
  const settled = settledIds(table.board);
  return table.board.tasks.flatMap((task): Deed[] => {
    const need = needed.get(task.id);
    const conduct = conductOf(table.conduct, task);
    if (need === undefined || conduct.inScene === true) return [];
    const ready = task.dependsOn.every((id) => settled.has(id));
    const known = { task, need, conduct, ready };
    return sitting.half === 'work' ? work(sitting, table, known) : review(sitting, table, known);
  });
}

interface Known {
  readonly task: BoardTask;
  readonly need: IsoDate;
  readonly conduct: ReturnType<typeof conductOf>;
  /** Whether everything it waits for is settled. */
  readonly ready: boolean;
}

function work({ side, day }: Sitting, table: Table, { task, need, conduct, ready }: Known): Deed[] {
  if (workingSide(task) !== side || !ready || conduct.waived !== undefined || conduct.taken !== undefined) return [];
  const { [side]: calendar } = table.calendars;
  const by = worker(table, task, conduct, side, day);
  const since = localDate(task.stateSince, calendar.zone);
  const submitOn = submissionDay(task, need, conduct, calendar);
  if (task.state === 'open' && day >= calendar.step(submitOn, -BEGIN).date) return [move(task, by, { move: 'start' })];
  if (task.state === 'returned' && day > since) return [move(task, by, { move: 'start' })];
  if (task.state !== 'started' || day < submitOn || (task.cameBack && day <= since)) return [];
  const shows = task.evidence === 'required' || (task.evidence === 'optional' && task.position % 2 === 0);
  if (shows && task.evidenceCount === 0) return [{ task, by, what: 'evidence' }];
  const note = task.cameBack ? conduct.returned?.mended : undefined;
  return [move(task, by, note === undefined ? { move: 'submit' } : { move: 'submit', note })];
}

function review({ side, day }: Sitting, table: Table, { task, need, conduct }: Known): Deed[] {
  const { [side]: calendar } = table.calendars;
  if (conduct.taken !== undefined) {
    const { reason, dueOn } = conduct.taken;
    const isTime = side === 'incoming' && day >= calendar.step(need, -1).date;
    return isTime ? [move(task, leadOf(table, side, day), { move: 'commit', reason, dueOn })] : [];
  }
  if (!sidesOfDesk(answeringDesk(task)).includes(side) || task.answered.includes(side)) return [];
  const by = reviewer(table, task, side, day);
  if (conduct.waived !== undefined) {
    const isTime = day >= calendar.step(need, -2).date;
    return isTime ? [move(task, by, { move: 'waive', reason: conduct.waived })] : [];
  }
  if (task.state !== 'submitted') return [];
  const since = localDate(task.stateSince, calendar.zone);
  const wait = need <= day ? Math.min(conduct.review, 1) : conduct.review;
  if (day < calendar.step(since, wait).date) return [];
  const reason = task.cameBack ? undefined : conduct.returned?.reason;
  return [move(task, by, reason === undefined ? { move: 'accept' } : { move: 'return', reason })];
}

function submissionDay(
  task: BoardTask,
  need: IsoDate,
  { submit, late }: Known['conduct'],
  calendar: Calendar,
): IsoDate {
  if (late !== undefined && task.due !== null) return calendar.step(task.due, late).date;
  const target = calendar.step(need, submit).date;
  return calendar.isWorkingDay(target) ? target : calendar.step(target, -1).date;
}

/** At a joint desk the chairs share the work, task by task. */
function workingSide({ owner, position }: BoardTask): Side {
  return owner === 'joint' ? CHAIRS[(position % CHAIRS.length) as 0 | 1] : owner;
}

function worker(table: Table, task: BoardTask, { by }: Conduct, side: Side, day: IsoDate): string {
  return by === undefined ? inTurn(table, task.position, side, day) : table.cast.present(by, day);
}

/** Whoever reviews has another number than who works, so that in the secretariat too it is another person. */
function reviewer(table: Table, { position }: BoardTask, side: Side, day: IsoDate): string {
  return inTurn(table, position + 1, side, day);
}

/** Delegates do the daily work; who speaks for two parties that day leaves it to the others. */
function inTurn({ board, cast }: Table, number: number, side: Side, day: IsoDate): string {
  const party = cast.party(memberOf(board, side));
  const free = party.filter(({ role, id }) => role !== 'lead' && !cast.isTorn(cast.present(id, day), day));
  const player = free[number % free.length];
  if (player === undefined) throw new Error(`Nobody of the ${side} side is there on ${day}`);
  return cast.present(player.id, day);
}

function leadOf({ board, cast }: Table, side: Side, day: IsoDate): string {
  const lead = cast.party(memberOf(board, side)).find(({ role }) => role === 'lead');
  if (lead === undefined) throw new Error(`The ${side} side has no lead`);
  return cast.present(lead.id, day);
}

function memberOf({ outgoing, incoming }: Board, side: Side): string | null {
  if (side === 'secretariat') return null;
  return side === 'outgoing' ? outgoing : incoming;
}

function move(task: BoardTask, by: string, command: TaskCommand): Deed {
  return { task, by, what: 'move', command };
}
