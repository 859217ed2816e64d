import { HandoverPage, holdersOf } from '../../../handovers/views/handover-page.js';
import { ErrorSummary } from '../../../web/components/error-summary.js';
import { Field, TextField } from '../../../web/components/field.js';
import { Form } from '../../../web/components/form.js';
import { PageHead } from '../../../web/components/page-head.js';
import { Refusals } from '../../../web/components/refusals.js';
import { paths } from '../../../web/paths.js';
import { fileSize } from '../../../web/sizes.js';
import type { FileProblem } from '../../file-problem.js';
import { DeclarationSheet } from './declaration-sheet.js';
import { signingHat } from './declaration.js';
import { ShowWhoYouAre, type SignPageProps } from './sign-page.js';
import { Signer } from './signer.js';

export interface PaperPageProps extends Omit<SignPageProps, 'problem'> {
  /** The most bytes of a file. */
  readonly limit: number;
  readonly fileProblem: FileProblem | 'notPdf' | null;
}

/** The page on which the scan of a paper that was signed by hand is sent. */
export function PaperPage(props: PaperPageProps) {
  const { page, viewer, scene, gates, isFresh, errors } = props;
  const { paper: words, sign } = page.texts.signing;
  const { frame } = scene;
  const key = [viewer.bodyId, frame.id] as const;
  const side = signingHat(scene.before.actor)?.side ?? 'outgoing';
  const title = words.title(holdersOf(page, frame[side]));
  const message = messageOf(props);
  const isOpen = gates.every(({ code }) => code === 'version.stale');
  const hasErrors = gates.length + Object.keys(errors).length > 0 || message !== undefined;
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={title} current="pack" hasErrors={hasErrors}>
      <ErrorSummary
        page={page}
        errors={errors}
        messages={message === undefined ? {} : { file: message }}
        labels={{ rank: sign.rank, file: words.file }}
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
              {isFresh ? <PaperForm {...props} message={message} /> : null}
              {isFresh ? null : <ShowWhoYouAre {...props} next={paths.signOnPaper(...key)} />}
            </section>
          ) : null}
          <p>
            <a href={paths.sign(...key)}>{page.texts.layout.back}</a>
          </p>
        </div>
      </div>
    </HandoverPage>
  );
}

function PaperForm(props: PaperPageProps & { readonly message: string | undefined }) {
  const { page, viewer, scene, limit, typed, errors, fileProblem, message } = props;
  const { paper: words, sign } = page.texts.signing;
  const { frame } = scene;
  const key = [viewer.bodyId, frame.id] as const;
  return (
    <Form page={page} action={paths.signOnPaper(...key)} version={frame.version} hasFile class="document-form">
      <input type="hidden" name="language" value={page.language} />
      <TextField page={page} name="rank" label={sign.rank} hint={sign.rankHint} typed={typed} errors={errors} />
      <Field
        page={page}
        name="file"
        label={words.file}
        hint={words.fileHint(fileSize(page, limit))}
        typed={typed}
        errors={{}}
        message={fileProblem === null ? undefined : message}
        control={(described) => (
          <input {...described} class="control" type="file" name="file" accept=".pdf,application/pdf" />
        )}
      />
      <div class="buttons">
        <button class="main" type="submit">
          {words.button}
        </button>
      </div>
    </Form>
  );
}

function messageOf({ page, limit, fileProblem }: PaperPageProps): string | undefined {
  if (fileProblem === null) return undefined;
  if (fileProblem === 'notPdf') return page.texts.signing.paper.onlyPdf;
  return page.texts.documents.problems[fileProblem](fileSize(page, limit));
}
