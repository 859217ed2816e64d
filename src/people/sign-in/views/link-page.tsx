import { Form } from '../../../web/components/form.js';
import { PageHead } from '../../../web/components/page-head.js';
import { Layout } from '../../../web/layout.js';
import type { PageRequest } from '../../../web/page-request.js';
import { paths } from '../../../web/paths.js';
import type { LinkStanding } from '../prove-address.js';

export interface LinkPageProps {
  readonly page: PageRequest;
  readonly standing: LinkStanding;
  readonly secret: string;
}

/** Where the link of a mail leads: a button, or why there is none. */
export function LinkPage({ page, standing, secret }: LinkPageProps) {
  const { link } = page.texts.signIn;
  if (standing === 'ready') {
    return (
      <Layout page={page} title={link.readyTitle}>
        <PageHead title={link.readyTitle} />
        <p class="lead">{link.ready}</p>
        <Form page={page} action={paths.useSignInLink}>
          <input type="hidden" name="secret" value={secret} />
          <div class="buttons">
            <button class="main" type="submit">
              {link.go}
            </button>
          </div>
        </Form>
      </Layout>
    );
  }
  const [title, told] = standing === 'other_browser' ? [link.otherTitle, link.other] : [link.goneTitle, link.gone];
  return (
    <Layout page={page} title={title}>
      <PageHead title={title} />
      <p class="lead">{told}</p>
      <p class="buttons">
        <a class="button main" href={paths.signIn}>
          {link.askAnew}
        </a>
      </p>
    </Layout>
  );
}
