import type { HandoverFrame } from '../../../handovers/handover-frame.queries.js';
import { HandoverPage, sidesOfReader } from '../../../handovers/views/handover-page.js';
import type { Viewer } from '../../../people/find-session.js';
import { Form } from '../../../web/components/form.js';
import { Icon } from '../../../web/components/icon.js';
import { PageHead } from '../../../web/components/page-head.js';
import { dayAndTime } from '../../../web/dates.js';
import type { PageRequest } from '../../../web/page-request.js';
import { paths } from '../../../web/paths.js';
import { fileSize } from '../../../web/sizes.js';
import type { PackFile, RecordSummary } from '../pack-files.queries.js';

export interface PackFilesPageProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly records: readonly RecordSummary[];
  readonly archives: readonly PackFile[];
}

/** The records, the newest first, each with its archives: made, on their way, or to be asked for. */
export function PackFilesPage(props: PackFilesPageProps) {
  const { page, viewer, frame, records, archives } = props;
  const words = page.texts.record.files;
  const isMaking = archives.some(({ state }) => state === 'queued' || state === 'making');
  const here = paths.packFiles(viewer.bodyId, frame.id);
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={words.title} current="pack">
      <PageHead above={frame.title} title={words.title} />
      <p class="lead">{words.lead}</p>
      {isMaking ? (
        <p>
          <a href={here}>{words.reload}</a>
        </p>
      ) : null}
      {records.length === 0 ? <p>{words.none}</p> : null}
      {records.map((record) => (
        <RecordBox key={record.number} {...props} record={record} />
      ))}
      {sidesOfReader(frame).includes('secretariat') ? (
        <Form page={page} action={`${here}/record`} class="record-make">
          <button type="submit">{words.make}</button>
          <p class="hint">{words.makeHint}</p>
        </Form>
      ) : null}
      <p class="quiet">
        {words.check} <a href={paths.verify}>{words.checkLink}</a>
      </p>
      <p>
        <a href={paths.pack(viewer.bodyId, frame.id)}>{words.back}</a>
      </p>
    </HandoverPage>
  );
}

interface RecordBoxProps extends PackFilesPageProps {
  readonly record: RecordSummary;
}

function RecordBox(props: RecordBoxProps) {
  const { page, viewer, record, archives } = props;
  const words = page.texts.record.files;
  const { number, reason, madeAt, madeBy, sha256, key, restricted } = record;
  const mine = archives.filter(({ record: of }) => of === number);
  return (
    <section class="record-box" aria-labelledby={`record-${String(number)}`}>
      <h2 id={`record-${String(number)}`}>{words.record(number)}</h2>
      <p>
        {page.texts.record.page.reasons[reason]} {dayAndTime(page, madeAt, viewer.zone)}
        {madeBy === null ? null : (
          <>
            {', '}
            <bdi>{madeBy}</bdi>
          </>
        )}
      </p>
      <dl class="record-digests">
        <dt>{page.texts.record.page.digest}</dt>
        <dd dir="ltr">{sha256}</dd>
        <dt>{page.texts.record.page.fingerprint}</dt>
        <dd dir="ltr">{key}</dd>
      </dl>
      <ul class="record-files">
        {mine.map((file) => (
          <li key={file.id}>
            <ArchiveLine {...props} file={file} />
          </li>
        ))}
      </ul>
      <div class="buttons">
        <AskButton {...props} holds="all" taken={isThere(mine, true)} />
        {restricted === 0 ? null : <AskButton {...props} holds="open" taken={isThere(mine, false)} />}
      </div>
    </section>
  );
}

function isThere(files: readonly PackFile[], withRestricted: boolean): boolean {
  return files.some((file) => file.withRestricted === withRestricted && file.state !== 'failed');
}

function AskButton({
  page,
  viewer,
  frame,
  record,
  holds,
  taken,
}: RecordBoxProps & { readonly holds: 'all' | 'open'; readonly taken: boolean }) {
  const words = page.texts.record.files;
  if (taken) return null;
  const { number, restricted } = record;
  const action = `${paths.packFiles(viewer.bodyId, frame.id)}/records/${String(number)}/archive`;
  return (
    <Form page={page} action={action}>
      <input type="hidden" name="holds" value={holds} />
      <button type="submit">{holds === 'open' ? words.askOpen : restricted === 0 ? words.ask : words.askAll}</button>
    </Form>
  );
}

/** One archive: a link when it is ready, how far it has come before. */
function ArchiveLine({ page, viewer, frame, record, file }: RecordBoxProps & { readonly file: PackFile }) {
  const words = page.texts.record.files;
  const { id, state, bytes, percent, problem, withRestricted } = file;
  const name = record.restricted === 0 ? words.archive : withRestricted ? words.archiveAll : words.archiveOpen;
  if (state === 'ready') {
    return (
      <>
        <Icon name="document" />{' '}
        <a href={paths.packFile(viewer.bodyId, frame.id, id)} download>
          {name}
        </a>{' '}
        <bdi class="quiet">{fileSize(page, bytes ?? 0)}</bdi>
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
