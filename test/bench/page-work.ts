import { cloneElement, type VNode } from 'preact';
import { LOCALES, directionOf, textsOf } from '../../config/languages/pages.js';
import { addDays } from '../../src/engine/time/days.js';
import type { HandoverFrame } from '../../src/handovers/handover-frame.queries.js';
import { OverviewPages } from '../../src/handovers/overview.pages.js';
import { TaskListPages } from '../../src/handovers/task-list.pages.js';
import { ChangeSection } from '../../src/packs/review/change-section.js';
import { CommentOnSection } from '../../src/packs/review/comment-on-section.js';
import { ReviewPages } from '../../src/packs/review/review.pages.js';
import { FindSession, type Viewer } from '../../src/people/find-session.js';
import { formTokenOf } from '../../src/people/session-secret.js';
import type { PageRequest } from '../../src/web/page-request.js';
import type { PersonId } from './bodies.js';
import type { BenchDatabase } from './installation.js';
import { SECTION } from './reviewed-section.js';

/** A page that is measured. */
export interface MeasuredPage {
  readonly title: string;
  readonly path: string;
  readonly as: PersonId;
  /** Whether it was promised how fast it is against a bare server; that it costs little is promised of all. */
  readonly isHeldAgainstBare: boolean;
  /** Reads all that it shows. */
  readonly read: (viewer: Viewer, page: PageRequest) => Promise<VNode>;
  /** The same on another day: what tells days was kept in vain. Left out where nothing of the kind is kept. */
  readonly onAnotherDay?: (page: VNode, days: number) => VNode;
}

/** The two pages that people open most, of one handover, and a section of its pack before its reviewer. */
export function measuredPages({ database }: BenchDatabase, body: string, handover: string): readonly MeasuredPage[] {
  const path = `/bodies/${body}/handovers/${handover}`;
  const [overview, list] = [new OverviewPages(database), new TaskListPages(database)];
  const review = new ReviewPages(database, new ChangeSection(database), new CommentOnSection(database));
  return [
    {
      title: 'The overview, as a page',
      path,
      as: 'outgoing',
      isHeldAgainstBare: true,
      read: async (viewer, page) => (await overview.overview(viewer, page, handover)).element,
      onAnotherDay,
    },
    {
      title: 'The list of 60 tasks, as a page',
      path: `${path}/tasks?show=all`,
      as: 'outgoing',
      isHeldAgainstBare: true,
      read: async (viewer, page) => (await list.list(viewer, page, handover, { show: 'all' })).element,
      onAnotherDay,
    },
    {
      title: 'A section in review, as a page',
      path: `${path}/pack/sections/${SECTION}`,
      as: 'incoming',
      isHeldAgainstBare: false,
      read: async (viewer, page) => (await review.read(viewer, page, { handover, section: SECTION })).element,
    },
  ];
}

function onAnotherDay(element: VNode, days: number): VNode {
  const { frame } = element.props as unknown as { readonly frame: HandoverFrame };
  return cloneElement(element, { frame: { ...frame, today: addDays(frame.today, days) } });
}

/** Who holds a session, asked as each page does. */
export async function viewerOf({ dataSource }: BenchDatabase, secret: string): Promise<Viewer> {
  const viewer = await new FindSession(dataSource).execute(secret);
  if (viewer === null) throw new Error('The session is over');
  return viewer;
}

/** What a page in English knows of its request. */
export function pageRequest(viewer: Viewer, address: string, secret: string): PageRequest {
  return {
    viewer,
    language: 'en',
    locale: LOCALES.en,
    direction: directionOf('en'),
    texts: textsOf('en'),
    address,
    origin: 'http://127.0.0.1',
    notice: null,
    savesData: false,
    formToken: formTokenOf(secret),
  };
}
