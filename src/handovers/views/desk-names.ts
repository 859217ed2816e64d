import type { Desk } from '../../engine/words.js';
import type { Viewer } from '../../people/find-session.js';
import type { PageRequest } from '../../web/page-request.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import { holdersOf } from './handover-page.js';

/** A desk by the name of whoever sits there: a chair by its members, the secretariat by its own. */
export function deskName(page: PageRequest, viewer: Viewer, frame: HandoverFrame, desk: Desk): string {
  switch (desk) {
    case 'outgoing':
    case 'incoming':
      return holdersOf(page, frame[desk]);
    case 'secretariat':
      return viewer.secretariatName;
    case 'joint':
      return page.texts.layout.and(holdersOf(page, frame.outgoing), holdersOf(page, frame.incoming));
  }
}
