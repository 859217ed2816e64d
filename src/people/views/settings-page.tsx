import { LANGUAGE_NAMES } from '../../../config/languages/pages.js';
import { BodyPage } from '../../web/components/body-page.js';
import { ErrorSummary } from '../../web/components/error-summary.js';
import { SelectField, TextField } from '../../web/components/field.js';
import { Form } from '../../web/components/form.js';
import { PageHead } from '../../web/components/page-head.js';
import { Refusals } from '../../web/components/refusals.js';
import { dayAndTime, longDay, placeOf } from '../../web/dates.js';
import { localDate } from '../../engine/time/zones.js';
import type { FieldErrors, Typed } from '../../web/form.js';
import type { Gates } from '../../web/outcome.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { Viewer } from '../find-session.js';
import { MAIL_LANGUAGES } from '../settings.forms.js';
import type { OwnSettings } from '../settings.queries.js';
import { browserName } from './browser-name.js';

export interface SettingsProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly own: OwnSettings;
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
  readonly gates?: Gates;
}

/** Who the reader is here, where they are signed in, and which programs act for them. */
export function SettingsPage(props: SettingsProps) {
  const { page, viewer, errors = {}, gates = [] } = props;
  const { settings } = page.texts;
  const { language, label, expiresOn } = settings.fields;
  const hasErrors = Object.keys(errors).length + gates.length > 0;
  return (
    <BodyPage page={page} viewer={viewer} title={settings.title} current="settings" hasErrors={hasErrors}>
      <ErrorSummary page={page} errors={errors} labels={{ language, label, expiresOn }} />
      <Refusals page={page} gates={gates} bodyId={viewer.bodyId} />
      <PageHead title={settings.title} />
      <Self {...props} />
      <Sessions {...props} />
      <Tokens {...props} />
    </BodyPage>
  );
}

function Self({ page, viewer, own, typed, errors = {} }: SettingsProps) {
  const { settings } = page.texts;
  return (
    <section class="part" aria-labelledby="self-title">
      <h2 id="self-title">{settings.self}</h2>
      <dl class="facts">
        <dt>{settings.name}</dt>
        <dd>
          <bdi>{viewer.name}</bdi>
        </dd>
        <dt>{settings.mail}</dt>
        <dd>
          <bdi>{own.mail}</bdi>
        </dd>
        <dt>{settings.office}</dt>
        <dd>
          <bdi>{own.office}</bdi>
        </dd>
        <dt>{settings.zone}</dt>
        <dd>{settings.zoneIs(placeOf(page, viewer.zone))}</dd>
      </dl>
      <p class="quiet">{settings.askSecretariat}</p>
      <Form page={page} action={paths.ownLanguage} version={own.version} class="inline-form">
        <SelectField
          page={page}
          name="language"
          label={settings.fields.language}
          hint={settings.languageHint}
          typed={typed?.language === undefined ? { language: viewer.language } : typed}
          errors={errors}
          choices={MAIL_LANGUAGES.map((each) => ({ value: each, text: LANGUAGE_NAMES[each] }))}
        />
        <p class="buttons">
          <button type="submit">{settings.saveLanguage}</button>
        </p>
      </Form>
    </section>
  );
}

function Sessions({ page, viewer, own }: SettingsProps) {
  const { settings } = page.texts;
  return (
    <section class="part" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{settings.sessions}</h2>
      <p class="lead quiet">
        {settings.sessionsHint} <a href={paths.secondFactors}>{settings.howYouSignIn}</a>
      </p>
      <ul class="rows entries">
        {own.sessions.map(({ id, browser, means, signedInAt, lastSeenAt }) => (
          <li key={id}>
            <div>
              <p>
                <b>
                  <bdi>{browserName(browser) ?? settings.unknownBrowser}</bdi>
                </b>
                {id === viewer.sessionId ? <span class="quiet"> · {settings.thisOne}</span> : null}
              </p>
              <p class="quiet">
                {settings.signedIn(settings.means[means], dayAndTime(page, signedInAt, viewer.zone))} ·{' '}
                {settings.lastSeen(dayAndTime(page, lastSeenAt, viewer.zone))}
              </p>
            </div>
            {id === viewer.sessionId ? null : (
              <Form page={page} action={paths.endSession(id)}>
                <button class="small" type="submit">
                  {settings.end}
                  <span class="unseen">: {browserName(browser) ?? settings.unknownBrowser}</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tokens({ page, viewer, own, typed = {}, errors = {} }: SettingsProps) {
  const { settings } = page.texts;
  return (
    <section class="part" aria-labelledby="tokens-title">
      <h2 id="tokens-title">{settings.tokens}</h2>
      <p class="lead quiet">{settings.tokensHint}</p>
      {own.tokens.length === 0 ? null : (
        <ul class="rows entries">
          {own.tokens.map(({ id, label, createdAt, expiresAt, version }) => (
            <li key={id}>
              <div>
                <p>
                  <b>
                    <bdi>{label}</bdi>
                  </b>
                </p>
                <p class="quiet">
                  {settings.made(longDay(page, localDate(createdAt, viewer.zone)))} ·{' '}
                  {expiresAt === null ? settings.noEnd : settings.ends(dayAndTime(page, expiresAt, viewer.zone))}
                </p>
              </div>
              <Form page={page} action={paths.revokeToken(id)} version={version}>
                <button class="small" type="submit">
                  {settings.revoke}
                  <span class="unseen">: {label}</span>
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <h3>{settings.newToken}</h3>
      <Form page={page} action={paths.ownTokens}>
        <TextField
          page={page}
          name="label"
          label={settings.fields.label}
          hint={settings.labelHint}
          typed={typed}
          errors={errors}
          autocomplete="off"
        />
        <TextField
          page={page}
          name="expiresOn"
          type="date"
          label={settings.fields.expiresOn}
          hint={settings.expiresHint}
          typed={typed}
          errors={errors}
        />
        <p class="buttons">
          <button type="submit">{settings.issue}</button>
        </p>
      </Form>
    </section>
  );
}
