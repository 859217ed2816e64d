import { LANGUAGE_NAMES, isPageLanguage } from '../../../config/languages/pages.js';
import { PageHead } from '../../web/components/page-head.js';
import { dayAndTime, placeOf } from '../../web/dates.js';
import { DEMO } from '../../web/demo-paths.js';
import { Layout } from '../../web/layout.js';
import type { PageRequest } from '../../web/page-request.js';
import { RABAT_ZONE } from '../rabat-story.js';
import type { KeptMail } from '../mail-file.js';

/** Mails on one page. */
const MOST = 40;

/** Which of them are shown. */
export interface MailChoice {
  /** An address. */
  readonly to: string | undefined;
  readonly language: string | undefined;
  /** The id of a mail: only those that are older. */
  readonly before: string | undefined;
}

export interface MailboxProps {
  readonly page: PageRequest;
  /** All of them, the newest first. */
  readonly mails: readonly KeptMail[];
  readonly choice: MailChoice;
}

/** The list of mails: of all people, or of one; in all languages, or in one. */
export function MailboxPage({ page, mails, choice }: MailboxProps) {
  const { mailbox } = page.texts.live;
  const chosen = mails.filter(
    ({ to, language }) => (choice.to ?? to.address) === to.address && (choice.language ?? language) === language,
  );
  const from = chosen.findIndex(({ id }) => id === choice.before) + 1;
  const shown = chosen.slice(from, from + MOST);
  const last = shown.at(-1);
  return (
    <Layout page={page} title={mailbox.title}>
      <PageHead title={mailbox.title} />
      <p class="lead">{mailbox.lead}</p>
      <Filter page={page} mails={mails} choice={choice} />
      <div id="mails" hx-get={page.address} hx-trigger="every 3s" hx-select="#mails" hx-swap="outerMorph">
        <p class="quiet">{mailbox.count(chosen.length)}</p>
        {chosen.length === 0 ? <p>{mails.length === 0 ? mailbox.empty : mailbox.emptyFor}</p> : null}
        <ul class="rows mails">
          {shown.map((mail) => (
            <MailRow key={mail.id} page={page} mail={mail} />
          ))}
        </ul>
        {last === undefined || from + MOST >= chosen.length ? null : (
          <p>
            <a href={addressOf({ ...choice, before: last.id })}>{mailbox.older}</a>
          </p>
        )}
        {from === 0 ? null : (
          <p>
            <a href={addressOf({ ...choice, before: undefined })}>{mailbox.newer}</a>
          </p>
        )}
      </div>
    </Layout>
  );
}

function MailRow({ page, mail }: { readonly page: PageRequest; readonly mail: KeptMail }) {
  return (
    <li id={`mail-${mail.id}`}>
      <span>
        <a href={`${DEMO.mailbox}/${mail.id}`} lang={mail.language} dir="auto">
          {mail.subject}
        </a>
        <span class="mail-to">
          <bdi>{mail.to.name}</bdi> · <bdi>{mail.to.address}</bdi>
        </span>
      </span>
      <time dateTime={mail.at}>{dayAndTime(page, mail.at, RABAT_ZONE)}</time>
    </li>
  );
}

function Filter({ page, mails, choice }: MailboxProps) {
  const { mailbox } = page.texts.live;
  const people = new Map(mails.map(({ to }) => [to.address, to.name]));
  const languages = [...new Set(mails.map(({ language }) => language))].sort();
  return (
    <form class="filter" method="get" action={DEMO.mailbox} aria-label={mailbox.filter} data-at-once="yes">
      <div class="filter-fields">
        <span class="labelled">
          <label for="to">{mailbox.person}</label>
          <select id="to" class="control" name="to">
            <option value="">{mailbox.everyone}</option>
            {[...people]
              .sort(([, one], [, other]) => one.localeCompare(other, page.locale))
              .map(([address, name]) => (
                <option key={address} value={address} selected={address === choice.to}>
                  {name}
                </option>
              ))}
          </select>
        </span>
        <span class="labelled">
          <label for="language">{mailbox.language}</label>
          <select id="language" class="control" name="language">
            <option value="">{mailbox.allLanguages}</option>
            {languages.map((language) => (
              <option key={language} value={language} lang={language} selected={language === choice.language}>
                {isPageLanguage(language) ? LANGUAGE_NAMES[language] : language}
              </option>
            ))}
          </select>
        </span>
        <button type="submit">{mailbox.apply}</button>
      </div>
      <p class="quiet">{placeOf(page, RABAT_ZONE)}</p>
    </form>
  );
}

function addressOf(choice: Readonly<Partial<Record<string, string | undefined>>>): string {
  const said = Object.entries(choice).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return `${DEMO.mailbox}?${new URLSearchParams(said).toString()}`;
}
