import type { UnmetGate } from '../../../engine/decision.js';
import { HandoverPage, holdersOf } from '../../../handovers/views/handover-page.js';
import { CheckField } from '../../../web/components/check-field.js';
import { ErrorSummary } from '../../../web/components/error-summary.js';
import { TextField } from '../../../web/components/field.js';
import { Form } from '../../../web/components/form.js';
import { PageHead } from '../../../web/components/page-head.js';
import { RadioField } from '../../../web/components/radio-field.js';
import { GateList, Refusals } from '../../../web/components/refusals.js';
import type { FieldErrors, Typed } from '../../../web/form.js';
import { paths } from '../../../web/paths.js';
import type { PassingProps } from './passing-props.js';
import { RightsAfter } from './rights-after.js';

export interface EffectPageProps extends PassingProps {
  /** What stands against it, whatever is decided. */
  readonly gates: readonly UnmetGate[];
  readonly typed: Typed;
  readonly errors: FieldErrors;
  /** What is wrong with a field, where that is no rule of a form. */
  readonly messages: Readonly<Partial<Record<'confirmation' | 'reference', string>>>;
}

/** What a written decision can excuse, and the gates that it then passes over. */
const EXCUSED: ReadonlySet<string> = new Set([
  'handover.signature_missing',
  'handover.task_unsettled',
  'handover.pack_not_frozen',
]);
const PASSING: ReadonlySet<string> = new Set([...EXCUSED, 'handover.reference_missing', 'version.stale']);

/** The page on which the chair passes: what happens, how it passes, and the words that are typed. */
export function EffectPage(props: EffectPageProps) {
  const { page, viewer, scene, gates, typed, errors, messages } = props;
  const { effect: words } = page.texts.signing;
  const { frame } = scene;
  const key = [viewer.bodyId, frame.id] as const;
  const isPossible = gates.every(({ code }) => PASSING.has(code));
  // What a decision can excuse is no trouble before anything was asked.
  const isCalm = isPossible && Object.keys(typed).length === 0;
  const said = Object.fromEntries(Object.entries(messages).filter(([, text]) => text !== ''));
  return (
    <HandoverPage
      page={page}
      viewer={viewer}
      frame={frame}
      title={words.title}
      current="pack"
      hasErrors={(isCalm ? 0 : gates.length) + Object.keys({ ...errors, ...said }).length > 0}
    >
      <ErrorSummary page={page} errors={errors} messages={said} labels={labelsOf(props)} />
      {isCalm ? null : (
        <Refusals page={page} gates={gates} bodyId={viewer.bodyId} handoverId={frame.id} titles={scene.titles} />
      )}
      <PageHead above={frame.title} title={words.title} />
      <p class="lead">{words.lead(holdersOf(page, frame.outgoing), holdersOf(page, frame.incoming))}</p>
      <div class="effect-page">
        <div class="prose">
          <ul>
            {words.help.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
        {isCalm && gates.length > 0 ? (
          <section aria-labelledby="missing-title">
            <h2 id="missing-title">{words.missing}</h2>
            <GateList page={page} gates={gates} bodyId={viewer.bodyId} handoverId={frame.id} titles={scene.titles} />
          </section>
        ) : null}
        <RightsAfter page={page} viewer={viewer} scene={scene} />
        {isPossible ? (
          <Form page={page} action={paths.effect(...key)} version={frame.version}>
            <RadioField
              page={page}
              name="way"
              legend={words.way}
              choices={waysOf(props)}
              typed={typed}
              errors={errors}
            />
            {needsExcuse(gates, 'handover.signature_missing') ? (
              <CheckField name="unsigned" label={words.unsigned} hint={words.excuse} typed={typed} />
            ) : null}
            {needsExcuse(gates, 'handover.task_unsettled') ? (
              <CheckField name="unsettled" label={words.unsettled} hint={words.excuse} typed={typed} />
            ) : null}
            <TextField
              page={page}
              name="reference"
              label={words.reference}
              hint={words.referenceHint}
              typed={typed}
              errors={errors}
              message={messages.reference}
            />
            <TextField
              page={page}
              name="confirmation"
              label={words.confirmation}
              hint={page.texts.signing.sign.confirmationHint(words.words(holdersOf(page, frame.incoming)))}
              typed={typed}
              errors={errors}
              message={messages.confirmation}
              autocomplete="off"
            />
            <div class="buttons">
              <button class="main" type="submit">
                {words.button}
              </button>
            </div>
          </Form>
        ) : null}
        <p>
          <a href={paths.passing(...key)}>{words.keep}</a>
        </p>
      </div>
    </HandoverPage>
  );
}

function waysOf({ page, scene }: EffectPageProps) {
  const { ways } = page.texts.signing.effect;
  const all = ['meeting', 'date', 'remote', 'decision'] as const;
  return all
    .filter((way) => way !== 'meeting' || scene.frame.meeting !== null)
    .map((way) => ({ value: way, text: ways[way] }));
}

function needsExcuse(gates: readonly UnmetGate[], code: string): boolean {
  return gates.some((gate) => gate.code === code);
}

function labelsOf({ page }: EffectPageProps): Readonly<Record<string, string>> {
  const { way, reference, confirmation, unsigned, unsettled } = page.texts.signing.effect;
  return { way, reference, confirmation, unsigned, unsettled };
}
