import { ErrorSummary } from '../../../web/components/error-summary.js';
import { TextField } from '../../../web/components/field.js';
import { Form } from '../../../web/components/form.js';
import { PageHead } from '../../../web/components/page-head.js';
import { DEMO } from '../../../web/demo-paths.js';
import type { FieldErrors, Typed } from '../../../web/form.js';
import { Layout } from '../../../web/layout.js';
import type { PageRequest } from '../../../web/page-request.js';
import { paths } from '../../../web/paths.js';
import type { OfferedPerson } from '../../offered-people.js';

export interface SignInPageProps {
  readonly page: PageRequest;
  /** People whom anyone may be: in a demo. */
  readonly people: readonly OfferedPerson[];
  /** Where to go once signed in. */
  readonly next: string;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  /** Whether one may sign in through an organisation too. */
  readonly offersOpenId: boolean;
}

export function SignInPage({ page, people, next, typed, errors, offersOpenId }: SignInPageProps) {
  const { signIn } = page.texts;
  const { address } = signIn;
  const hasErrors = Object.keys(errors).length > 0;
  return (
    <Layout page={page} title={signIn.title} hasErrors={hasErrors}>
      <ErrorSummary page={page} errors={errors} labels={{ mail: address.label }} />
      <PageHead title={signIn.title} />
      <p class="lead">{signIn.what}</p>
      <Form page={page} action={paths.signIn} class="way">
        <input type="hidden" name="next" value={next} />
        <TextField
          page={page}
          name="mail"
          label={address.label}
          hint={address.hint}
          typed={typed}
          errors={errors}
          type="email"
          autocomplete="email"
        />
        <div class="buttons">
          <button class="main" type="submit">
            {address.send}
          </button>
        </div>
      </Form>
      {offersOpenId ? (
        <section class="way" aria-labelledby="open-id">
          <h2 id="open-id">{address.openIdTitle}</h2>
          <p class="quiet lead">{address.openIdHint}</p>
          <p class="buttons">
            <a class="button" href={paths.openIdFor(next)}>
              {address.openId}
            </a>
          </p>
        </section>
      ) : null}
      {people.length === 0 ? null : <Offered page={page} people={people} next={next} />}
    </Layout>
  );
}

function Offered({ page, people, next }: Pick<SignInPageProps, 'page' | 'people' | 'next'>) {
  const { signIn } = page.texts;
  return (
    <section class="offered" aria-labelledby="demo-title">
      <h2 id="demo-title">{signIn.demoTitle}</h2>
      <p class="quiet lead">{signIn.demoHint}</p>
      <Form page={page} action={DEMO.signIn}>
        <input type="hidden" name="next" value={next} />
        <ul class="rows">
          {people.map(({ id, name, mail }) => (
            <li key={id}>
              <span>
                <b>{signIn.titles[id] ?? id}</b>
                <span class="quiet">
                  <bdi>{name}</bdi> · <bdi>{mail}</bdi>
                </span>
              </span>
              <button type="submit" name="person" value={id}>
                {signIn.signInAs(name)}
              </button>
            </li>
          ))}
        </ul>
      </Form>
    </section>
  );
}
