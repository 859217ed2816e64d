import type { Viewer } from '../../people/find-session.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { HandoverFrame } from '../handover-frame.queries.js';

export interface SecretariatMovesProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
}

/** What the secretariat can do with a handover as a whole; nothing for everyone else. */
export function SecretariatMoves({ page, viewer, frame }: SecretariatMovesProps) {
  const { move } = page.texts;
  const { moves } = page.texts.handovers;
  if (!viewer.roles.includes('secretariat') || frame.state === 'closed' || frame.state === 'cancelled') return null;
  const key = [viewer.bodyId, frame.id] as const;
  return (
    <ul class="moves">
      <li>
        <a class="button" href={paths.moveMeeting(...key)}>
          {frame.meeting === null ? move.titles.effect_date : move.titles.meeting}
        </a>
      </li>
      {frame.state === 'planned' ? null : (
        <li>
          <a href={paths.passing(...key)}>{page.texts.signing.link}</a>
        </li>
      )}
      {frame.state === 'planned' ? (
        <li>
          <a href={paths.prepareHandover(...key)}>{moves.prepare.link}</a>
        </li>
      ) : null}
      <li>
        <a href={paths.plan(...key)}>{move.toRevisions}</a>
      </li>
      {frame.state === 'effected' ? null : (
        <li>
          <a href={paths.cancelHandover(...key)}>{moves.cancel.link}</a>
        </li>
      )}
    </ul>
  );
}
