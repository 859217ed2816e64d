import type { ComponentChildren } from 'preact';
import type { Side } from '../../engine/words.js';
import type { Viewer } from '../../people/find-session.js';
import { Layout, type Place } from '../../web/layout.js';
import { liveQuery } from '../../web/live-address.js';
import { memberName } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { FramedTerm, HandoverFrame } from '../handover-frame.queries.js';

/** The places of a handover's navigation. */
export type HandoverPlace = 'overview' | 'tasks' | 'pack' | 'calendar' | 'activity' | 'handovers' | 'rotation';

export interface HandoverPageProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly title: string;
  readonly current: HandoverPlace;
  readonly hasErrors?: boolean;
  /** The address of a script that this page has beside those of every page. */
  readonly script?: string;
  /** The same of a stylesheet. */
  readonly style?: string;
  readonly children: ComponentChildren;
}

/** A page of one handover: the navigation between its pages around the content. */
export function HandoverPage({
  page,
  viewer,
  frame,
  title,
  current,
  hasErrors = false,
  script,
  style,
  children,
}: HandoverPageProps) {
  return (
    <Layout
      page={page}
      title={title}
      places={readsOn(viewer, frame) ? placesOf(page, viewer, frame, current) : []}
      standing={readsOn(viewer, frame) ? standingOf(page, viewer, frame) : undefined}
      hasErrors={hasErrors}
      listensAt={page.savesData || !readsOn(viewer, frame) ? undefined : listensAt(page, viewer, frame, current)}
      script={script}
      style={style}
    >
      {children}
    </Layout>
  );
}

/** Whether the pages of the handover are there for the reader: the side that gave up the chair keeps its archive alone. */
export function readsOn({ roles }: Viewer, { reads }: HandoverFrame): boolean {
  return reads || roles.includes('observer') || roles.includes('secretariat');
}

function listensAt(page: PageRequest, viewer: Viewer, frame: HandoverFrame, current: HandoverPlace): string {
  const shown = { after: frame.seq, of: viewer.now, at: page.address, place: current, language: page.language };
  return `${paths.events(viewer.bodyId, frame.id)}${liveQuery(shown)}`;
}

/** @param current the one of them on which the reader is, by its name. */
export function placesOf(page: PageRequest, viewer: Viewer, frame: HandoverFrame, current: string): Place[] {
  const { pages } = page.texts.layout;
  const place = (name: HandoverPlace, address: string, waiting?: number): Place => ({
    address,
    name: pages[name],
    current: name === current,
    ...(waiting === undefined ? {} : { waiting }),
  });
  const key = [viewer.bodyId, frame.id] as const;
  return [
    place('overview', paths.handover(...key)),
    place('tasks', paths.tasks(...key), frame.waiting),
    place('pack', paths.pack(...key), frame.sectionsWaiting),
    place('calendar', paths.calendar(...key)),
    place('activity', paths.activity(...key)),
    place('handovers', paths.handovers(viewer.bodyId)),
    ...(sidesOfReader(frame).includes('secretariat') ? [place('rotation', paths.rotation(viewer.bodyId))] : []),
  ];
}

/** The sides that the reader may speak for here. */
export function sidesOfReader({ hats }: HandoverFrame): Side[] {
  return [...new Set(hats.map(({ side }) => side))];
}

/** As what the reader is here, in words. */
function standingOf(page: PageRequest, viewer: Viewer, frame: HandoverFrame): string {
  const { roles } = page.texts.layout;
  const [side] = sidesOfReader(frame);
  if (side === undefined) return roles.observer;
  if (side === 'secretariat') return roles.secretariat(viewer.secretariatName);
  return roles[side](holdersOf(page, frame[side]));
}

/** The chair or co-chairs of a term, in the reader's language. */
export function holdersOf(
  { language, texts }: Pick<PageRequest, 'language' | 'texts'>,
  { holders }: FramedTerm,
): string {
  const names = holders.map((holder) => memberName(language, holder));
  const [first, ...rest] = names;
  if (first === undefined) return texts.layout.unknownChair;
  return rest.reduce((said, name) => texts.layout.and(said, name), first);
}
