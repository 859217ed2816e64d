import type { ComponentChildren } from 'preact';
import type { HandoverFrame } from '../../../handovers/handover-frame.queries.js';
import { HandoverPage } from '../../../handovers/views/handover-page.js';
import type { Viewer } from '../../../people/find-session.js';
import { PageHead } from '../../../web/components/page-head.js';
import type { PageRequest } from '../../../web/page-request.js';
import { paths } from '../../../web/paths.js';

export interface PartProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
}

export interface PartPageProps extends PartProps {
  readonly title: string;
  readonly hasErrors?: boolean;
  readonly children: ComponentChildren;
}

/** A part of the pack on a page of its own, with the way back to the contents. */
export function PartPage({ page, viewer, frame, title, hasErrors = false, children }: PartPageProps) {
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={title} current="pack" hasErrors={hasErrors}>
      <PageHead above={frame.title} title={title}>
        <a class="button" href={paths.pack(viewer.bodyId, frame.id)}>
          {page.texts.pack.back}
        </a>
      </PageHead>
      {children}
    </HandoverPage>
  );
}

/** Where something was read. Only addresses of the web become links. */
export function Sources({ page, sources }: { readonly page: PageRequest; readonly sources: readonly string[] }) {
  if (sources.length === 0) return null;
  return (
    <details class="folds part-sources">
      <summary>{page.texts.pack.parts.sources}</summary>
      <ul>
        {sources.map((source) => (
          <li key={source}>
            <bdi>{/^https:\/\/[^\s]+$/.test(source) ? <a href={source}>{source}</a> : source}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
