import { Form } from '../../../web/components/form.js';
import { PageHead } from '../../../web/components/page-head.js';
import { Layout } from '../../../web/layout.js';
import type { PageRequest } from '../../../web/page-request.js';
import { paths } from '../../../web/paths.js';

/** Before what wants a fresh sign-in. */
export function AgainPage({ page, next }: { readonly page: PageRequest; readonly next: string }) {
  const { again } = page.texts.signIn;
  return (
    <Layout page={page} title={again.title}>
      <PageHead title={again.title} />
      <p class="lead">{again.lead}</p>
      <Form page={page} action={paths.beginAgain}>
        <input type="hidden" name="next" value={next} />
        <div class="buttons">
          <button class="main" type="submit">
            {again.go}
          </button>
        </div>
      </Form>
    </Layout>
  );
}
