import { ErrorSummary } from '../../../web/components/error-summary.js';
import { Form } from '../../../web/components/form.js';
import { PageHead } from '../../../web/components/page-head.js';
import type { FieldErrors } from '../../../web/form.js';
import { Layout } from '../../../web/layout.js';
import type { PageRequest } from '../../../web/page-request.js';
import { paths } from '../../../web/paths.js';
import type { HalfSession } from '../half-sessions.js';
import { QrPicture } from '../../../web/components/qr-picture.js';
import { CodeField } from './code-field.js';
import { PasskeyForm } from './passkey-form.js';

export interface AddFactorPageProps {
  readonly page: PageRequest;
  readonly half: HalfSession;
  /** The app that is being set up: its secret in base 32, and the address by which apps take it over. Null for whoever has one. */
  readonly app: { readonly secret: string; readonly address: string } | null;
  /** What the browser is asked to make; null where passkeys cannot be had. */
  readonly asked: object | null;
  readonly errors: FieldErrors;
}

export function AddFactorPage({ page, half, app, asked, errors }: AddFactorPageProps) {
  const { add, factor } = page.texts.signIn;
  const { passkey: passkeyError, ...fieldErrors } = errors;
  const others = passkeyError === undefined ? [] : [factor.passkeyFailed];
  return (
    <Layout page={page} title={add.title} hasErrors={Object.keys(errors).length > 0}>
      <ErrorSummary page={page} errors={fieldErrors} labels={{ code: add.appLabel }} others={others} />
      <PageHead above={half.bodyName} title={add.title} />
      <p class="lead">{add.lead}</p>
      <section class="way" aria-labelledby="by-passkey">
        <h2 id="by-passkey">{add.passkeyTitle}</h2>
        {asked === null ? (
          <p class="quiet lead">{add.noPasskeyHere}</p>
        ) : (
          <>
            <p class="quiet lead">{add.passkeyHint}</p>
            <PasskeyForm
              page={page}
              action={paths.addPasskey(half.bodyId)}
              does="make"
              options={asked}
              label={add.makePasskey}
              hasFailed={passkeyError !== undefined}
            />
          </>
        )}
      </section>
      <section class="way" aria-labelledby="by-app">
        <h2 id="by-app">{add.appTitle}</h2>
        {app === null ? (
          <p class="quiet lead">{add.hasApp}</p>
        ) : (
          <NewApp page={page} half={half} app={app} hasPasskeys={asked !== null} errors={errors} />
        )}
      </section>
    </Layout>
  );
}

function NewApp({
  page,
  half,
  app,
  hasPasskeys,
  errors,
}: Pick<AddFactorPageProps, 'page' | 'half' | 'errors'> & {
  readonly app: NonNullable<AddFactorPageProps['app']>;
  readonly hasPasskeys: boolean;
}) {
  const { add, factor } = page.texts.signIn;
  return (
    <>
      <p class="quiet lead">{add.appHint}</p>
      <dl class="facts secret">
        <dt>{add.scan}</dt>
        <dd>
          <QrPicture text={app.address} title={add.scan} />
        </dd>
        <dt>{add.secret}</dt>
        <dd>
          <code dir="ltr">{app.secret.replace(/.{4}(?=.)/g, '$& ')}</code>
        </dd>
        <dt>{add.open}</dt>
        <dd>
          <a href={app.address}>{add.openLink}</a>
        </dd>
      </dl>
      <Form page={page} action={paths.addTotp(half.bodyId)}>
        <CodeField page={page} name="code" label={add.appLabel} hint={factor.appHint} errors={errors} />
        <div class="buttons">
          <button class={hasPasskeys ? undefined : 'main'} type="submit">
            {add.go}
          </button>
        </div>
      </Form>
    </>
  );
}
