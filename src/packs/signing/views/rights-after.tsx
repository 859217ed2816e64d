import { holdersOf } from '../../../handovers/views/handover-page.js';
import { longDay } from '../../../web/dates.js';
import type { PassingProps } from './passing-props.js';

/** How long the side that gives up the chair can still do what, said before it does. */
export function RightsAfter({ page, scene }: PassingProps) {
  const { rights: words } = page.texts.signing;
  const { writesAfterDays, readsAfterDays, writesUntil, readsUntil } = scene.passing.rights;
  const day = (until: string | null): string | null => (until === null ? null : longDay(page, until));
  return (
    <section aria-labelledby="rights-title">
      <h2 id="rights-title">{words.title(holdersOf(page, scene.frame.outgoing))}</h2>
      <ul class="plain-list">
        <li>{words.writes(writesAfterDays, day(writesUntil))}</li>
        <li>{words.reads(readsAfterDays, day(readsUntil))}</li>
        <li>{words.archive}</li>
      </ul>
    </section>
  );
}
