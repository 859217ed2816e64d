import { HandoverPage } from '../../handovers/views/handover-page.js';
import type { Viewer } from '../../people/find-session.js';
import { assets } from '../../web/assets.js';
import { ErrorSummary } from '../../web/components/error-summary.js';
import { Form } from '../../web/components/form.js';
import { PageHead } from '../../web/components/page-head.js';
import { Refusals } from '../../web/components/refusals.js';
import type { FieldErrors, Typed } from '../../web/form.js';
import { inLanguage } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import { fileSize } from '../../web/sizes.js';
import type { DocumentPlace } from '../add-document.queries.js';
import type { FileProblem } from '../file-problem.js';
import { DocumentFields } from './document-fields.js';
import { PresentDocuments } from './present-documents.js';
import { UploadProgress } from './upload-progress.js';

export interface AddDocumentPageProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly place: DocumentPlace;
  /** The most bytes of a file. */
  readonly limit: number;
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
  readonly problem?: FileProblem | null;
  /** Whether the version to be replaced is not the newest any more. */
  readonly isStale?: boolean;
}

/** The page on which a document is added to a task, or a version to a document. */
export function AddDocumentPage(props: AddDocumentPageProps) {
  const { page, viewer, place, limit, typed = {}, errors = {}, problem = null, isStale = false } = props;
  const { documents: texts } = page.texts;
  const { frame, task, gates } = place;
  const key = [viewer.bodyId, frame.id, task.id] as const;
  const messages = {
    ...(problem === null ? {} : { file: texts.problems[problem](fileSize(page, limit)) }),
    ...(isStale ? { replaces: texts.replacedMeanwhile } : {}),
  };
  const hasErrors = Object.keys({ ...errors, ...messages }).length > 0 || gates.length > 0;
  const title = typed.replaces === undefined || typed.replaces === '' ? texts.title : texts.titleOfVersion;
  const written = inLanguage(page.language, task.title);
  const labels = { title: texts.name, language: texts.language, marking: texts.marking, replaces: texts.replaces };
  return (
    <HandoverPage
      page={page}
      viewer={viewer}
      frame={frame}
      title={title}
      current="tasks"
      hasErrors={hasErrors}
      script={assets.upload}
    >
      <ErrorSummary page={page} errors={errors} labels={labels} messages={messages} />
      <Refusals page={page} gates={gates} bodyId={viewer.bodyId} handoverId={frame.id} />
      <PageHead title={title} />
      <p class="lead document-task">
        <a href={paths.task(...key)}>
          <bdi>{task.id}</bdi> <bdi lang={written.lang}>{written.text}</bdi>
        </a>
      </p>
      <div class="document-columns">
        {gates.length > 0 ? (
          <p>
            <a class="button" href={paths.task(...key)}>
              {texts.cancel}
            </a>
          </p>
        ) : (
          <Form page={page} action={paths.addDocument(...key)} hasFile class="document-form">
            <DocumentFields page={page} place={place} limit={limit} typed={typed} errors={errors} messages={messages} />
            <p class="hint document-next">{texts.next}</p>
            <UploadProgress page={page} limit={limit} />
            <div class="buttons">
              <button class="main" type="submit">
                {texts.send}
              </button>
              <a href={paths.task(...key)}>{texts.cancel}</a>
            </div>
          </Form>
        )}
        <PresentDocuments page={page} viewer={viewer} place={place} />
      </div>
    </HandoverPage>
  );
}
