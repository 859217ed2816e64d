import type { UnmetGate } from '../../../engine/decision.js';
import { HandoverPage } from '../../../handovers/views/handover-page.js';
import { ErrorSummary } from '../../../web/components/error-summary.js';
import { Field, TextArea, TextField } from '../../../web/components/field.js';
import { Form } from '../../../web/components/form.js';
import { PageHead } from '../../../web/components/page-head.js';
import { Refusals } from '../../../web/components/refusals.js';
import type { FieldErrors, Typed } from '../../../web/form.js';
import { paths } from '../../../web/paths.js';
import { fileSize } from '../../../web/sizes.js';
import type { FileProblem } from '../../file-problem.js';
import type { PassingProps } from './passing-props.js';

export interface AddAddendumPageProps extends PassingProps {
  readonly gates: readonly UnmetGate[];
  /** The most bytes of a file. */
  readonly limit: number;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  readonly fileProblem: FileProblem | null;
}

/** The page on which something is added that came after the signing. */
export function AddAddendumPage(props: AddAddendumPageProps) {
  const { page, viewer, scene, gates, limit, typed, errors, fileProblem } = props;
  const { addenda: words } = page.texts.signing;
  const { documents } = page.texts;
  const { frame } = scene;
  const key = [viewer.bodyId, frame.id] as const;
  const message = fileProblem === null ? undefined : documents.problems[fileProblem](fileSize(page, limit));
  return (
    <HandoverPage
      page={page}
      viewer={viewer}
      frame={frame}
      title={words.addTitle}
      current="pack"
      hasErrors={gates.length + Object.keys(errors).length > 0 || message !== undefined}
    >
      <ErrorSummary
        page={page}
        errors={errors}
        messages={message === undefined ? {} : { file: message }}
        labels={{ title: words.name, text: words.text, file: words.file }}
      />
      <Refusals page={page} gates={gates} bodyId={viewer.bodyId} handoverId={frame.id} />
      <PageHead above={frame.title} title={words.addTitle} />
      <p class="lead">{words.lead}</p>
      {gates.length > 0 ? null : (
        <Form page={page} action={paths.addAddendum(...key)} hasFile class="document-form confirm">
          <TextField page={page} name="title" label={words.name} typed={typed} errors={errors} />
          <TextArea page={page} name="text" label={words.text} typed={typed} errors={errors} rows={6} />
          <Field
            page={page}
            name="file"
            label={words.file}
            hint={documents.fileHint(fileSize(page, limit))}
            typed={typed}
            errors={{}}
            message={message}
            control={(described) => <input {...described} class="control" type="file" name="file" />}
          />
          <div class="buttons">
            <button class="main" type="submit">
              {words.button}
            </button>
          </div>
        </Form>
      )}
      <p class="confirm">
        <a href={paths.passing(...key)}>{page.texts.layout.back}</a>
      </p>
    </HandoverPage>
  );
}
