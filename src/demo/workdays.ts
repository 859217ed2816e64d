import { openJointCalendar, type Calendar } from '../engine/time/calendar.js';
import { addDays } from '../engine/time/days.js';
import type { Desk, IsoDate, IsoInstant, Side } from '../engine/words.js';
import { atLocalTime } from '../engine/time/zones.js';
import { loadCalendars } from '../delivery/office-calendars.js';
import { HandoverRow } from '../handovers/handovers.entity.js';
import { Database } from '../storage/database.js';
import type { Board } from './board.js';
import { deedsOf, type Deed, type Sitting, type Table } from './deeds.js';
import type { Stage } from './stage.js';
import type { Scene, Story } from './story.js';

/** When people sit down, in their own time: within office hours, also those of Ramadan. */
const SITTINGS: readonly { readonly side: Side; readonly half: Sitting['half']; readonly time: string }[] = [
  { side: 'outgoing', half: 'work', time: '10:00' },
  { side: 'incoming', half: 'work', time: '10:10' },
  { side: 'secretariat', half: 'work', time: '10:20' },
  { side: 'outgoing', half: 'review', time: '13:30' },
  { side: 'incoming', half: 'review', time: '13:40' },
  { side: 'secretariat', half: 'review', time: '13:50' },
];
const MINUTE = 60_000;
/** Between one deed and the next. */
const PACE = 2 * MINUTE;

/** Plays a story from a day to a day: its scenes at their moments, and everyone's work in between. */
export class Workdays {
  private readonly tables = new Map<string, { readonly deeds: number; readonly table: Table }>();
  private readonly made = new Set<string>();

  constructor(
    private readonly stage: Stage,
    private readonly story: Story,
  ) {}

  /** @param until nothing that happens at this instant or later is played; the clock shows it at the end. */
  async play(until: IsoInstant): Promise<void> {
    const { begins, scenes } = this.story;
    const first = begins.slice(0, 10);
    const last = until.slice(0, 10);
    for (let day = first; day <= last; day = addDays(day, 1)) {
      const moments = [...scenes.filter((scene) => scene.day === day).map(sceneAt), ...(await this.sittingsOn(day))];
      for (const { at, run } of moments.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
        if (at >= begins && at < until) await run(this.stage);
      }
    }
    await this.stage.reach(until);
  }

  /** Handovers come into being in scenes; work on them begins the day after. */
  private async sittingsOn(day: IsoDate): Promise<Moment[]> {
    const moments: Moment[] = [];
    for (const id of await this.madeByNow()) {
      const { calendars } = await this.table(id);
      for (const { side, half, time } of SITTINGS.filter((one) => calendars[one.side].isWorkingDay(day))) {
        const at = atLocalTime(day, time, calendars[side].zone);
        moments.push({ at, run: () => this.sit(id, { side, day, half }, at) });
      }
    }
    return moments;
  }

  private async madeByNow(): Promise<readonly string[]> {
    const told = this.story.handovers.map(({ id }) => id);
    if (this.made.size < told.length) {
      const rows = await this.stage
        .get(Database)
        .read(this.stage.bodyId, (em) => em.find(HandoverRow, { select: { id: true } }));
      for (const { id } of rows) this.made.add(id);
    }
    return told.filter((id) => this.made.has(id));
  }

  private async sit(handoverId: string, sitting: Sitting, at: IsoInstant): Promise<void> {
    const tried = new Set<string>();
    let time = at;
    for (;;) {
      const table = await this.table(handoverId);
      if (isOver(table.board)) return;
      const deed = deedsOf(sitting, table).find((one) => !tried.has(keyOf(one)));
      if (deed === undefined) return;
      tried.add(keyOf(deed));
      await this.stage.reach(time);
      await this.doIt(handoverId, deed);
      time = new Date(Date.parse(time) + PACE).toISOString();
    }
  }

  private async doIt(handoverId: string, deed: Deed): Promise<void> {
    if (deed.what === 'evidence') await this.stage.evidence(deed.by, handoverId, deed.task);
    else await this.stage.task(deed.by, handoverId, deed.task, deed.command);
  }

  /** Read again only when something has been done since. */
  private async table(handoverId: string): Promise<Table> {
    const known = this.tables.get(handoverId);
    if (known?.deeds === this.stage.deeds) return known.table;
    const board = await this.stage.board(handoverId);
    const conduct = this.story.handovers.find(({ id }) => id === handoverId)?.conduct ?? {};
    const table = { board, cast: this.stage.cast, conduct, calendars: await this.calendarsOf(board) };
    this.tables.set(handoverId, { deeds: this.stage.deeds, table });
    return table;
  }

  private async calendarsOf({ outgoing, incoming }: Board): Promise<Readonly<Record<Desk, Calendar>>> {
    const { cast, bodyId } = this.stage;
    const ids = [outgoing, incoming, null].map((party) => cast.party(party)[0]?.calendarId ?? '');
    const found = await this.stage.get(Database).read(bodyId, (em) => loadCalendars(em, bodyId, ids));
    const [own, next, middle] = ids.map((id) => found.get(id));
    if (own === undefined || next === undefined || middle === undefined) throw new Error('A party has no calendar');
    return { outgoing: own, incoming: next, secretariat: middle, joint: openJointCalendar([own, next]) };
  }
}

interface Moment {
  readonly at: IsoInstant;
  readonly run: (stage: Stage) => Promise<unknown>;
}

function sceneAt({ day, time, zone, run }: Scene): Moment {
  const at = atLocalTime(day, time, zone);
  return {
    at,
    run: async (stage) => {
      await stage.reach(at);
      await run(stage);
    },
  };
}

function isOver({ state }: Board): boolean {
  return state === 'closed' || state === 'cancelled' || state === 'planned';
}

function keyOf(deed: Deed): string {
  return [deed.task.id, deed.what, deed.what === 'move' ? deed.command.move : ''].join(' ');
}
