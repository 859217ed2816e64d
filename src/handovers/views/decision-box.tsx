import type { FieldErrors, Typed } from '../../web/form.js';
import { TextArea } from '../../web/components/field.js';
import { Form } from '../../web/components/form.js';
import { paths } from '../../web/paths.js';
import { fieldsOf } from '../move.forms.js';
import { onlyTakesDates, toldBy, totalOf } from '../previewed.js';
import type { PlanPreview } from '../preview-plan.js';
import type { MoveProps } from './change-words.js';
import { addressOf } from './preview-address.js';

export interface DecisionBoxProps extends MoveProps {
  readonly preview: PlanPreview;
  readonly typed: Typed;
  readonly errors: FieldErrors;
}

/** The one button that does what the page shows, and the reason that goes with it. */
export function DecisionBox({ page, viewer, frame, about, preview, typed, errors }: DecisionBoxProps) {
  const { move } = page.texts;
  const { moved } = totalOf(preview);
  const told = toldBy(preview, viewer.personId).length;
  const { length: handovers } = preview.handovers;
  const fields = fieldsOf(preview.change);
  const address = addressOf(paths.moveMeeting(viewer.bodyId, frame.id), fields);
  const hidden = {
    ...fields,
    token: preview.token,
    moved: String(moved),
    told: String(told),
    seen: String(about.seen),
  };
  const say = onlyTakesDates(preview) ? move.applyUndated : move.apply;
  const label = handovers > 1 ? move.applyMany(moved, handovers, told) : say(moved, told);
  return (
    <section class="decision" id="decision" aria-labelledby="decision-title">
      <h2 id="decision-title">{move.decision}</h2>
      <Form page={page} action={address}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextArea page={page} name="reason" label={move.reason} hint={move.reasonHint} typed={typed} errors={errors} />
        <div class="buttons">
          <button class="main" type="submit">
            {label}
          </button>
        </div>
        {handovers > 1 ? <p class="quiet">{move.longWork(handovers)}</p> : null}
        <p class="working" role="status">
          <progress aria-hidden="true" /> {move.working(handovers)}
        </p>
      </Form>
      <p>
        <a href={address}>{move.changeDates}</a>
      </p>
    </section>
  );
}
