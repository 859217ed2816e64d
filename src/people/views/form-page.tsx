import type { ComponentChildren } from 'preact';
import { BodyPage } from '../../web/components/body-page.js';
import { ErrorSummary } from '../../web/components/error-summary.js';
import { Form } from '../../web/components/form.js';
import { PageHead } from '../../web/components/page-head.js';
import { Refusals } from '../../web/components/refusals.js';
import type { FieldErrors, Typed } from '../../web/form.js';
import type { Gates } from '../../web/outcome.js';
import type { PageRequest } from '../../web/page-request.js';
import type { Viewer } from '../find-session.js';

/** What every form about people is shown with: what was typed before, what is wrong with it, what stands against it. */
export interface AskedProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
  readonly gates?: Gates;
}

export interface FormPageProps extends AskedProps {
  readonly title: string;
  /** Whom it is about. */
  readonly above?: string;
  readonly lead?: string;
  readonly action: string;
  readonly version?: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly submit: string;
  /** Where one goes without doing it. */
  readonly back: string;
  readonly children: ComponentChildren;
}

/** A page with one form about people. */
export function FormPage(props: FormPageProps) {
  const { page, viewer, title, above, lead, action, version, errors = {}, gates = [], labels, submit, back } = props;
  const hasErrors = Object.keys(errors).length + gates.length > 0;
  return (
    <BodyPage page={page} viewer={viewer} title={title} current="people" hasErrors={hasErrors}>
      <ErrorSummary page={page} errors={errors} labels={labels} />
      <Refusals page={page} gates={gates} bodyId={viewer.bodyId} />
      <PageHead above={above} title={title} />
      {lead === undefined ? null : <p class="lead form-lead">{lead}</p>}
      <Form page={page} action={action} {...(version === undefined ? {} : { version })}>
        {props.children}
        <p class="buttons">
          <button class="main" type="submit">
            {submit}
          </button>
          <a href={back}>{page.texts.people.cancel}</a>
        </p>
      </Form>
    </BodyPage>
  );
}
