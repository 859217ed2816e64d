import { assetGates } from '../../../engine/handovers/asset.js';
import { sideName } from '../../../handovers/views/change-words.js';
import { HandoverPage } from '../../../handovers/views/handover-page.js';
import { textIn } from '../../../handovers/views/task-link.js';
import type { HandoverFrame } from '../../../handovers/handover-frame.queries.js';
import { localDate } from '../../../engine/time/zones.js';
import type { Viewer } from '../../../people/find-session.js';
import { PageHead } from '../../../web/components/page-head.js';
import { SectionTag } from '../../../web/components/section-tag.js';
import { longDay, mediumDay } from '../../../web/dates.js';
import type { PageRequest } from '../../../web/page-request.js';
import { paths } from '../../../web/paths.js';
import type { Pack } from '../pack.js';
import { coverageOf } from '../stocktaking.js';
import { packContents, type ListedSection, type PackContents } from '../pack-contents.js';

export interface PackPageProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly pack: Pack;
}

/** The contents of the pack, numbered, with how far each section has come, and what else stands in it. */
export function PackPage(props: PackPageProps) {
  const { page, viewer, frame } = props;
  const { pack } = page.texts;
  const contents = packContents(props.pack.sections);
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={pack.title} current="pack">
      <PageHead above={frame.title} title={pack.title}>
        {frame.hats.length === 0 ? null : (
          <a class="button" href={paths.packFiles(viewer.bodyId, frame.id)}>
            {pack.files}
          </a>
        )}
        <button type="button" class="needs-script" data-print="yes">
          {pack.print}
        </button>
      </PageHead>
      <p class="lead">{standingWords(props, contents)}</p>
      <table class="dates pack">
        <caption class="unseen">{pack.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{pack.columns.section}</th>
            <th scope="col">{pack.columns.settled}</th>
            <th scope="col">{pack.columns.documents}</th>
            <th scope="col">{pack.columns.comments}</th>
            <th scope="col">{pack.columns.next}</th>
            <th scope="col">{pack.columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {contents.sections.map((section) => (
            <SectionRow key={section.id} {...props} section={section} />
          ))}
        </tbody>
      </table>
      <p class="quiet">{pack.later}</p>
      <AlsoThere {...props} />
      <Onward page={page} viewer={viewer} frame={frame} />
    </HandoverPage>
  );
}

function AlsoThere(props: PackPageProps) {
  const parts = partsOf(props);
  if (parts.length === 0) return null;
  return (
    <section class="part-section">
      <h2>{props.page.texts.pack.also}</h2>
      <ul class="pack-parts">
        {parts.map(({ address, name, count }) => (
          <li key={address}>
            <a href={address}>{name}</a> <span class="quiet">{count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where the pack goes, for those who work in the handover. */
function Onward({ page, viewer, frame }: Omit<PackPageProps, 'pack'>) {
  if (frame.hats.length === 0) return null;
  return (
    <section class="part-section">
      <h2>{page.texts.pack.onward}</h2>
      <ul class="pack-parts">
        <li>
          <a href={paths.passing(viewer.bodyId, frame.id)}>{page.texts.signing.link}</a>
        </li>
      </ul>
    </section>
  );
}

function SectionRow({ page, viewer, frame, section }: PackPageProps & { readonly section: ListedSection }) {
  const { pack } = page.texts;
  const { settled, tasks, pieces, comments, nextDue, state, stateSince, version } = section;
  const title = textIn(page, section.title);
  const since = localDate(stateSince, viewer.zone);
  // A review is between those who work in the handover; observers read the tasks.
  const address =
    frame.hats.length === 0
      ? `${paths.tasks(viewer.bodyId, frame.id)}?show=all#section-${section.id}`
      : paths.section(viewer.bodyId, frame.id, section.id);
  return (
    <tr>
      <th scope="row">
        <span class="pack-title">
          <span class="fold-number">{section.number}</span>
          <a href={address} lang={title.lang}>
            {title.text}
          </a>
        </span>
      </th>
      <td data-label={pack.columns.settled}>{page.texts.overview.settledOf(settled, tasks.length)}</td>
      <td data-label={pack.columns.documents}>{pieces}</td>
      <td data-label={pack.columns.comments}>{comments}</td>
      <td data-label={pack.columns.next}>
        {nextDue === null ? '–' : <time dateTime={nextDue}>{longDay(page, nextDue)}</time>}
      </td>
      <td>
        <SectionTag page={page} state={state} />
        <span class="pack-version">
          {pack.version(version)} <time dateTime={stateSince}>{pack.since(mediumDay(page, since))}</time>
        </span>
      </td>
    </tr>
  );
}

/** Whether the pack can be reviewed, and who has sent how much of it. */
function standingWords(props: PackPageProps, contents: PackContents): string {
  const { pack } = props.page.texts;
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

interface PartOfPack {
  readonly address: string;
  readonly name: string;
  readonly count: string;
}

/** What stands in the pack beside the sections, and how much of it there is; what is not there is not named. */
function partsOf(props: PackPageProps): PartOfPack[] {
  const { page, viewer, frame, pack } = props;
  const { names, counts } = page.texts.pack.parts;
  const at = [viewer.bodyId, frame.id] as const;
  const { stocktaking, programme, meetings, contacts } = pack;
  const parts: PartOfPack[] = [];
  if (stocktaking !== null) {
    const objectives = coverageOf(stocktaking).flatMap((area) => area.objectives);
    const covered = objectives.filter(({ coverage }) => coverage === 'covered').length;
    const count = counts.stocktaking(covered, objectives.length);
    parts.push({ address: paths.stocktaking(...at), name: names.stocktaking, count });
  }
  if (programme !== null) {
    const count = counts.programme(programme.content.priorities.length);
    parts.push({ address: paths.programme(...at), name: names.programme, count });
  }
  if (meetings.length > 0) {
    parts.push({ address: paths.packMeetings(...at), name: names.meetings, count: counts.meetings(meetings.length) });
  }
  if (contacts.length > 0) {
    parts.push({ address: paths.contacts(...at), name: names.contacts, count: counts.contacts(contacts.length) });
  }
  return [...parts, ...assetsPart(props)];
}

/** While nothing is listed, the way there is for those who may list something. */
function assetsPart({ page, viewer, frame, pack: { assets } }: PackPageProps): PartOfPack[] {
  const { names, counts, nothingYet } = page.texts.pack.parts;
  const facts = { id: '', handoverState: frame.state, step: 'listed', transferredPersons: [] } as const;
  const mayAdd = assetGates(facts, 'add', { personId: viewer.personId, hats: frame.hats }).length === 0;
  if (assets.length === 0 && !mayAdd) return [];
  const confirmed = assets.filter((asset) => asset.confirmed !== null).length;
  const count = assets.length === 0 ? nothingYet : counts.assets(confirmed, assets.length);
  return [{ address: paths.assets(viewer.bodyId, frame.id), name: names.assets, count }];
}
