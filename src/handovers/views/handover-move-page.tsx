import type { UnmetGate } from '../../engine/decision.js';
import type { Viewer } from '../../people/find-session.js';
import { ErrorSummary } from '../../web/components/error-summary.js';
import { TextArea } from '../../web/components/field.js';
import { Form } from '../../web/components/form.js';
import { PageHead } from '../../web/components/page-head.js';
import { Refusals } from '../../web/components/refusals.js';
import type { FieldErrors, Typed } from '../../web/form.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import { HandoverPage } from './handover-page.js';

/** The moves that are asked for on a page like this. */
export type PageMove = 'prepare' | 'cancel' | 'freeze' | 'reopen' | 'close';

type Address = (bodyId: string, handoverId: string) => string;

const ADDRESSES: Readonly<Record<PageMove, Address>> = {
  prepare: paths.prepareHandover,
  cancel: paths.cancelHandover,
  freeze: paths.freezePack,
  reopen: paths.reopenHandover,
  close: paths.closeHandover,
};

/** Where one goes from there: what has to do with the signatures leads back to them. */
export function afterMove(move: PageMove): Address {
  return move === 'freeze' || move === 'reopen' || move === 'close' ? paths.passing : paths.handover;
}

export interface HandoverMoveProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly move: PageMove;
  /** What stands against it; empty when it can be done. */
  readonly gates: readonly UnmetGate[];
  readonly typed: Typed;
  readonly errors: FieldErrors;
}

/** What a move of the whole handover will do, before it is made. */
export function HandoverMovePage({ page, viewer, frame, move, gates, typed, errors }: HandoverMoveProps) {
  const { moves } = page.texts.handovers;
  const { title, help, button } = moves[move];
  const reason = move === 'cancel' || move === 'reopen' ? moves[move] : null;
  const key = [viewer.bodyId, frame.id] as const;
  const isStale = gates.some(({ code }) => code === 'version.stale');
  return (
    <HandoverPage
      page={page}
      viewer={viewer}
      frame={frame}
      title={title}
      current="overview"
      hasErrors={Object.keys(errors).length + gates.length > 0}
    >
      <ErrorSummary page={page} errors={errors} labels={{ reason: (reason ?? moves.cancel).reason }} />
      <Refusals page={page} gates={gates} bodyId={viewer.bodyId} handoverId={frame.id} />
      <PageHead above={frame.title} title={title} />
      <p class="lead">{moves.now(page.texts.layout.handoverStates[frame.state])}</p>
      <div class="prose confirm">
        <ul>
          {help.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      {gates.length > 0 && !isStale ? null : (
        <Form page={page} action={ADDRESSES[move](...key)} version={frame.version} class="confirm">
          {reason === null ? null : (
            <TextArea
              page={page}
              name="reason"
              label={reason.reason}
              hint={reason.reasonHint}
              typed={typed}
              errors={errors}
            />
          )}
          <div class="buttons">
            <button class="main" type="submit">
              {button}
            </button>
          </div>
        </Form>
      )}
      <p class="confirm">
        <a href={afterMove(move)(...key)}>{moves.keep}</a>
      </p>
    </HandoverPage>
  );
}
