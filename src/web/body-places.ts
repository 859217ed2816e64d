import type { Viewer } from '../people/find-session.js';
import type { Place } from './layout.js';
import type { PageRequest } from './page-request.js';
import { paths } from './paths.js';

/** The places of a body that are not of one handover. */
export type BodyPlace = 'handovers' | 'plan' | 'rotation' | 'people' | 'settings';

/** The navigation of pages that are about the body as a whole. @param current null where none of them is shown. */
export function bodyPlaces(page: PageRequest, viewer: Viewer, current: BodyPlace | null): Place[] {
  const { layout, calendar } = page.texts;
  const names = { ...layout.pages, plan: calendar.plan.place };
  const place = (name: BodyPlace, address: string): Place => ({
    address,
    name: names[name],
    current: name === current,
  });
  const { bodyId, roles } = viewer;
  return [
    place('handovers', paths.handovers(bodyId)),
    ...(roles.includes('secretariat') ? [place('plan', paths.handoversPlan(bodyId))] : []),
    place('rotation', paths.rotation(bodyId)),
    place('people', paths.people(bodyId)),
    place('settings', paths.settings),
  ];
}
