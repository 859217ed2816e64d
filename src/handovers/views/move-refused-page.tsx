import type { UnmetGate } from '../../engine/decision.js';
import { PageHead } from '../../web/components/page-head.js';
import { Refusals } from '../../web/components/refusals.js';
import { paths } from '../../web/paths.js';
import type { MoveProps } from './change-words.js';
import { HandoverPage } from './handover-page.js';

/** What stands against a change of dates, all of it, and whose move each is. */
export function MoveRefusedPage({ page, viewer, frame, gates }: MoveProps & { readonly gates: readonly UnmetGate[] }) {
  const { move } = page.texts;
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={move.refusedTitle} current="overview" hasErrors>
      <PageHead above={frame.title} title={move.refusedTitle} />
      <Refusals page={page} gates={gates} bodyId={viewer.bodyId} handoverId={frame.id} />
      <p>
        <a href={paths.moveMeeting(viewer.bodyId, frame.id)}>{move.changeDates}</a>
      </p>
    </HandoverPage>
  );
}
