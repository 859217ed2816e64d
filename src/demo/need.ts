import type { Calendar } from '../engine/time/calendar.js';
import { isSettled } from '../engine/tasks/task.js';
import type { Desk, IsoDate } from '../engine/words.js';
import type { Board } from './board.js';
import { HAND_ON } from './conduct.js';

/**
 * By when each unsettled task is needed: by its own date, or some days before whatever waits for it, if that is sooner.
 * Tasks that nothing with a date asks for are left out: nobody works on them for now.
 */
export function neededBy({ tasks }: Board, calendars: Readonly<Record<Desk, Calendar>>): ReadonlyMap<string, IsoDate> {
  const open = new Map(tasks.filter((task) => !isSettled(task)).map((task) => [task.id, task]));
  const waiting = new Map<string, string[]>();
  for (const task of open.values()) {
    for (const need of task.dependsOn) waiting.set(need, [...(waiting.get(need) ?? []), task.id]);
  }
  const needed = new Map<string, IsoDate | null>();
  const need = (id: string): IsoDate | null => {
    const known = needed.get(id);
    if (known !== undefined) return known;
    const task = open.get(id);
    if (task === undefined) return null;
    const handedOn = (waiting.get(id) ?? []).flatMap((other) => {
      const by = need(other);
      return by === null ? [] : [calendars[task.owner].step(by, -HAND_ON).date];
    });
    const own = task.due === null ? [] : [task.due];
    const soonest = [...own, ...handedOn].sort()[0] ?? null;
    needed.set(id, soonest);
    return soonest;
  };
  return new Map([...open.keys()].flatMap((id) => [[id, need(id)] as const]).filter(hasDate));
}

function hasDate(entry: readonly [string, IsoDate | null]): entry is readonly [string, IsoDate] {
  return entry[1] !== null;
}
