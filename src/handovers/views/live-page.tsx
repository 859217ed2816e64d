import { listActivity, type ActivityLine } from '../../audit/account.queries.js';
import type { IsoInstant } from '../../engine/words.js';
import type { Viewer } from '../../people/find-session.js';
import { mayAsk } from '../../people/permissions.js';
import { isRefused, type Database } from '../../storage/database.js';
import type { Look } from '../../web/event-stream.js';
import type { LiveAddress } from '../../web/live-address.js';
import { said, SentParts } from '../../web/live-parts.js';
import type { PageRequest } from '../../web/page-request.js';
import { sessionOver } from '../../web/session-over.js';
import { findFrame } from '../handover-frame.queries.js';
import { listPageTasks, listSections } from '../page-tasks.queries.js';
import { readHandover } from '../read-handover.js';
import { listTaskEvents } from '../task-page.queries.js';
import { ActivitySentence } from './activity-line.js';
import { livePartsOf, taskAt, type LiveScene, type Since } from './live-parts.js';

/** Lines of the account that are looked through for what is new; when more have come, they are as good as all. */
const LINES = 20;
/** Milliseconds between one sentence that is read out and the next. */
const BETWEEN_SENTENCES = 10_000;

/** What an open page is brought up to date with. */
export interface LiveSetting {
  readonly database: Database;
  readonly bodyId: string;
  readonly handoverId: string;
  readonly address: LiveAddress;
  /** Who reads it, found out anew each time; null once the session has ended. */
  readonly findViewer: () => Promise<Viewer | null>;
  readonly pageFor: (viewer: Viewer | null) => PageRequest;
}

/** One page of a handover that somebody has open: knows what it shows, and finds out what it should show now. */
export class LivePage {
  private readonly sent = new SentParts();
  private seq: number;
  private moment: string;
  private saidUpTo: number;
  private saidAt = 0;

  constructor(private readonly setting: LiveSetting) {
    const { after, of } = setting.address;
    this.seq = this.saidUpTo = after;
    this.moment = of;
  }

  async look(): Promise<Look> {
    const { findViewer, pageFor, bodyId, address } = this.setting;
    const viewer = await findViewer();
    if (viewer === null) return { kind: 'over', html: sessionOver(pageFor(null), address.at) };
    if (viewer.bodyId !== bodyId || !mayAsk('handover.read', viewer.roles)) return { kind: 'over', html: '' };
    const scene = await this.read(viewer);
    if (scene === null || isRefused(scene)) return { kind: 'over', html: '' };
    return scene === 'same' ? { kind: 'same' } : this.tell(scene);
  }

  private async read(viewer: Viewer) {
    const { database, handoverId, pageFor, address } = this.setting;
    const { bodyId, personId } = viewer;
    const taskId = taskAt(address.at, bodyId, handoverId);
    return readHandover<LiveScene | 'same'>(database, viewer, handoverId, async (em, { inside }) => {
      const frame = await findFrame(em, bodyId, handoverId, personId);
      if (frame === null) return null;
      if (this.isOfNow(viewer) && this.seq === frame.seq && this.saidUpTo === frame.seq) return 'same';
      const [tasks, sections, activity, events] = await Promise.all([
        listPageTasks(em, bodyId, handoverId),
        listSections(em, bodyId, handoverId),
        listActivity(em, bodyId, handoverId, {}, LINES),
        taskId === null ? [] : listTaskEvents(em, bodyId, handoverId, taskId, this.seq, LINES),
      ]);
      const ofTask = new Set(events.map(({ seq }) => seq));
      const lines = inside ? activity : activity.map((line) => ({ ...line, text: null }));
      return { page: pageFor(viewer), viewer, frame, tasks, sections, activity: lines, ofTask };
    });
  }

  /** Days and lateness go with the time: looked up by the hour, and in a demo whenever its clock was moved. */
  private isOfNow({ now, isDemo }: Viewer): boolean {
    return isDemo ? this.moment === now : hourOf(this.moment) === hourOf(now);
  }

  private tell(scene: LiveScene): Look {
    const { frame, activity, viewer } = scene;
    const byOthers = activity.filter(({ actor }) => actor !== viewer.personId);
    const parts = this.sent.news(livePartsOf(scene, this.setting.address, this.since(scene, byOthers)));
    this.seq = frame.seq;
    this.moment = viewer.now;
    const toSay = byOthers.filter(({ seq }) => seq > this.saidUpTo);
    const wait = toSay.length === 0 ? 0 : Math.max(0, this.saidAt + BETWEEN_SENTENCES - Date.now());
    const sentence = wait > 0 ? '' : this.say(scene, toSay);
    const html = parts + sentence;
    const again = wait > 0 ? { lookAgainIn: wait } : {};
    return html === '' ? { kind: 'same', ...again } : { kind: 'changed', id: String(frame.seq), html, ...again };
  }

  private since({ activity, viewer }: LiveScene, byOthers: readonly ActivityLine[]): Since {
    const isNew = ({ seq }: ActivityLine): boolean => seq > this.seq;
    const subjects = new Set(activity.filter(isNew).map(({ subject }) => subject));
    const areAllOfTasks = [...subjects].every((subject) => subject.startsWith('task:')) && subjects.size < LINES;
    const areAllTold = areAllOfTasks && this.isOfNow(viewer);
    return {
      byOthers: byOthers.filter(isNew),
      mayChange: ({ id }) => !areAllTold || subjects.has(`task:${id}`),
    };
  }

  /** One sentence for one thing that others did, and one for several. */
  private say({ page, frame, tasks }: LiveScene, lines: readonly ActivityLine[]): string {
    this.saidUpTo = frame.seq;
    const [line] = lines;
    if (line === undefined) return '';
    this.saidAt = Date.now();
    const titles = new Map(tasks.map((task) => [task.id, task.title]));
    if (lines.length > 1) return said(<>{page.texts.live.changes(lines.length)}</>);
    const { bodyId, handoverId } = this.setting;
    return said(<ActivitySentence page={page} line={line} titles={titles} bodyId={bodyId} handoverId={handoverId} />);
  }
}

function hourOf(at: IsoInstant): string {
  return at.slice(0, 'yyyy-mm-ddThh'.length);
}
