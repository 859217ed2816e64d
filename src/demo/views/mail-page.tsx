import { PageHead } from '../../web/components/page-head.js';
import { dayAndTime } from '../../web/dates.js';
import { DEMO } from '../../web/demo-paths.js';
import { Layout } from '../../web/layout.js';
import type { PageRequest } from '../../web/page-request.js';
import { RABAT_ZONE } from '../rabat-story.js';
import type { KeptMail } from '../mail-file.js';

/** One mail: its plain text, which says all that the HTML says, and the whole of it as a file. */
export function MailPage({ page, mail }: { readonly page: PageRequest; readonly mail: KeptMail }) {
  const { mailbox } = page.texts.live;
  return (
    <Layout page={page} title={mail.subject}>
      <p>
        <a href={DEMO.mailbox}>{mailbox.all}</a>
      </p>
      <PageHead title={mail.subject} />
      <dl class="mail-head">
        <div>
          <dt>{mailbox.person}</dt>
          <dd>
            <bdi>{mail.to.name}</bdi> · <bdi>{mail.to.address}</bdi>
          </dd>
        </div>
        <div>
          <dt>{mailbox.sent}</dt>
          <dd>
            <time dateTime={mail.at}>{dayAndTime(page, mail.at, RABAT_ZONE)}</time>
          </dd>
        </div>
      </dl>
      <div class="mail-text" lang={mail.language} dir="auto">
        {mail.text.split('\n').map((line, index) => (
          <p key={index}>{withLinks(line)}</p>
        ))}
      </div>
      <p>
        <a href={`${DEMO.mailbox}/${mail.id}/file`} download>
          {mailbox.download}
        </a>
      </p>
    </Layout>
  );
}

/** Addresses of pages become links to the same page here, under whatever name the demo is reached. */
function withLinks(line: string) {
  const parts = line.split(/(https?:\/\/[^\s<>"]+)/);
  return parts.map((part, index) => {
    if (index % 2 === 0 || !URL.canParse(part)) return part;
    const { pathname, search, hash } = new URL(part);
    return (
      <a key={index} href={`${pathname}${search}${hash}`}>
        {part}
      </a>
    );
  });
}
