import { ErrorSummary } from '../../../web/components/error-summary.js';
import { Form } from '../../../web/components/form.js';
import { PageHead } from '../../../web/components/page-head.js';
import type { FieldErrors } from '../../../web/form.js';
import { Layout } from '../../../web/layout.js';
import type { PageRequest } from '../../../web/page-request.js';
import { paths } from '../../../web/paths.js';
import { CodeField } from './code-field.js';

export interface LinkSentPageProps {
  readonly page: PageRequest;
  /** As it was typed: whether anybody has it is not said. */
  readonly address: string;
  readonly errors: FieldErrors;
}

export function LinkSentPage({ page, address, errors }: LinkSentPageProps) {
  const { sent } = page.texts.signIn;
  return (
    <Layout page={page} title={sent.title} hasErrors={Object.keys(errors).length > 0}>
      <ErrorSummary page={page} errors={errors} labels={{ code: sent.codeLabel }} />
      <PageHead title={sent.title} />
      <div class="prose">
        <p>{sent.told(address)}</p>
        <p>
          <b>{sent.here}</b>
        </p>
      </div>
      <section class="way" aria-labelledby="by-code">
        <h2 id="by-code">{sent.codeTitle}</h2>
        <Form page={page} action={paths.signInCode}>
          <CodeField page={page} name="code" label={sent.codeLabel} hint={sent.codeHint} errors={errors} />
          <div class="buttons">
            <button class="main" type="submit">
              {sent.go}
            </button>
          </div>
        </Form>
      </section>
      <div class="prose way quiet">
        <p>{sent.noMail}</p>
        <p>
          <a href={paths.signIn}>{sent.another}</a>
        </p>
      </div>
    </Layout>
  );
}
