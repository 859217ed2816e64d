import { BodyPage } from '../../web/components/body-page.js';
import { PageHead } from '../../web/components/page-head.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { Viewer } from '../find-session.js';

export interface TokenPageProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly label: string;
  readonly secret: string;
}

/** A new access key, shown this once. */
export function TokenPage({ page, viewer, label, secret }: TokenPageProps) {
  const { settings } = page.texts;
  return (
    <BodyPage page={page} viewer={viewer} title={settings.issuedTitle} current="settings">
      <PageHead above={label} title={settings.issuedTitle} />
      <p class="lead">{settings.issuedOnce}</p>
      <p class="secret">
        <code dir="ltr">{secret}</code>
      </p>
      <p>
        <a href={paths.settings}>{settings.backToSettings}</a>
      </p>
    </BodyPage>
  );
}
