import type { ActivityChoice } from '../audit/account.queries.js';
import type { Side } from '../engine/words.js';

/** In place of a side or a kind: no matter which. */
export const WHOEVER = 'all';

export const ACTIVITY_SIDES = ['outgoing', 'incoming', 'secretariat'] as const satisfies readonly Side[];

/** What an entry can be about, with the deeds that belong to it; each deed of a handover belongs to one. */
export const DEEDS = {
  tasks: [
    'task.added',
    'task.started',
    'task.submitted',
    'task.returned',
    'task.accepted',
    'task.acceptance_given',
    'task.waived',
    'task.waiver_given',
    'task.committed',
    'task.fulfilled',
    'task.reopened',
    'task.reassigned',
  ],
  comments: ['task.commented'],
  reviews: [
    'section.presented',
    'section.accepted',
    'section.accepted_with_reservation',
    'section.accepted_by_silence',
    'section.returned',
    'section.reopened',
    'section.reminded',
    'section.commented',
  ],
  documents: ['task.evidence_added', 'task.evidence_replaced', 'task.evidence_removed'],
  dates: ['plan.revised', 'task.pinned', 'task.unpinned'],
  handover: [
    'handover.created',
    'handover.prepared',
    'handover.frozen',
    'handover.signature_given',
    'handover.signed',
    'handover.reopened',
    'handover.effected',
    'handover.recorded',
    'handover.addendum_added',
    'handover.closed',
    'handover.cancelled',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ActivityKind = keyof typeof DEEDS;
export const ACTIVITY_KINDS = Object.keys(DEEDS) as readonly ActivityKind[];

/** Which entries the reader asked for, as the page's address says it. */
export interface ActivityQuestion {
  readonly by?: Side | typeof WHOEVER;
  readonly about?: ActivityKind | typeof WHOEVER;
  readonly upto?: number;
}

/** The same as the record is asked. */
export function choiceOfActivity({ by = WHOEVER, about = WHOEVER, upto }: ActivityQuestion): ActivityChoice {
  return {
    ...(by === WHOEVER ? {} : { side: by }),
    ...(about === WHOEVER ? {} : { actions: DEEDS[about] }),
    ...(upto === undefined ? {} : { upTo: upto }),
  };
}
