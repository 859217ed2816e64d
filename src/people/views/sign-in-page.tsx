import { PageHead } from '../../web/components/page-head.js';
import { DEMO } from '../../web/demo-paths.js';
import { Layout } from '../../web/layout.js';
import type { PageRequest } from '../../web/page-request.js';
import type { OfferedPerson } from '../offered-people.js';

export interface SignInPageProps {
  readonly page: PageRequest;
  /** People whom anyone may be: in a demo. */
  readonly people: readonly OfferedPerson[];
  /** Where to go once signed in. */
  readonly next: string;
}

export function SignInPage({ page, people, next }: SignInPageProps) {
  const { signIn } = page.texts;
  return (
    <Layout page={page} title={signIn.title}>
      <PageHead title={signIn.title} />
      <p class="lead">{signIn.what}</p>
      {people.length === 0 ? null : (
        <section class="offered" aria-labelledby="demo-title">
          <h2 id="demo-title">{signIn.demoTitle}</h2>
          <p class="quiet lead">{signIn.demoHint}</p>
          <form method="post" action={DEMO.signIn}>
            <input type="hidden" name="next" value={next} />
            <ul class="rows">
              {people.map(({ id, name }) => (
                <li key={id}>
                  <span>
                    <b>{signIn.titles[id] ?? id}</b> <bdi class="quiet">{name}</bdi>
                  </span>
                  <button type="submit" name="person" value={id}>
                    {signIn.signInAs(name)}
                  </button>
                </li>
              ))}
            </ul>
          </form>
        </section>
      )}
    </Layout>
  );
}
