import { Fragment } from 'preact';
import type { PageRequest } from '../../../web/page-request.js';
import type { PackMeeting } from '../pack.js';
import type { Programme } from '../programme.js';
import { MeetingsTable } from './meetings-table.js';
import { PartPage, Sources, type PartProps } from './part-page.js';
import { placeOfPriority } from './plan-place.js';

export interface ProgrammePageProps extends PartProps {
  readonly programme: Programme;
  readonly meetings: readonly PackMeeting[];
}

/** What the incoming chair means to do. */
export function ProgrammePage(props: ProgrammePageProps) {
  const { page, viewer, frame, programme, meetings } = props;
  const { names, programme: words } = page.texts.pack.parts;
  const named = meetings.filter(({ id }) => programme.content.meetings?.includes(id));
  return (
    <PartPage page={page} viewer={viewer} frame={frame} title={names.programme}>
      <Content page={page} programme={programme} />
      {named.length === 0 ? null : (
        <section class="part-section">
          <h2>{words.meetings}</h2>
          <MeetingsTable page={page} caption={words.meetings} meetings={named} />
        </section>
      )}
      <Sources page={page} sources={programme.sources} />
    </PartPage>
  );
}

function Content({ page, programme }: { readonly page: PageRequest; readonly programme: Programme }) {
  const { programme: words } = page.texts.pack.parts;
  const { coordinator, label, slogan, keywords = [], principles = [], priorities, unknown } = programme.content;
  const facts = [
    [words.coordinator, coordinator],
    [words.label, label],
    [words.slogan, slogan],
    [words.keywords, keywords.join(', ')],
    [words.principles, principles.join(', ')],
    [words.unknown, unknown],
  ].filter(([, value]) => value !== undefined && value !== '');
  return (
    <>
      <dl class="facts programme">
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi lang="en">{value}</bdi>
            </dd>
          </Fragment>
        ))}
      </dl>
      <section class="part-section">
        <h2>{words.priorities}</h2>
        <table class="dates pack">
          <caption class="unseen">{words.priorities}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.priority}</th>
              <th scope="col">{words.columns.place}</th>
            </tr>
          </thead>
          <tbody>
            {priorities.map((priority) => (
              <tr key={priority.text}>
                <th scope="row">
                  <bdi lang="en">{priority.text}</bdi>
                </th>
                <td>{placeOfPriority(page, priority)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
