import { BodyPage } from '../../../web/components/body-page.js';
import { Form } from '../../../web/components/form.js';
import { PageHead } from '../../../web/components/page-head.js';
import type { PageRequest } from '../../../web/page-request.js';
import { paths } from '../../../web/paths.js';
import type { Viewer } from '../../find-session.js';

export interface AgainPageProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  /** Where to go after. */
  readonly next: string;
}

/** Before what wants a fresh sign-in. */
export function AgainPage({ page, viewer, next }: AgainPageProps) {
  const { again } = page.texts.signIn;
  return (
    <BodyPage page={page} viewer={viewer} title={again.title} current={null}>
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
    </BodyPage>
  );
}
