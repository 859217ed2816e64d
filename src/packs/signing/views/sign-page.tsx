import type { UnmetGate } from '../../../engine/decision.js';
import { HandoverPage, holdersOf } from '../../../handovers/views/handover-page.js';
import { ErrorSummary } from '../../../web/components/error-summary.js';
import { TextField } from '../../../web/components/field.js';
import { Form } from '../../../web/components/form.js';
import { PageHead } from '../../../web/components/page-head.js';
import { Refusals } from '../../../web/components/refusals.js';
import type { FieldErrors, Typed } from '../../../web/form.js';
import { paths } from '../../../web/paths.js';
import { DeclarationSheet } from './declaration-sheet.js';
import { declarationIn, signingHat } from './declaration.js';
import type { PassingProps } from './passing-props.js';
import { Signer } from './signer.js';

export interface SignPageProps extends PassingProps {
  /** What stands against it; empty where the reader can sign. */
  readonly gates: readonly UnmetGate[];
  /** Whether the reader has shown who they are just now. */
  readonly isFresh: boolean;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  /** Whether the words are not those of the declaration, or of another language. */
  readonly problem: 'differ' | 'staleLanguage' | null;
}

/** The page on which a chair signs: the words, who signs in whose name, and what has to be typed. */
export function SignPage(props: SignPageProps) {
  const { page, viewer, scene, gates, isFresh, errors, problem } = props;
  const { sign: words } = page.texts.signing;
  const { frame } = scene;
  const side = signingHat(scene.before.actor)?.side ?? 'outgoing';
  const title = words.title(holdersOf(page, frame[side]));
  const said = declarationIn(page.language, scene, side);
  const message = problem === null ? undefined : messageOf(props, said.confirm);
  const isOpen = gates.every(({ code }) => code === 'version.stale');
  const hasErrors = gates.length + Object.keys(errors).length > 0 || problem !== null;
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={title} current="pack" hasErrors={hasErrors}>
      <ErrorSummary
        page={page}
        errors={errors}
        messages={message === undefined ? {} : { confirmation: message }}
        labels={{ rank: words.rank, confirmation: words.confirmation }}
      />
      <Refusals page={page} gates={gates} bodyId={viewer.bodyId} handoverId={frame.id} titles={scene.titles} />
      <PageHead above={frame.title} title={title} />
      {isOpen ? <p class="lead">{words.lead}</p> : null}
      <div class="passing">
        <div>
          <DeclarationSheet page={page} viewer={viewer} scene={scene} side={side} isSigned />
        </div>
        <div>
          {isOpen ? (
            <section class="sheet signing" aria-labelledby="signing-title">
              <Signer {...props} />
              {isFresh ? (
                <SignForm {...props} message={message} />
              ) : (
                <ShowWhoYouAre {...props} next={paths.sign(viewer.bodyId, frame.id)} />
              )}
            </section>
          ) : null}
          <p>
            <a href={paths.passing(viewer.bodyId, frame.id)}>{page.texts.signing.effect.keep}</a>
          </p>
        </div>
      </div>
    </HandoverPage>
  );
}

/** Before the form: a signature wants a sign-in of the last minutes. */
export function ShowWhoYouAre({ page, next }: PassingProps & { readonly next: string }) {
  const { sign: words } = page.texts.signing;
  return (
    <>
      <p>{words.notFresh}</p>
      <p>
        <a class="button main" href={paths.signInAgain(next)}>
          {words.prove}
        </a>
      </p>
    </>
  );
}

function SignForm(props: SignPageProps & { readonly message: string | undefined }) {
  const { page, viewer, scene, typed, errors, message } = props;
  const { sign: words } = page.texts.signing;
  const { frame } = scene;
  const side = signingHat(scene.before.actor)?.side ?? 'outgoing';
  const key = [viewer.bodyId, frame.id] as const;
  const { confirm } = declarationIn(page.language, scene, side);
  return (
    <Form page={page} action={paths.sign(...key)} version={frame.version}>
      <input type="hidden" name="language" value={page.language} />
      <TextField page={page} name="rank" label={words.rank} hint={words.rankHint} typed={typed} errors={errors} />
      <TextField
        page={page}
        name="confirmation"
        label={words.confirmation}
        hint={words.confirmationHint(confirm)}
        typed={typed}
        errors={errors}
        message={message}
        autocomplete="off"
      />
      <div class="buttons">
        <button class="main" type="submit">
          {words.button(holdersOf(page, frame[side]))}
        </button>
      </div>
      <p>
        <a href={paths.signOnPaper(...key)}>{words.toPaper}</a>
      </p>
    </Form>
  );
}

function messageOf({ page, problem }: SignPageProps, confirm: string): string {
  const { sign: words } = page.texts.signing;
  return problem === 'staleLanguage' ? words.staleLanguage : words.differ(confirm);
}
