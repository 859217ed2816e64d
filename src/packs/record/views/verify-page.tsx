import { assets } from '../../../web/assets.js';
import { Icon } from '../../../web/components/icon.js';
import { PageHead } from '../../../web/components/page-head.js';
import { longDay } from '../../../web/dates.js';
import { Layout } from '../../../web/layout.js';
import type { PageRequest } from '../../../web/page-request.js';
import type { KnownKey } from '../installation-keys.js';

interface VerifyPageProps {
  readonly page: PageRequest;
  /** All that ever signed records here. */
  readonly keys: readonly KnownKey[];
}

/** An archive is chosen or dropped, and what was found in it is shown; the script does it, and sends nothing. */
export function VerifyPage({ page, keys }: VerifyPageProps) {
  const words = page.texts.record.verify;
  return (
    <Layout page={page} title={words.title} script={assets.verify} style={assets.recordStyle}>
      <PageHead title={words.title} />
      <p class="lead">{words.lead}</p>
      <p class="without-script">{words.needsScript}</p>
      <div
        class="record-drop"
        hidden
        data-verify={assets.archiveWorker}
        data-faults={JSON.stringify(page.texts.record.faults)}
        data-keys={JSON.stringify(keys.map(({ id }) => id))}
        data-locale={page.locale}
        data-checking={words.checking}
      >
        <label for="archive">{words.choose}</label>
        <input type="file" class="control" id="archive" accept=".zip,application/zip" aria-describedby="archive-hint" />
        <p class="hint" id="archive-hint">
          {words.drop}
        </p>
        <progress class="record-progress" max={100} value={0} aria-label={words.progress} hidden />
      </div>
      <div class="record-says" role="status">
        <p data-says />
      </div>
      <Verdicts page={page} />
      <section class="prose">
        <h2>{words.command.title}</h2>
        <p>{words.command.text}</p>
        <pre class="record-commands" dir="ltr" tabindex={0}>
          <code>gavel verify handover.zip</code>
        </pre>
        <p>{words.command.without}</p>
        <pre class="record-commands" dir="ltr" tabindex={0}>
          <code>{OTHER_TOOLS}</code>
        </pre>
        <h2>{words.keys.title}</h2>
        <p>{words.keys.text}</p>
        <ul class="record-keys">
          {keys.map(({ id, madeAt, retiredAt }) => (
            <li key={id}>
              <code dir="ltr">{id}</code>
              <br />
              <span class="quiet">
                {retiredAt === null
                  ? words.keys.since(dayOf(page, madeAt))
                  : words.keys.between(dayOf(page, madeAt), dayOf(page, retiredAt))}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </Layout>
  );
}

/** As docs/receiving.md explains them. */
const OTHER_TOOLS = [
  'sha256sum -c SHA256SUMS',
  'sha256sum -c record.sums',
  'openssl pkeyutl -verify -pubin -inkey public-key.pem \\',
  '  -rawin -in record.sums -sigfile record.sig',
].join('\n');

function dayOf(page: PageRequest, at: Date): string {
  return longDay(page, at.toISOString().slice(0, 10));
}

/** Facts that are compared sign by sign. */
const DIGESTS: readonly string[] = ['sha256', 'head', 'fingerprint'];

/** What can be found; the script shows one of these. */
function Verdicts({ page }: { readonly page: PageRequest }) {
  const words = page.texts.record.verify;
  const { facts } = words;
  return (
    <>
      <section class="record-verdict record-whole" data-verdict="whole" tabindex={-1} hidden>
        <h2>
          <Icon name="accepted" /> {words.whole}
        </h2>
        <p data-key="known">{words.keyKnown}</p>
        <p data-key="unknown">{words.keyUnknown}</p>
        <dl>
          {(Object.keys(facts) as (keyof typeof facts)[]).map((name) => (
            <div key={name}>
              <dt>{facts[name]}</dt>
              <dd>
                <bdi data-fact={name} class={DIGESTS.includes(name) ? 'record-digest' : undefined} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section class="record-verdict record-wrong" data-verdict="fault" tabindex={-1} hidden>
        <h2>
          <Icon name="overdue" /> {words.wrong}
        </h2>
        <p data-words />
        <p>{words.wrongHelp}</p>
      </section>
      <section class="record-verdict record-wrong" data-verdict="unable" tabindex={-1} hidden>
        <h2>
          <Icon name="info" /> {words.unable}
        </h2>
        <p>{words.unableHelp}</p>
      </section>
      <section class="record-verdict record-wrong" data-verdict="unread" tabindex={-1} hidden>
        <h2>
          <Icon name="overdue" /> {words.unread}
        </h2>
        <p>{words.unreadHelp}</p>
      </section>
    </>
  );
}
