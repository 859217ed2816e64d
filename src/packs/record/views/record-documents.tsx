import { longDay } from '../../../web/dates.js';
import { fileSize } from '../../../web/sizes.js';
import type { RecordedDocument } from '../handover-record.js';
import type { RecordPartProps, RecordReader } from './record-part.js';

/** The documents with the way to each, links to what is elsewhere, and what else changed hands. */
export function RecordDocuments({ record, reader }: RecordPartProps) {
  const words = reader.texts.record.page;
  const links = record.tasks.flatMap((task) => task.links.map((link) => ({ ...link, task: task.id })));
  return (
    <section>
      <h2>{words.documents}</h2>
      {record.files.length === 0 ? <p>{words.noDocuments}</p> : <Files files={record.files} reader={reader} />}
      {record.files.some(({ marking }) => marking === 'restricted') ? <p class="soft">{words.restrictedNote}</p> : null}
      {links.length === 0 ? null : (
        <>
          <h3>{words.links}</h3>
          <ul>
            {links.map(({ task, title, reference }) => (
              <li key={`${task} ${reference}`}>
                <bdi>{task}</bdi> <Elsewhere title={title} reference={reference} />
              </li>
            ))}
          </ul>
        </>
      )}
      {record.assets.length === 0 ? null : <Assets assets={record.assets} reader={reader} />}
    </section>
  );
}

interface FilesProps {
  readonly files: readonly RecordedDocument[];
  readonly reader: RecordReader;
}

function Files({ files, reader }: FilesProps) {
  const words = reader.texts.record.page;
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.document}</th>
            <th scope="col">{words.marking}</th>
            <th scope="col">{words.size}</th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ path, task, title, marking, bytes, sha256 }) => (
            <tr key={path}>
              <th scope="row">
                {task === null ? null : (
                  <>
                    <span class="id">
                      <bdi>{task}</bdi>
                    </span>{' '}
                  </>
                )}
                <a href={path.split('/').map(encodeURIComponent).join('/')}>
                  <bdi>{title}</bdi>
                </a>
              </th>
              <td>{words.markings[marking]}</td>
              <td>
                <bdi>{fileSize(reader, bytes)}</bdi>
              </td>
              <td>
                <code dir="ltr">{sha256}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Only addresses of the web are links; whatever else was given as a reference is text. */
function Elsewhere({ title, reference }: { readonly title: string; readonly reference: string }) {
  if (/^https:\/\//i.test(reference)) {
    return (
      <a href={reference} rel="noreferrer">
        <bdi>{title}</bdi>
      </a>
    );
  }
  return <bdi>{title}</bdi>;
}

interface AssetsProps {
  readonly assets: RecordPartProps['record']['assets'];
  readonly reader: RecordReader;
}

function Assets({ assets, reader }: AssetsProps) {
  const words = reader.texts.record.page;
  const on = (at: string | null): string => (at === null ? '–' : longDay(reader, at.slice(0, 10)));
  return (
    <>
      <h3>{words.assets}</h3>
      <ul>
        {assets.map(({ name, transferredAt, confirmedAt }) => (
          <li key={name}>
            <bdi>{name}</bdi>. {words.given}: {on(transferredAt)}. {words.received}: {on(confirmedAt)}.
          </li>
        ))}
      </ul>
    </>
  );
}
