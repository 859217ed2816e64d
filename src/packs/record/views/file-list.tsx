import { Icon } from '../../../web/components/icon.js';
import { dayAndTime } from '../../../web/dates.js';
import { languageName } from '../../../web/names.js';
import { paths } from '../../../web/paths.js';
import { fileSize } from '../../../web/sizes.js';
import type { PackFile } from '../pack-files.queries.js';
import type { PackFilesView } from './pack-files-view.js';

interface FileListProps extends Pick<PackFilesView, 'page' | 'viewer' | 'frame'> {
  /** Of the list in the page. */
  readonly id: string;
  readonly files: readonly PackFile[];
  /** Whether there is anything restricted that a file can be with or without. */
  readonly hasRestricted: boolean;
}

/** The files of one sort. While one of them is being made the list asks how far it has come. */
export function FileList(props: FileListProps) {
  const { id, page, viewer, frame, files } = props;
  const here = paths.packFiles(viewer.bodyId, frame.id);
  const looks = { 'hx-get': here, 'hx-trigger': 'every 2s', 'hx-select': `#${id}`, 'hx-swap': 'outerMorph' };
  const isMaking = files.some(isOnItsWay);
  return (
    <div id={id} class="record-files" {...(isMaking ? looks : {})}>
      {files.length === 0 ? null : (
        <ul>
          {files.map((file) => (
            <li key={file.id}>
              <FileLine {...props} file={file} />
            </li>
          ))}
        </ul>
      )}
      {isMaking ? (
        <p>
          <a href={here}>{page.texts.record.files.reload}</a>
        </p>
      ) : null}
    </div>
  );
}

function isOnItsWay({ state }: PackFile): boolean {
  return state === 'queued' || state === 'making';
}

/** One file: a link when it is ready, how far it has come before. */
function FileLine({ page, viewer, frame, file, hasRestricted }: FileListProps & { readonly file: PackFile }) {
  const words = page.texts.record.files;
  const { id, state, bytes, percent, problem, madeAt } = file;
  const name = nameOf(page, file, hasRestricted);
  if (state === 'ready') {
    return (
      <>
        <Icon name="document" />{' '}
        <a href={paths.packFile(viewer.bodyId, frame.id, id)} download>
          {name}
        </a>{' '}
        <span class="quiet">
          <bdi>{fileSize(page, bytes ?? 0)}</bdi>
          {madeAt === null || file.kind !== 'pack_pdf' ? null : (
            <>
              {words.comma}
              {dayAndTime(page, madeAt, viewer.zone)}
            </>
          )}
        </span>
      </>
    );
  }
  if (state === 'failed') {
    return (
      <>
        <Icon name="overdue" /> {name}: {words.problems[problem ?? 'gave_up']}
      </>
    );
  }
  return (
    <>
      <Icon name="started" /> {name}: {state === 'queued' ? words.queued : words.making(percent)}
      <progress class="record-progress" max={100} value={percent} aria-label={name} />
    </>
  );
}

function nameOf(page: PackFilesView['page'], file: PackFile, hasRestricted: boolean): string {
  const words = page.texts.record.files;
  const { language, standard, withRestricted } = file;
  const holds = hasRestricted ? words.holdings[withRestricted ? 'all' : 'open'] : null;
  if (language === null || standard === null)
    return [words.archive, holds].filter((part) => part !== null).join(words.comma);
  const parts = ['PDF', languageName(page.language, language), words.purposes[standard]];
  return [...parts, ...(holds === null || file.kind === 'record_pdf' ? [] : [holds])].join(words.comma);
}
