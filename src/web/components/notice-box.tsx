import type { PageRequest } from '../page-request.js';
import { Icon } from './icon.js';

/** What the form that was sent just now has done. */
export function NoticeBox({ page: { notice, texts } }: { readonly page: PageRequest }) {
  if (notice === null) return null;
  return (
    <div class={`notice notice-${notice.kind}`} role="status" tabindex={-1} data-focus="yes">
      <Icon name={notice.kind === 'done' ? 'accepted' : 'info'} />
      <p>
        <span class="unseen">{texts.layout.notice}: </span>
        {notice.text}
      </p>
    </div>
  );
}
