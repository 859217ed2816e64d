import { Form } from '../../../web/components/form.js';
import { PageHead } from '../../../web/components/page-head.js';
import { Layout } from '../../../web/layout.js';
import type { PageRequest } from '../../../web/page-request.js';
import { paths } from '../../../web/paths.js';
import type { PersonOfAddress } from '../find-people-of.js';

/** What a reset does, before it is done. */
export function ResetFactorsPage({ page, person }: { readonly page: PageRequest; readonly person: PersonOfAddress }) {
  const { reset } = page.texts.signIn;
  return (
    <Layout page={page} title={reset.title}>
      <PageHead title={reset.title} />
      <div class="prose">
        <p dir="auto">{reset.of(person.name)}</p>
        <ul>
          {reset.what.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>
          <b>{reset.check}</b>
        </p>
      </div>
      <Form page={page} action={paths.resetFactors(person.bodyId, person.personId)}>
        <div class="buttons">
          <button class="main" type="submit">
            {reset.go}
          </button>
        </div>
      </Form>
    </Layout>
  );
}
