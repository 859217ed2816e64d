import { BodyPage } from '../../../web/components/body-page.js';
import { Form } from '../../../web/components/form.js';
import { PageHead } from '../../../web/components/page-head.js';
import type { PageRequest } from '../../../web/page-request.js';
import { paths } from '../../../web/paths.js';
import type { Viewer } from '../../find-session.js';
import type { PersonOfAddress } from '../find-people-of.js';

export interface ResetFactorsPageProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly person: PersonOfAddress;
}

/** What a reset does, before it is done. */
export function ResetFactorsPage({ page, viewer, person }: ResetFactorsPageProps) {
  const { reset } = page.texts.signIn;
  return (
    <BodyPage page={page} viewer={viewer} title={reset.title} current="people">
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
    </BodyPage>
  );
}
