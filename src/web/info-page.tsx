import type { InfoText } from '../../config/languages/info-text.js';
import { PageHead } from './components/page-head.js';
import { Layout } from './layout.js';
import type { PageRequest } from './page-request.js';

/** A page that only explains. */
export function InfoPage({ page, info }: { readonly page: PageRequest; readonly info: InfoText }) {
  return (
    <Layout page={page} title={info.title}>
      <PageHead title={info.title} />
      <div class="prose info">
        <p>{info.lead}</p>
        {info.parts.map(({ title, text, list = [] }) => (
          <section key={title}>
            <h2>{title}</h2>
            {text.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {list.length === 0 ? null : (
              <ul>
                {list.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </Layout>
  );
}
