import { PageHead } from '../../../web/components/page-head.js';
import { Layout } from '../../../web/layout.js';
import type { PageRequest } from '../../../web/page-request.js';
import { paths } from '../../../web/paths.js';
import type { OpenIdTrouble } from '../open-id-provider.js';

/** Why signing in through an organisation did not work. */
export function OpenIdTroublePage({ page, trouble }: { readonly page: PageRequest; readonly trouble: OpenIdTrouble }) {
  const { openId } = page.texts.signIn;
  return (
    <Layout page={page} title={openId.title} hasErrors>
      <PageHead title={openId.title} />
      <div class="prose">
        <p>{openId[trouble]}</p>
        <p class="quiet">{openId.help}</p>
        <p>
          <a class="button main" href={paths.signIn}>
            {openId.back}
          </a>
        </p>
      </div>
    </Layout>
  );
}
