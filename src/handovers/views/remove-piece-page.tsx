import type { UnmetGate } from '../../engine/decision.js';
import { Form } from '../../web/components/form.js';
import { Refusals } from '../../web/components/refusals.js';
import { isolated } from '../../web/gate-words.js';
import { paths } from '../../web/paths.js';
import { evidenceGates } from '../task-actions.js';
import type { EvidencePiece } from '../tasks.queries.js';
import { PieceLine } from './evidence-list.js';
import { HandoverPage } from './handover-page.js';
import { BackToTask } from './move-page.js';
import type { TaskSceneProps } from './task-facts.js';

export interface RemovePieceProps extends TaskSceneProps {
  readonly piece: EvidencePiece;
  readonly refusal?: readonly UnmetGate[] | null;
}

/** Taking a document away: what it was, and what that means. */
export function RemovePiecePage(props: RemovePieceProps) {
  const { page, viewer, frame, task, before, piece, refusal = null } = props;
  const { moves } = page.texts.tasks;
  const title = moves.remove.title(isolated(page, piece.title));
  const standing = refusal ?? evidenceGates(before.facts, 'removeEvidence', before.actor, viewer.now);
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={title} current="tasks">
      <BackToTask {...props} />
      <Refusals page={page} gates={standing} bodyId={viewer.bodyId} handoverId={frame.id} />
      <h1>{title}</h1>
      <PieceLine page={page} piece={piece} zone={viewer.zone} />
      <p class="after-field">
        <b>{moves.next}</b> {moves.remove.next}
      </p>
      <Form page={page} action={paths.removeEvidence(viewer.bodyId, frame.id, task.id, piece.id)}>
        <p class="buttons">
          {standing.length > 0 ? null : (
            <button class="main" type="submit">
              {moves.remove.button}
            </button>
          )}
          <a href={paths.task(viewer.bodyId, frame.id, task.id)}>{moves.back}</a>
        </p>
      </Form>
    </HandoverPage>
  );
}
