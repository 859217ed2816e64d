import { PageHead } from '../../../web/components/page-head.js';
import { Layout } from '../../../web/layout.js';
import type { PageRequest } from '../../../web/page-request.js';

export interface RecoveryCodesPageProps {
  readonly page: PageRequest;
  readonly codes: readonly string[];
  /** Where to go on. */
  readonly next: string;
}

/** New recovery codes, this once. */
export function RecoveryCodesPage({ page, codes, next }: RecoveryCodesPageProps) {
  const { codes: texts } = page.texts.signIn;
  return (
    <Layout page={page} title={texts.title}>
      <PageHead title={texts.title} />
      <p class="lead">{texts.lead}</p>
      <ol class="recovery way" dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div class="buttons no-print">
        <a class="button main" href={next}>
          {texts.goOn}
        </a>
        <button type="button" data-print="yes" class="with-script">
          {texts.print}
        </button>
      </div>
    </Layout>
  );
}
