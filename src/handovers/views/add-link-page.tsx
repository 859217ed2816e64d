import type { UnmetGate } from '../../engine/decision.js';
import { ErrorSummary } from '../../web/components/error-summary.js';
import { SelectField, TextField } from '../../web/components/field.js';
import { Form } from '../../web/components/form.js';
import { Refusals } from '../../web/components/refusals.js';
import type { FieldErrors, Typed } from '../../web/form.js';
import { labelled } from '../../web/labelled.js';
import { languageName } from '../../web/names.js';
import { paths } from '../../web/paths.js';
import { evidenceGates } from '../task-actions.js';
import { HandoverPage } from './handover-page.js';
import { BackToTask } from './move-page.js';
import type { TaskSceneProps } from './task-facts.js';

export interface AddLinkProps extends TaskSceneProps {
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
  readonly refusal?: readonly UnmetGate[] | null;
}

/** The languages that a document can be said to be in. */
const LANGUAGES = ['en', 'fr', 'pt', 'ar', 'es'];

/** A document that stays where it is, added by its address. */
export function AddLinkPage(props: AddLinkProps) {
  const { page, viewer, frame, task, before, typed = {}, errors = {}, refusal = null } = props;
  const { addLink } = page.texts.tasks.moves;
  const standing = refusal ?? evidenceGates(before.facts, 'addEvidence', before.actor, viewer.now);
  return (
    <HandoverPage
      page={page}
      viewer={viewer}
      frame={frame}
      title={labelled(page, addLink.title, task.id)}
      current="tasks"
      hasErrors={Object.keys(errors).length > 0}
    >
      <BackToTask {...props} />
      <ErrorSummary page={page} errors={errors} labels={page.texts.tasks.moves.fields} />
      <Refusals page={page} gates={standing} bodyId={viewer.bodyId} handoverId={frame.id} />
      <h1>{addLink.title}</h1>
      {standing.length > 0 && refusal === null ? null : (
        <Form page={page} action={paths.addLink(viewer.bodyId, frame.id, task.id)} class="move-form">
          <LinkFields {...props} typed={typed} errors={errors} />
          <p class="buttons">
            <button class="main" type="submit">
              {addLink.button}
            </button>
          </p>
        </Form>
      )}
      <p class="after-field">
        <a href={paths.task(viewer.bodyId, frame.id, task.id)}>{page.texts.tasks.moves.back}</a>
      </p>
    </HandoverPage>
  );
}

function LinkFields({ page, typed, errors }: AddLinkProps & { readonly typed: Typed; readonly errors: FieldErrors }) {
  const { fields, hints, addLink } = page.texts.tasks.moves;
  const { markings } = page.texts.tasks.page;
  const common = { page, typed, errors };
  return (
    <>
      <TextField {...common} name="title" label={fields.title} hint={hints.title} />
      <TextField {...common} name="reference" type="url" label={fields.reference} hint={hints.reference} />
      <SelectField
        {...common}
        name="language"
        label={fields.language}
        choices={[
          { value: '', text: addLink.noLanguage },
          ...LANGUAGES.map((value) => ({ value, text: languageName(page.language, value) })),
        ]}
      />
      <SelectField
        {...common}
        name="marking"
        label={fields.marking}
        choices={[
          { value: '', text: addLink.asTask },
          ...(['public', 'participants', 'restricted'] as const).map((value) => ({ value, text: markings[value] })),
        ]}
      />
    </>
  );
}
