import type { ActivityLine } from '../../audit/account.queries.js';
import type { Viewer } from '../../people/find-session.js';
import { ChangedBox, CHANGED_ID } from '../../web/components/changed-box.js';
import { DemoNow } from '../../web/components/demo-bar.js';
import { PlaceList } from '../../web/layout.js';
import type { LiveAddress } from '../../web/live-address.js';
import type { LivePart } from '../../web/live-parts.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import type { PageSection, PageTask } from '../page-tasks.queries.js';
import { placesOf } from './handover-page.js';
import { overviewParts } from './overview-page.js';
import { taskListParts } from './task-list-page.js';

/** Everything from which an open page of a handover is brought up to date. */
export interface LiveScene {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly tasks: readonly PageTask[];
  readonly sections: readonly PageSection[];
  /** The newest lines of the account, newest first. */
  readonly activity: readonly ActivityLine[];
  /** Where a page is about one task: the entries that have touched it since, by their numbers. */
  readonly ofTask: ReadonlySet<number>;
}

/** The task that a page of a handover is about, by its address; null where it is about none. */
export function taskAt(at: string, bodyId: string, handoverId: string): string | null {
  const [path = ''] = at.split('?');
  const tasks = `${paths.tasks(bodyId, handoverId)}/`;
  const [task = ''] = path.startsWith(tasks) ? path.slice(tasks.length).split('/') : [];
  return task === '' ? null : task;
}

/** The section of the pack that a page is about, by its address; null where it is about none. */
function sectionAt(path: string, bodyId: string, handoverId: string): string | null {
  const sections = paths.section(bodyId, handoverId, '');
  const [section = ''] = path.startsWith(sections) ? path.slice(sections.length).split('/') : [];
  return section === '' ? null : section;
}

/** What has happened since the page was brought up to date. */
export interface Since {
  /** Lines of the account by others than the reader, newest first. */
  readonly byOthers: readonly ActivityLine[];
  /** Whether the dates or the state of this task may be others now. */
  readonly mayChange: (task: PageTask) => boolean;
}

/**
 * The parts of an open page that may be replaced while somebody looks at it: numbers, tags and lists, never a form. A page
 * that has none, but is about what has changed, is given a line that says so.
 */
export function livePartsOf(scene: LiveScene, { at, place }: LiveAddress, since: Since): LivePart[] {
  const { page, viewer, frame } = scene;
  const everywhere: LivePart[] = [
    { id: 'places', element: <PlaceList page={page} places={placesOf(page, viewer, frame, place)} /> },
    ...(viewer.isDemo ? [{ id: 'demo-now', element: <DemoNow page={page} viewer={viewer} /> }] : []),
  ];
  const [path = '', query = ''] = at.split('?');
  const own = paths.handover(viewer.bodyId, frame.id);
  if (path === own) return [...everywhere, ...overviewParts(scene)];
  const tasks = paths.tasks(viewer.bodyId, frame.id);
  if (path === tasks) return [...everywhere, ...taskListParts(scene, query, since.mayChange)];
  if (!isAbout(path, scene, since.byOthers)) return everywhere;
  return [...everywhere, changed(scene, at)];
}

/** Whether what is news concerns what the page shows. A re-planning concerns the tasks whose dates it has touched. */
function isAbout(path: string, scene: LiveScene, news: readonly ActivityLine[]): boolean {
  const { viewer, frame, ofTask } = scene;
  const { bodyId } = viewer;
  const showsAll = [paths.calendar(bodyId, frame.id), paths.activity(bodyId, frame.id), paths.pack(bodyId, frame.id)];
  if (showsAll.includes(path)) return news.length > 0;
  if (path === paths.plan(bodyId, frame.id)) return news.some(({ action }) => action === 'plan.revised');
  const section = sectionAt(path, bodyId, frame.id);
  if (section !== null) return news.some(({ subject }) => isOfSection(subject, section, scene));
  return news.some(({ seq }) => ofTask.has(seq));
}

/** Whether something is a section, or one of its tasks. */
function isOfSection(subject: string, sectionId: string, { tasks }: LiveScene): boolean {
  if (subject === `section:${sectionId}`) return true;
  return tasks.some(({ id, section }) => section === sectionId && subject === `task:${id}`);
}

function changed({ page, viewer: { bodyId }, frame }: LiveScene, address: string): LivePart {
  const { live } = page.texts;
  const isTask = taskAt(address, bodyId, frame.id) !== null;
  const isSection = sectionAt(address, bodyId, frame.id) !== null;
  const text = isTask ? live.taskChanged : isSection ? live.sectionChanged : live.pageChanged;
  return { id: CHANGED_ID, element: <ChangedBox text={text} address={address} link={live.showNow} /> };
}
