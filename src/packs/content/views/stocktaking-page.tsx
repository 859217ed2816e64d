import type { PageTask } from '../../../handovers/page-tasks.queries.js';
import { TaskLink } from '../../../handovers/views/task-link.js';
import { isolated } from '../../../web/gate-words.js';
import { Icon, type IconName } from '../../../web/components/icon.js';
import { StateTag } from '../../../web/components/state-tag.js';
import { dayRange, longDay } from '../../../web/dates.js';
import type { PageRequest } from '../../../web/page-request.js';
import {
  coverageOf,
  type Coverage,
  type CoveredObjective,
  type PlanContent,
  type Stocktaking,
  type TermResult,
} from '../stocktaking.js';
import { CoverageChart } from './coverage-chart.js';
import { PartPage, Sources, type PartProps } from './part-page.js';

export interface StocktakingPageProps extends PartProps {
  readonly stocktaking: Stocktaking;
  /** Those by which stock is taken. */
  readonly tasks: readonly PageTask[];
}

/** The action plan of the body, and what the outgoing term did for each part of it. */
export function StocktakingPage(props: StocktakingPageProps) {
  const { page, viewer, frame, stocktaking, tasks } = props;
  const { names, stocktaking: words } = page.texts.pack.parts;
  return (
    <PartPage page={page} viewer={viewer} frame={frame} title={names.stocktaking}>
      <Plan page={page} stocktaking={stocktaking} />
      {tasks.length === 0 ? null : (
        <section class="part-section">
          <h2>{words.tasks}</h2>
          <ul class="plan-tasks">
            {tasks.map((task) => (
              <li key={task.id}>
                <TaskLink page={page} bodyId={viewer.bodyId} handoverId={frame.id} task={task} />{' '}
                <StateTag page={page} state={task.state} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </PartPage>
  );
}

function Plan({ page, stocktaking }: { readonly page: PageRequest; readonly stocktaking: Stocktaking }) {
  const words = page.texts.pack.parts.stocktaking;
  const { content, title, sources } = stocktaking;
  const areas = coverageOf(stocktaking);
  return (
    <>
      <p class="lead">{words.intro(isolated(page, title), ...content.period)}</p>
      <p class="quiet">
        {words.adopted(longDay(page, content.adoptedOn))}; {content.binding ? words.binding : words.notBinding}
      </p>
      <CoverageChart page={page} areas={areas} />
      <table class="dates pack">
        <caption class="unseen">{words.picture}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.part}</th>
            <th scope="col">{words.columns.done}</th>
            <th scope="col">{words.columns.coverage}</th>
          </tr>
        </thead>
        {areas.map((area) => (
          <tbody key={area.number}>
            <tr class="area-row">
              <th scope="row">
                <strong>{words.area(area.number)}</strong> <English text={area.label} />
              </th>
              <td>
                <Results page={page} results={area.results.filter(({ objective }) => objective === null)} />
              </td>
              <td>
                <CoverageTag page={page} coverage={area.coverage} />
              </td>
            </tr>
            {area.objectives.map((objective) => (
              <ObjectiveRow key={objective.number} page={page} objective={objective} />
            ))}
          </tbody>
        ))}
      </table>
      <Unassigned page={page} content={content} />
      <Sources page={page} sources={sources} />
    </>
  );
}

function ObjectiveRow({ page, objective }: { readonly page: PageRequest; readonly objective: CoveredObjective }) {
  const words = page.texts.pack.parts.stocktaking;
  const known = objective.actions.filter(({ label }) => label !== null);
  return (
    <tr>
      <th scope="row" class="objective">
        {words.objective(objective.number)} <English text={objective.label} />
        {known.map(({ number, label }) => (
          <span key={number} class="plan-action">
            {words.action(number)} <English text={label ?? ''} />
          </span>
        ))}
      </th>
      <td>
        <Results page={page} results={objective.results} />
      </td>
      <td>
        <CoverageTag page={page} coverage={objective.coverage} />
      </td>
    </tr>
  );
}

/** What was read in sources and is kept in English; its line begins where the lines of the page do. */
function English({ text }: { readonly text: string }) {
  return (
    <span class="english">
      <bdi lang="en">{text}</bdi>
    </span>
  );
}

function Results({ page, results }: { readonly page: PageRequest; readonly results: readonly TermResult[] }) {
  if (results.length === 0) return <>–</>;
  return (
    <ul class="results">
      {results.map(({ id, text, meeting, certainty }) => (
        <li key={id}>
          <English text={text} />
          {meeting?.startsOn == null || meeting.endsOn === null ? null : (
            <span class="quiet">
              {dayRange(page, meeting.startsOn, meeting.endsOn)}
              {meeting.place === null ? null : (
                <>
                  {' · '}
                  <bdi>{meeting.place}</bdi>
                </>
              )}
            </span>
          )}
          {certainty === null ? null : (
            <span class="quiet">
              <English text={certainty} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const LOOKS: Readonly<Record<Coverage, IconName>> = { covered: 'accepted', around: 'started', none: 'open' };

function CoverageTag({ page, coverage }: { readonly page: PageRequest; readonly coverage: Coverage }) {
  return (
    <span class={`tag tag-${LOOKS[coverage]}`}>
      <Icon name={LOOKS[coverage]} />
      {page.texts.pack.parts.stocktaking.coverage[coverage]}
    </span>
  );
}

function Unassigned({ page, content }: { readonly page: PageRequest; readonly content: PlanContent }) {
  const { unassigned } = content;
  const [first, last] = [unassigned?.numbers[0], unassigned?.numbers.at(-1)];
  if (unassigned === undefined || first === undefined || last === undefined) return null;
  const objectives = new Intl.ListFormat(page.locale).format(unassigned.objectives);
  return <p class="quiet">{page.texts.pack.parts.stocktaking.unassigned(first, last, objectives)}</p>;
}
