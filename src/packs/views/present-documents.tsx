import { localDate } from '../../engine/time/zones.js';
import type { Viewer } from '../../people/find-session.js';
import { longDay } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import { fileSize } from '../../web/sizes.js';
import type { DocumentPlace } from '../add-document.queries.js';
import type { DocumentVersion } from '../documents.queries.js';
import { MEDIA_TYPES } from '../media-types.js';

interface PresentDocumentsProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly place: DocumentPlace;
}

/** Beside the form: what the task asks for, and what is there. */
export function PresentDocuments(props: PresentDocumentsProps) {
  const { page, viewer, place } = props;
  const { frame, task, documents } = place;
  const { documents: texts } = page.texts;
  return (
    <aside class="document-aside">
      {task.evidenceKind === '' ? null : (
        <section>
          <h2>{texts.asked}</h2>
          <p lang="en" dir="auto">
            {task.evidenceKind}
          </p>
        </section>
      )}
      {documents.length === 0 ? null : (
        <section>
          <h2>{texts.present}</h2>
          <ul class="rows">
            {documents.map(({ id, newest, versions }) => {
              const [version] = versions;
              return version === undefined ? null : (
                <li key={id}>
                  <a href={paths.document(viewer.bodyId, frame.id, task.id, id)}>
                    <bdi lang={version.language ?? undefined}>{version.title}</bdi>
                  </a>
                  <p class="quiet">
                    <Facts page={page} version={version} /> · {texts.version(newest)}
                    <br />
                    {texts.sentBy(version.sentByName, longDay(page, localDate(version.sentAt, viewer.zone)))}
                  </p>
                  <Earlier {...props} documentId={id} versions={versions.slice(1)} />
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </aside>
  );
}

/** What was replaced, which stays readable. */
function Earlier({
  page,
  viewer,
  place: { frame, task },
  documentId,
  versions,
}: PresentDocumentsProps & { readonly documentId: string; readonly versions: readonly DocumentVersion[] }) {
  const { documents: texts } = page.texts;
  if (versions.length === 0) return null;
  return (
    <details class="folds">
      <summary>{texts.earlier}</summary>
      <ul>
        {versions.map((version) => (
          <li key={version.number}>
            <a href={paths.documentVersion(viewer.bodyId, frame.id, task.id, documentId, version.number)}>
              {texts.version(version.number)}
            </a>
            <span class="quiet">
              {' '}
              · <Facts page={page} version={version} /> ·{' '}
              {texts.sentBy(version.sentByName, longDay(page, localDate(version.sentAt, viewer.zone)))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Facts({
  page,
  version: { mediaType, bytes },
}: {
  readonly page: PageRequest;
  readonly version: DocumentVersion;
}) {
  return (
    <>
      <bdi dir="ltr">{MEDIA_TYPES[mediaType].extension.toUpperCase()}</bdi>, <bdi>{fileSize(page, bytes)}</bdi>
    </>
  );
}
