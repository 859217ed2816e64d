import { Icon } from '../../web/components/icon.js';
import type { PageRequest } from '../../web/page-request.js';
import { fileSize } from '../../web/sizes.js';

/** What the script of the page shows while a file is on its way; without it, what to know of slow lines. */
export function UploadProgress({ page, limit }: { readonly page: PageRequest; readonly limit: number }) {
  const { progress, problems, slowHint } = page.texts.documents;
  return (
    <>
      <p class="hint">{slowHint}</p>
      <div
        class="upload"
        data-upload="yes"
        data-limit={String(limit)}
        data-locale={page.locale}
        data-sent={progress.sent}
        data-left={progress.left}
        data-checking={progress.checking}
        data-slow={progress.slow}
        data-broken={progress.broken}
        hidden
      >
        <template>
          <p class="wrong" id="file-error" role="alert">
            <Icon name="overdue" />
            {problems.tooLarge(fileSize(page, limit))}
          </p>
        </template>
        <label for="upload-bar">{progress.label}</label>
        <progress id="upload-bar" max="100" value="0" />
        <p class="upload-numbers" data-numbers="yes" />
        <p data-says="yes" role="status" />
      </div>
    </>
  );
}
