import { TaskLink } from '../../../handovers/views/task-link.js';
import { StateTag } from '../../../web/components/state-tag.js';
import { isolated } from '../../../web/gate-words.js';
import { languageName } from '../../../web/names.js';
import type { PageRequest } from '../../../web/page-request.js';
import { paths } from '../../../web/paths.js';
import { fileSize } from '../../../web/sizes.js';
import type { PackDocument, PackLink } from '../../content/pack.js';
import { MEDIA_TYPES, type MediaType } from '../../media-types.js';
import type { SectionSceneProps } from './section-view.js';

/** The tasks of a section, each with what shows that it is done. */
export function SectionDocuments({ page, viewer, frame, tasks }: SectionSceneProps) {
  const words = page.texts.review;
  return (
    <section aria-labelledby="documents-title">
      <h2 id="documents-title">{words.documents}</h2>
      {tasks.length === 0 ? <p class="quiet">{words.noTasks}</p> : null}
      <ul class="rows section-tasks">
        {tasks.map((task) => (
          <li key={task.id}>
            <div class="section-task">
              <TaskLink page={page} bodyId={viewer.bodyId} handoverId={frame.id} task={task} />
              <StateTag page={page} state={task.state} />
            </div>
            {task.documents.length + task.links.length === 0 ? (
              <p class="quiet">{words.noDocuments}</p>
            ) : (
              <ul class="section-pieces">
                {task.documents.map((document) => (
                  <li key={document.id}>
                    <a
                      href={paths.document(viewer.bodyId, frame.id, task.id, document.id)}
                      lang={document.language ?? undefined}
                    >
                      <bdi>{document.title}</bdi>
                    </a>{' '}
                    <span class="quiet">{documentFacts(page, document)}</span>
                  </li>
                ))}
                {task.links.map((link) => (
                  <li key={link.id}>
                    <LinkOut link={link} /> <span class="quiet">{linkFacts(page, link)}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Elsewhere by https or mail; whatever else somebody may have written is no link. */
function LinkOut({ link }: { readonly link: PackLink }) {
  const title = <bdi>{link.title}</bdi>;
  return /^(?:https|mailto):/i.test(link.address) ? (
    <a href={link.address} lang={link.language ?? undefined} rel="noreferrer">
      {title}
    </a>
  ) : (
    title
  );
}

function documentFacts(page: PageRequest, { mediaType, bytes, version, language, marking }: PackDocument): string {
  const { tasks, review } = page.texts;
  const format = Object.hasOwn(MEDIA_TYPES, mediaType)
    ? MEDIA_TYPES[mediaType as MediaType].extension.toUpperCase()
    : mediaType;
  const spoken = language === null ? [] : [languageName(page.language, language)];
  const size = isolated(page, fileSize(page, bytes));
  return [isolated(page, format), size, review.version(version), ...spoken, tasks.page.markings[marking]].join(' · ');
}

function linkFacts(page: PageRequest, { address, language, marking }: PackLink): string {
  const { tasks, review } = page.texts;
  const spoken = language === null ? [] : [languageName(page.language, language)];
  const kind = address.startsWith('mailto:') ? review.mail : review.link;
  return [kind, ...spoken, tasks.page.markings[marking]].join(' · ');
}
