import { ErrorSummary } from '../../web/components/error-summary.js';
import { TextArea } from '../../web/components/field.js';
import { Form } from '../../web/components/form.js';
import { PageHead } from '../../web/components/page-head.js';
import type { Typed } from '../../web/form.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { Viewer } from '../../people/find-session.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import { HandoverPage } from './handover-page.js';

export interface LinksPageProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly typed?: Typed;
  /** What is wrong with the list, line by line. */
  readonly faults?: readonly string[];
}

/** Documents that stay where they are, brought in as evidence many at once. */
export function LinksPage({ page, viewer, frame, typed = {}, faults = [] }: LinksPageProps) {
  const words = page.texts.tasks.links;
  const hasErrors = faults.length > 0;
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={words.title} current="tasks" hasErrors={hasErrors}>
      <ErrorSummary page={page} errors={{}} labels={{}} others={faults} />
      <PageHead above={frame.title} title={words.title} />
      <p class="lead">{words.whole}</p>
      <Form page={page} action={paths.links(viewer.bodyId, frame.id)} class="move-form">
        <TextArea page={page} name="links" label={words.label} hint={words.help} rows={12} typed={typed} errors={{}} />
        <p class="buttons">
          <button class="main" type="submit">
            {words.button}
          </button>{' '}
          <a href={`${paths.tasks(viewer.bodyId, frame.id)}?show=all`}>{words.back}</a>
        </p>
      </Form>
    </HandoverPage>
  );
}
