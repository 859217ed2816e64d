import { Form } from '../../../web/components/form.js';
import { dayAndTime } from '../../../web/dates.js';
import { paths } from '../../../web/paths.js';
import type { PackFile, RecordSummary } from '../pack-files.queries.js';
import { FileList } from './file-list.js';
import type { PackFilesView } from './pack-files-view.js';
import { PdfForm } from './pdf-form.js';

interface RecordBoxProps extends PackFilesView {
  readonly record: RecordSummary;
}

/** One record: why and when it was made, what it can be compared by, and its files. */
export function RecordBox(props: RecordBoxProps) {
  const { page, viewer, frame, record, files } = props;
  const words = page.texts.record.files;
  const { number, reason, madeAt, madeBy, sha256, key, restricted } = record;
  const id = `record-${String(number)}`;
  const mine = files.filter(({ record: of }) => of === number);
  const kinds = restricted === 0 ? (['all'] as const) : (['all', 'open'] as const);
  const wanted = kinds.filter((holds) => !isThere(mine, holds === 'all'));
  return (
    <section class="record-box" aria-labelledby={id}>
      <h2 id={id}>{words.record(number)}</h2>
      <p>
        {page.texts.record.page.reasons[reason]} {dayAndTime(page, madeAt, viewer.zone)}
        {madeBy === null ? null : (
          <>
            {page.texts.layout.comma}
            <bdi>{madeBy}</bdi>
          </>
        )}
      </p>
      <FileList {...props} id={`${id}-files`} files={mine} hasRestricted={restricted > 0} />
      {wanted.length === 0 ? null : (
        <div class="buttons">
          {wanted.map((holds) => (
            <ArchiveButton key={holds} {...props} holds={holds} />
          ))}
        </div>
      )}
      <PdfForm
        page={page}
        action={`${paths.packFiles(viewer.bodyId, frame.id)}/records/${String(number)}/pdf`}
        id={id}
        asksWhatItHolds={false}
      />
      <details class="record-digests">
        <summary>{words.compare}</summary>
        <dl>
          <dt>{page.texts.record.page.digest}</dt>
          <dd dir="ltr">{sha256}</dd>
          <dt>{page.texts.record.page.fingerprint}</dt>
          <dd dir="ltr">{key}</dd>
        </dl>
      </details>
    </section>
  );
}

function isThere(files: readonly PackFile[], withRestricted: boolean): boolean {
  return files.some(
    (file) => file.kind === 'archive' && file.withRestricted === withRestricted && file.state !== 'failed',
  );
}

function ArchiveButton({ page, viewer, frame, record, holds }: RecordBoxProps & { readonly holds: 'all' | 'open' }) {
  const words = page.texts.record.files;
  const { number, restricted } = record;
  const action = `${paths.packFiles(viewer.bodyId, frame.id)}/records/${String(number)}/archive`;
  return (
    <Form page={page} action={action}>
      <input type="hidden" name="holds" value={holds} />
      <button type="submit">{holds === 'open' ? words.askOpen : restricted === 0 ? words.ask : words.askAll}</button>
    </Form>
  );
}
