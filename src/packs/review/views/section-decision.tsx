import { sideName } from '../../../handovers/views/change-words.js';
import { holdersOf } from '../../../handovers/views/handover-page.js';
import { SelectField, TextArea, TextField } from '../../../web/components/field.js';
import { Form } from '../../../web/components/form.js';
import { RadioField } from '../../../web/components/radio-field.js';
import { GateList } from '../../../web/components/refusals.js';
import { longDay } from '../../../web/dates.js';
import { paths } from '../../../web/paths.js';
import { gatesAgainst, mayDecide } from '../section-offers.js';
import type { SectionPageProps } from './section-view.js';
import { SectionStanding } from './section-standing.js';

/** Where the reader decides; for everyone else, where the section stands and whose move it is. */
export function SectionDecision(props: SectionPageProps) {
  const { page, viewer, frame, before } = props;
  const words = page.texts.review.decision;
  if (!mayDecide(before)) return <SectionStanding {...props} />;
  const against = gatesAgainst(before, 'accept', viewer.now);
  return (
    <section class="decision" id="decision" aria-labelledby="decision-title">
      <h2 id="decision-title">{words.title}</h2>
      {before.reviewDueOn === null ? null : (
        <p class="review-due">
          <b>{words.due(longDay(page, before.reviewDueOn))}</b> <span>{words.silence[before.silence]}</span>
        </p>
      )}
      {against.length > 0 ? (
        <GateList page={page} gates={against} bodyId={viewer.bodyId} handoverId={frame.id} />
      ) : (
        <DecisionForm {...props} />
      )}
      <p>
        <a href={paths.pack(viewer.bodyId, frame.id)}>{words.later}</a>
      </p>
    </section>
  );
}

function DecisionForm(props: SectionPageProps) {
  const { page, viewer, frame, section, before, typed = {}, errors = {} } = props;
  const words = page.texts.review.decision;
  const common = { page, typed, errors };
  const canReserve = gatesAgainst(before, 'accept_with_reservation', viewer.now).length === 0;
  return (
    <Form page={page} action={paths.sectionDecision(viewer.bodyId, frame.id, section.id)} version={before.version}>
      <RadioField
        {...common}
        name="decision"
        legend={words.legend}
        isLegendSeen={false}
        choices={[
          { value: 'accept', text: words.accept, hint: words.acceptHint },
          ...(canReserve
            ? [
                {
                  value: 'accept_with_reservation',
                  text: words.accept_with_reservation,
                  hint: words.reservationHint,
                },
              ]
            : []),
          { value: 'return', text: words.return, hint: words.returnHint },
        ]}
      />
      <TextArea {...common} name="text" label={words.text} hint={words.textHint} rows={5} />
      {canReserve ? (
        <details
          class="follow-up"
          open={errors.dueOn !== undefined || errors.followUp !== undefined || (typed.followUp ?? '') !== ''}
        >
          <summary>{words.followUp}</summary>
          <SelectField
            {...common}
            name="followUp"
            label={page.texts.review.fields.followUp}
            hint={words.followUpHint}
            choices={[
              { value: '', text: words.noTask },
              { value: 'outgoing', text: words.taskOf(sideName(props, 'outgoing')) },
              { value: 'incoming', text: words.taskOf(holdersOf(page, frame.incoming)) },
            ]}
          />
          <TextField {...common} name="dueOn" label={words.dueOn} hint={words.dueOnHint} type="date" />
        </details>
      ) : (
        <p class="hint">{words.leadReserves}</p>
      )}
      <div class="buttons">
        <button class="main" type="submit">
          {words.button}
        </button>
      </div>
    </Form>
  );
}
