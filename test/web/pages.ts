import { HANDOVER, RABAT, type PersonId } from '../support/rabat.js';

/** A page as it is looked at by one person. */
export interface PageToSee {
  readonly address: string;
  /** Null for whoever is not signed in. */
  readonly as: PersonId | null;
  /** Of the answer; 200 when it is not said. */
  readonly status?: number;
}

const OF_HANDOVER = `/bodies/${RABAT}/handovers/${HANDOVER}`;

/** Every page there is, by somebody who may see it: checked in each language and at each width. */
export const PAGES_TO_SEE: readonly PageToSee[] = [
  { address: '/sign-in', as: null },
  { address: '/sign-in/link/unknown', as: null, status: 410 },
  { address: '/sign-in/again', as: 'sec' },
  { address: '/settings/second-factors', as: 'sec' },
  { address: `/bodies/${RABAT}/people/ma-lead/second-factors`, as: 'sec' },
  { address: OF_HANDOVER, as: 'ma-delegate' },
  { address: OF_HANDOVER, as: 'pt-lead' },
  { address: OF_HANDOVER, as: 'sec' },
  { address: OF_HANDOVER, as: 'watcher' },
  { address: OF_HANDOVER, as: 'es-delegate', status: 403 },
  { address: `${OF_HANDOVER}/tasks`, as: 'ma-delegate' },
  { address: `${OF_HANDOVER}/tasks?show=all`, as: 'sec' },
  { address: `${OF_HANDOVER}/tasks?show=returned`, as: 'watcher' },
  { address: `${OF_HANDOVER}/tasks/GOV-01`, as: 'sec' },
  { address: `${OF_HANDOVER}/tasks/DOC-04`, as: 'ma-lead' },
  { address: `${OF_HANDOVER}/tasks/DOC-04`, as: 'watcher' },
  { address: `${OF_HANDOVER}/tasks/DOC-04/submit`, as: 'ma-lead' },
  { address: `${OF_HANDOVER}/tasks/DOC-04/commit`, as: 'pt-lead' },
  { address: `${OF_HANDOVER}/tasks/DOC-04/reassign`, as: 'ma-delegate' },
  { address: `${OF_HANDOVER}/tasks/DOC-04/pin`, as: 'sec' },
  { address: `${OF_HANDOVER}/tasks/DOC-04/links/new`, as: 'ma-delegate' },
  { address: `${OF_HANDOVER}/tasks/DOC-04/documents/new`, as: 'ma-delegate' },
  { address: `${OF_HANDOVER}/tasks/GOV-04/documents/new`, as: 'ma-delegate' },
  { address: `${OF_HANDOVER}/sections/DOC/submit`, as: 'ma-delegate' },
  { address: `${OF_HANDOVER}/calendar`, as: 'ma-delegate' },
  { address: `${OF_HANDOVER}/calendar?section=SOM`, as: 'watcher' },
  { address: `${OF_HANDOVER}/calendar/address`, as: 'pt-lead' },
  { address: `${OF_HANDOVER}/move`, as: 'sec' },
  { address: `${OF_HANDOVER}/move?what=holiday`, as: 'sec' },
  { address: `${OF_HANDOVER}/move/preview?startsOn=2024-02-13&endsOn=2024-02-14`, as: 'sec' },
  { address: `${OF_HANDOVER}/move/preview?startsOn=2024-02-30&endsOn=2024-02-14`, as: 'sec', status: 422 },
  {
    address: `${OF_HANDOVER}/move/preview?startsOn=2024-02-13&endsOn=2024-02-14&startsOn2=2024-03-05&endsOn2=2024-03-06`,
    as: 'sec',
  },
  { address: `${OF_HANDOVER}/pack`, as: 'pt-lead' },
  { address: `${OF_HANDOVER}/pack/sections/GOV`, as: 'pt-lead' },
  { address: `${OF_HANDOVER}/pack/sections/DOC`, as: 'ma-delegate' },
  { address: `${OF_HANDOVER}/pack/sections/DOC/present`, as: 'ma-delegate' },
  { address: `${OF_HANDOVER}/pack/sections/DOC/decision`, as: 'pt-delegate' },
  { address: `${OF_HANDOVER}/pack`, as: 'watcher' },
  { address: `${OF_HANDOVER}/pack/stocktaking`, as: 'pt-lead' },
  { address: `${OF_HANDOVER}/pack/meetings`, as: 'watcher' },
  { address: `${OF_HANDOVER}/pack/contacts`, as: 'ma-delegate' },
  { address: `${OF_HANDOVER}/pack/programme`, as: 'sec' },
  { address: `${OF_HANDOVER}/pack/assets`, as: 'ma-lead' },
  { address: `${OF_HANDOVER}/prepare`, as: 'sec' },
  { address: `${OF_HANDOVER}/cancel`, as: 'sec' },
  { address: `${OF_HANDOVER}/cancel`, as: 'ma-lead' },
  { address: `/bodies/${RABAT}/handovers/new`, as: 'sec' },
  { address: `/bodies/${RABAT}/handovers/new?step=newMeeting&meetingId=%2Bnew`, as: 'sec' },
  { address: `/bodies/${RABAT}/handovers/new?step=name`, as: 'sec' },
  { address: `${OF_HANDOVER}/plan`, as: 'pt-lead' },
  { address: `${OF_HANDOVER}/plan/1`, as: 'watcher' },
  { address: `${OF_HANDOVER}/activity`, as: 'sec' },
  { address: `/bodies/${RABAT}/rotation`, as: 'es-delegate' },
  { address: `/bodies/${RABAT}/handovers/plan`, as: 'sec' },
  { address: `/bodies/${RABAT}/handovers`, as: 'sec' },
  { address: `/bodies/${RABAT}/handovers`, as: 'es-delegate' },
  { address: `/bodies/${RABAT}/people`, as: 'watcher' },
  { address: `/bodies/${RABAT}/people/ma-lead`, as: 'sec' },
  { address: `/bodies/${RABAT}/people/ma-lead/change`, as: 'sec' },
  { address: `/bodies/${RABAT}/people/ma-lead/leave`, as: 'sec' },
  { address: `/bodies/${RABAT}/people/ma-lead/roles/new`, as: 'sec' },
  { address: `/bodies/${RABAT}/new-person`, as: 'sec' },
  { address: `/bodies/${RABAT}/stand-ins/new`, as: 'pt-lead' },
  { address: '/settings', as: 'ma-delegate' },
  { address: '/help', as: null },
  { address: '/accessibility', as: 'watcher' },
  { address: '/personal-data', as: null },
  { address: '/nowhere', as: 'sec', status: 404 },
];
