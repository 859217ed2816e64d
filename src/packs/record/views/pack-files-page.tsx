import { HandoverPage, readsOn, sidesOfReader } from '../../../handovers/views/handover-page.js';
import { assets } from '../../../web/assets.js';
import { Form } from '../../../web/components/form.js';
import { PageHead } from '../../../web/components/page-head.js';
import { paths } from '../../../web/paths.js';
import { FileList } from './file-list.js';
import type { PackFilesView } from './pack-files-view.js';
import { PdfForm } from './pdf-form.js';
import { RecordBox } from './record-box.js';

/** The pack as a PDF, and the records, the newest first, each with its archives and PDFs. */
export function PackFilesPage(props: PackFilesView) {
  const { page, viewer, frame, records, files } = props;
  const words = page.texts.record.files;
  const here = paths.packFiles(viewer.bodyId, frame.id);
  return (
    <HandoverPage
      page={page}
      viewer={viewer}
      frame={frame}
      title={words.title}
      current="pack"
      style={assets.recordStyle}
    >
      <PageHead above={frame.title} title={words.title} />
      <p class="lead">{words.lead}</p>
      {readsOn(viewer, frame) ? (
        <section class="record-box" aria-labelledby="pack-pdf">
          <h2 id="pack-pdf">{words.pack}</h2>
          <p>{words.packHint}</p>
          <FileList {...props} id="pack-files" files={files.filter(({ kind }) => kind === 'pack_pdf')} hasRestricted />
          <PdfForm page={page} action={`${here}/pdf`} id="pack" asksWhatItHolds />
        </section>
      ) : null}
      {records.length === 0 ? <p>{words.none}</p> : null}
      {records.map((record) => (
        <RecordBox key={record.number} {...props} record={record} />
      ))}
      {sidesOfReader(frame).includes('secretariat') ? (
        <Form page={page} action={`${here}/record`} class="record-make">
          <p class="hint">{words.makeHint}</p>
          <button type="submit">{words.make}</button>
        </Form>
      ) : null}
      <p class="quiet">
        {words.check} <a href={paths.verify}>{words.checkLink}</a>
      </p>
      <p>{readsOn(viewer, frame) ? <a href={paths.pack(viewer.bodyId, frame.id)}>{words.back}</a> : null}</p>
    </HandoverPage>
  );
}
