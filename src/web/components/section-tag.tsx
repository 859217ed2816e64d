import type { SectionState } from '../../engine/handovers/section.js';
import type { PageRequest } from '../page-request.js';
import { Icon, type IconName } from './icon.js';

/** The drawing and the colour of the task state that lies on the same desk. */
const LOOKS: Readonly<Record<SectionState, IconName>> = {
  drafting: 'started',
  in_review: 'submitted',
  accepted: 'accepted',
  accepted_with_reservation: 'committed',
  returned: 'returned',
};

/** How far the review of a section has come: an icon and words, in the colour of the desk. */
export function SectionTag({ page, state }: { readonly page: PageRequest; readonly state: SectionState }) {
  return (
    <span class={`tag tag-${LOOKS[state]}`}>
      <Icon name={LOOKS[state]} />
      {page.texts.layout.sectionStates[state]}
    </span>
  );
}
