import { ErrorSummary } from '../../../web/components/error-summary.js';
import { Form } from '../../../web/components/form.js';
import { PageHead } from '../../../web/components/page-head.js';
import type { FieldErrors } from '../../../web/form.js';
import { Layout } from '../../../web/layout.js';
import type { PageRequest } from '../../../web/page-request.js';
import { paths } from '../../../web/paths.js';
import type { HalfSession } from '../half-sessions.js';
import type { SecondFactors } from '../second-factors.queries.js';
import { CodeField } from './code-field.js';
import { PasskeyForm } from './passkey-form.js';

export interface SecondFactorPageProps {
  readonly page: PageRequest;
  readonly half: HalfSession;
  readonly factors: SecondFactors;
  /** What the browser is asked for a passkey; null where the person has none, or the address allows none. */
  readonly asked: object | null;
  readonly errors: FieldErrors;
}

/** The second proof, by whatever the person has. */
export function SecondFactorPage({ page, half, factors, asked, errors }: SecondFactorPageProps) {
  const { factor } = page.texts.signIn;
  const { passkey: passkeyError, ...fieldErrors } = errors;
  const labels = { code: factor.appLabel, recovery: factor.recoveryLabel };
  const others = passkeyError === undefined ? [] : [factor.passkeyFailed];
  return (
    <Layout page={page} title={factor.title} hasErrors={Object.keys(errors).length > 0}>
      <ErrorSummary page={page} errors={fieldErrors} labels={labels} others={others} />
      <PageHead title={factor.title} />
      <p class="lead">{factor.lead(half.bodyName)}</p>
      {asked === null ? null : (
        <section class="way" aria-labelledby="by-passkey">
          <h2 id="by-passkey">{factor.passkeyTitle}</h2>
          <p class="quiet lead">{factor.passkeyHint}</p>
          <PasskeyForm
            page={page}
            action={paths.provePasskey(half.bodyId)}
            does="use"
            options={asked}
            label={factor.usePasskey}
            hasFailed={passkeyError !== undefined}
          />
        </section>
      )}
      {factors.totp === null ? null : (
        <section class="way" aria-labelledby="by-app">
          <h2 id="by-app">{factor.appTitle}</h2>
          <Form page={page} action={paths.proveTotp(half.bodyId)}>
            <CodeField page={page} name="code" label={factor.appLabel} hint={factor.appHint} errors={errors} />
            <div class="buttons">
              <button class={asked === null ? 'main' : undefined} type="submit">
                {factor.go}
              </button>
            </div>
          </Form>
        </section>
      )}
      <Lost page={page} half={half} factors={factors} errors={errors} />
    </Layout>
  );
}

function Lost({ page, half, factors, errors }: Omit<SecondFactorPageProps, 'asked'>) {
  const { factor } = page.texts.signIn;
  return (
    <details class="folds way" open={errors.recovery !== undefined}>
      <summary>{factor.lostTitle}</summary>
      {factors.codesLeft === 0 ? null : (
        <Form page={page} action={paths.proveRecovery(half.bodyId)}>
          <CodeField
            page={page}
            name="recovery"
            label={factor.recoveryLabel}
            hint={factor.recoveryHint}
            errors={errors}
          />
          <div class="buttons">
            <button type="submit">{factor.useRecovery}</button>
          </div>
        </Form>
      )}
      <p class="quiet lead">{factor.lostAll}</p>
    </details>
  );
}
