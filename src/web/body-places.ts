import type { Viewer } from '../people/find-session.js';
import type { Place } from './layout.js';
import type { PageRequest } from './page-request.js';
import { paths } from './paths.js';

/** The places of a body that are not of one handover. */
export type BodyPlace = 'handovers' | 'rotation';

/** The navigation of pages that are about the body as a whole. @param current null where none of them is shown. */
export function bodyPlaces(page: PageRequest, viewer: Viewer, current: BodyPlace | null): Place[] {
  const { pages } = page.texts.layout;
  const place = (name: BodyPlace, address: string): Place => ({
    address,
    name: pages[name],
    current: name === current,
  });
  return [place('handovers', paths.handovers(viewer.bodyId)), place('rotation', paths.rotation(viewer.bodyId))];
}
