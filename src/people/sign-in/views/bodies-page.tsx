import { PageHead } from '../../../web/components/page-head.js';
import { Layout } from '../../../web/layout.js';
import type { PageRequest } from '../../../web/page-request.js';
import { paths } from '../../../web/paths.js';
import type { HalfSession } from '../half-sessions.js';

/** For somebody who is known in several bodies. */
export function BodiesPage({ page, halves }: { readonly page: PageRequest; readonly halves: readonly HalfSession[] }) {
  const { bodies } = page.texts.signIn;
  return (
    <Layout page={page} title={bodies.title}>
      <PageHead title={bodies.title} />
      <p class="lead">{bodies.lead}</p>
      <ul class="rows way">
        {halves.map(({ bodyId, bodyName, name }) => (
          <li key={bodyId}>
            <a href={paths.secondFactor(bodyId)}>
              <bdi>{bodyName}</bdi>
            </a>{' '}
            <bdi class="quiet">{name}</bdi>
          </li>
        ))}
      </ul>
    </Layout>
  );
}
