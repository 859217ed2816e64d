import { BodyPage } from '../../../web/components/body-page.js';
import { Form } from '../../../web/components/form.js';
import { PageHead } from '../../../web/components/page-head.js';
import { longDay } from '../../../web/dates.js';
import type { PageRequest } from '../../../web/page-request.js';
import { paths } from '../../../web/paths.js';
import { localDate } from '../../../engine/time/zones.js';
import type { Viewer } from '../../find-session.js';
import { hasSecondFactor, type Passkey, type SecondFactors, type TotpApp } from '../second-factors.queries.js';

export interface OwnFactorsPageProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly factors: SecondFactors;
}

/** With what somebody signs in. */
export function OwnFactorsPage({ page, viewer, factors }: OwnFactorsPageProps) {
  const { factors: texts } = page.texts.signIn;
  const all = [...factors.passkeys, ...(factors.totp === null ? [] : [factors.totp])];
  return (
    <BodyPage page={page} viewer={viewer} title={texts.title} current="settings">
      <PageHead title={texts.title} />
      <p class="lead">{hasSecondFactor(factors) ? texts.lead : texts.none}</p>
      {all.length === 0 ? null : (
        <ul class="rows way">
          {all.map((factor) => (
            <FactorRow key={factor.id} page={page} viewer={viewer} factor={factor} isLast={all.length === 1} />
          ))}
        </ul>
      )}
      <Form page={page} action={paths.moreFactors}>
        <div class="buttons">
          <button class="main" type="submit">
            {all.length === 0 ? page.texts.signIn.add.title : texts.add}
          </button>
        </div>
      </Form>
      {hasSecondFactor(factors) ? (
        <section class="way" aria-labelledby="codes">
          <h2 id="codes">{texts.codesTitle}</h2>
          <p class="lead">{texts.codesLeft(factors.codesLeft)}</p>
          <p class="quiet lead">{texts.newCodesHint}</p>
          <Form page={page} action={paths.newRecoveryCodes}>
            <div class="buttons">
              <button type="submit">{texts.newCodes}</button>
            </div>
          </Form>
        </section>
      ) : null}
    </BodyPage>
  );
}

interface FactorRowProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly factor: Passkey | TotpApp;
  readonly isLast: boolean;
}

function FactorRow({ page, viewer, factor, isLast }: FactorRowProps) {
  const { factors: texts } = page.texts.signIn;
  const name = factor.kind === 'passkey' ? texts.passkey : texts.app;
  const day = (at: Date): string => longDay(page, localDate(at.toISOString(), viewer.zone));
  return (
    <li class="factor">
      <div>
        <b>{name}</b>
        <p class="quiet">{texts.added(day(factor.addedAt))}</p>
        {factor.usedAt === null ? null : <p class="quiet">{texts.used(day(factor.usedAt))}</p>}
        {isLast ? <p class="quiet">{texts.last}</p> : null}
      </div>
      {isLast ? null : (
        <Form page={page} action={paths.removeFactor(factor.id)}>
          <button class="small" type="submit">
            {texts.remove}
            <span class="unseen"> {texts.removeWhat(name, day(factor.addedAt))}</span>
          </button>
        </Form>
      )}
    </li>
  );
}
