import { Icon } from '../../../web/components/icon.js';
import { dayAndTime } from '../../../web/dates.js';
import { paths } from '../../../web/paths.js';
import { fileSize } from '../../../web/sizes.js';
import type { PassingProps } from './passing-props.js';

/** What came after the signing; nothing is said before there can be any. */
export function AddendumList({ page, viewer, scene }: PassingProps) {
  const { addenda: words } = page.texts.signing;
  const { frame, passing } = scene;
  const canBe = frame.state === 'signed' || frame.state === 'effected' || frame.state === 'closed';
  if (!canBe && passing.addenda.length === 0) return null;
  return (
    <section aria-labelledby="addenda-title">
      <h2 id="addenda-title">{words.title}</h2>
      <p class="quiet">{passing.addenda.length === 0 ? words.none : words.help}</p>
      {passing.addenda.length === 0 ? null : (
        <ol class="rows addenda">
          {passing.addenda.map(({ number, title, text, addedBy, at, document }) => (
            <li key={number} id={`addendum-${String(number)}`}>
              <p class="above">{words.number(number)}</p>
              <h3>
                <bdi>{title}</bdi>
              </h3>
              <p class="written" dir="auto">
                {text}
              </p>
              {document === null ? null : (
                <p>
                  <Icon name="document" />{' '}
                  <a href={paths.addendumDocument(viewer.bodyId, frame.id, number)}>
                    <bdi>{document.fileName}</bdi>
                  </a>{' '}
                  <span class="quiet">({fileSize(page, document.bytes)})</span>
                </p>
              )}
              <p class="quiet">
                <bdi>{addedBy}</bdi>
                {page.texts.pack.comma}
                <time dateTime={at}>{dayAndTime(page, at, viewer.zone)}</time>
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
