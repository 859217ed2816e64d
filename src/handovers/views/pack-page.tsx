import type { Viewer } from '../../people/find-session.js';
import { PageHead } from '../../web/components/page-head.js';
import { StateTag } from '../../web/components/state-tag.js';
import { longDay } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import type { PackContents, PackSection } from '../pack-contents.js';
import { sideName } from './change-words.js';
import { HandoverPage } from './handover-page.js';
import { textIn } from './task-link.js';

export interface PackPageProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly contents: PackContents;
}

/** The contents of the pack, numbered, with how far each section has come. */
export function PackPage(props: PackPageProps) {
  const { page, viewer, frame, contents } = props;
  const { pack } = page.texts.handovers;
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={pack.title} current="pack">
      <PageHead above={frame.title} title={pack.title} />
      <p class="lead">{standingWords(props)}</p>
      <table class="dates pack">
        <caption class="unseen">{pack.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{pack.columns.section}</th>
            <th scope="col">{pack.columns.settled}</th>
            <th scope="col">{pack.columns.documents}</th>
            <th scope="col">{pack.columns.next}</th>
            <th scope="col">{pack.columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {contents.sections.map((section, index) => (
            <SectionRow key={section.id} {...props} section={section} number={index + 1} />
          ))}
        </tbody>
      </table>
      <p class="quiet">{pack.later}</p>
    </HandoverPage>
  );
}

function SectionRow({
  page,
  viewer,
  frame,
  section,
  number,
}: PackPageProps & { readonly section: PackSection; readonly number: number }) {
  const { pack } = page.texts.handovers;
  const { readiness, documents, nextDue, state } = section;
  const title = textIn(page, section.title);
  return (
    <tr>
      <th scope="row">
        <span class="pack-title">
          <span class="fold-number">{number}</span>
          <a href={`${paths.tasks(viewer.bodyId, frame.id)}?show=all#section-${section.id}`} lang={title.lang}>
            {title.text}
          </a>
        </span>
      </th>
      <td data-label={pack.columns.settled}>{page.texts.overview.settledOf(readiness.settled, readiness.total)}</td>
      <td data-label={pack.columns.documents}>{documents}</td>
      <td data-label={pack.columns.next}>
        {nextDue === null ? '–' : <time dateTime={nextDue}>{longDay(page, nextDue)}</time>}
      </td>
      <td>
        <StateTag page={page} state={state} />
      </td>
    </tr>
  );
}

/** Whether the pack can be reviewed, and who has sent how much of it. */
function standingWords(props: PackPageProps): string {
  const { page, contents } = props;
  const { pack } = page.texts.handovers;
  if (contents.isAllSettled) return pack.allSettled;
  if (contents.isAllSent) return pack.allSent;
  const [first, ...others] = contents.sentBy.map(({ side, sent, sections }) => ({
    name: sideName(props, side),
    sent,
    sections,
  }));
  if (first === undefined) return pack.notReady;
  const rest = others.map(({ name, sent, sections }) => pack.alsoSent(name, sent, sections));
  const said = [pack.sent(first.name, first.sent, first.sections), ...rest].join(pack.comma);
  return `${pack.notReady} ${said}${pack.mail}`;
}
