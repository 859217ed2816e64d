import type { UnmetGate } from '../../../engine/decision.js';
import { HandoverPage } from '../../../handovers/views/handover-page.js';
import { ErrorSummary } from '../../../web/components/error-summary.js';
import { TextArea } from '../../../web/components/field.js';
import { Form } from '../../../web/components/form.js';
import { PageHead } from '../../../web/components/page-head.js';
import { Refusals } from '../../../web/components/refusals.js';
import type { FieldErrors, Typed } from '../../../web/form.js';
import { isolated } from '../../../web/gate-words.js';
import { paths } from '../../../web/paths.js';
import type { Asset } from '../assets.queries.js';
import type { PartProps } from './part-page.js';

export interface SendBackPageProps extends PartProps {
  readonly asset: Asset;
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
  readonly gates?: readonly UnmetGate[];
}

/** Says that something that was handed over does not work, and why. */
export function SendBackPage({ page, viewer, frame, asset, typed = {}, errors = {}, gates = [] }: SendBackPageProps) {
  const words = page.texts.pack.assets;
  const title = words.sendBackTitle(isolated(page, asset.name));
  const hasErrors = gates.length > 0 || Object.keys(errors).length > 0;
  const back = paths.assets(viewer.bodyId, frame.id);
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={title} current="pack" hasErrors={hasErrors}>
      <Refusals page={page} gates={gates} bodyId={viewer.bodyId} handoverId={frame.id} />
      <ErrorSummary page={page} errors={errors} labels={{ reason: words.reason }} />
      <PageHead above={frame.title} title={title} />
      <p class="lead">{words.sendBackHelp}</p>
      <Form
        page={page}
        action={paths.sendBackAsset(viewer.bodyId, frame.id, asset.id)}
        version={asset.version}
        class="move-form"
      >
        <TextArea page={page} name="reason" label={words.reason} hint={words.reasonHint} {...{ typed, errors }} />
        <p class="buttons">
          <button type="submit">{words.moves.sendBack}</button> <a href={back}>{words.back}</a>
        </p>
      </Form>
    </HandoverPage>
  );
}
