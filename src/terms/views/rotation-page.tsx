import type { Viewer } from '../../people/find-session.js';
import { BodyPage } from '../../web/components/body-page.js';
import { PageHead } from '../../web/components/page-head.js';
import { longDay } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import type { RotationMeeting } from '../meetings.queries.js';
import type { ChairsView, RotationProblemView, RotationView } from '../terms.views.js';
import { RotationChart } from './rotation-chart.js';
import { rotationModel, type TermLook } from './rotation-model.js';
import { MeetingsTable, TermsTable } from './rotation-table.js';
import { holdersOfTerm, namesOf } from './term-words.js';

export interface RotationPageProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly rotation: RotationView;
  readonly chairs: ChairsView;
  readonly meetings: readonly RotationMeeting[];
}

const LOOKS = ['past', 'now', 'next', 'later'] as const satisfies readonly TermLook[];

/** Who chaired, chairs and is to chair, over the years. */
export function RotationPage({ page, viewer, rotation, chairs, meetings }: RotationPageProps) {
  const { rotation: say } = page.texts.calendar;
  const { axis, rows } = rotationModel(rotation.terms, meetings, chairs.on);
  return (
    <BodyPage page={page} viewer={viewer} title={say.title} current="rotation">
      <PageHead above={viewer.bodyName} title={say.title}>
        <button type="button" class="print-button" data-print>
          {page.texts.layout.print}
        </button>
      </PageHead>
      {rotation.terms.length === 0 ? <p class="lead">{say.empty}</p> : <Today page={page} chairs={chairs} />}
      {axis === null ? null : (
        <>
          <Legend page={page} />
          <RotationChart page={page} axis={axis} rows={rows} meetings={meetings} today={chairs.on} />
        </>
      )}
      <Problems page={page} rotation={rotation} />
      {rotation.terms.length === 0 ? null : (
        <details class="folds calendar-table">
          <summary>{say.asTable}</summary>
          <TermsTable page={page} terms={rotation.terms} />
          {meetings.length === 0 ? null : (
            <>
              <h2>{say.meetings}</h2>
              <MeetingsTable page={page} meetings={meetings} />
            </>
          )}
        </details>
      )}
    </BodyPage>
  );
}

/** Who chairs today: the legal chair first, then whoever else has to do with it. */
function Today({ page, chairs }: Pick<RotationPageProps, 'page' | 'chairs'>) {
  const { rotation } = page.texts.calendar;
  const shown = chairs.chairs.filter(({ as }) => as !== 'planned');
  return (
    <div class="chairs-today">
      {shown.length === 0 ? <p>{rotation.nobody}</p> : null}
      {shown.map((chair) => (
        <p key={chair.term}>
          {rotation.roles[chair.as](chair.holders.length === 0 ? rotation.open : namesOf(page, chair.holders))}{' '}
          {chair.note === null ? null : (
            <span class="quiet" dir="auto">
              {chair.note}
            </span>
          )}
        </p>
      ))}
      <p class="quiet">
        <time dateTime={chairs.on}>{longDay(page, chairs.on)}</time>
      </p>
    </div>
  );
}

function Legend({ page }: Pick<RotationPageProps, 'page'>) {
  const { calendar } = page.texts;
  const { legend } = calendar.rotation;
  const swatch = (kind: string) => (
    <svg width="14" height="14" aria-hidden="true">
      <rect class={kind} x="1" y="1" width="12" height="12" rx="2" />
    </svg>
  );
  return (
    <ul class="chart-legend key-of-chart" aria-label={calendar.legend}>
      {LOOKS.map((look) => (
        <li key={look}>
          {swatch(`term-${look}`)}
          {legend[look]}
        </li>
      ))}
      <li>
        {swatch('term-past term-perhaps')}
        {legend.perhaps}
      </li>
      <li>
        {swatch('term-lapsed')}
        {legend.lapsed}
      </li>
      <li>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <path class="band-meeting" d="M7 0 14 7 7 14 0 7z" />
        </svg>
        {calendar.meetingMark}
      </li>
    </ul>
  );
}

/** Days that nobody has, or that two have. */
function Problems({ page, rotation }: Pick<RotationPageProps, 'page' | 'rotation'>) {
  const { rotation: say, days } = page.texts.calendar;
  const problems = [...rotation.gaps, ...rotation.overlaps];
  if (problems.length === 0) return null;
  const named = (id: string): string => {
    const term = rotation.terms.find((each) => each.id === id);
    return term === undefined ? id : holdersOfTerm(page, term);
  };
  const span = ({ from, until }: RotationProblemView): string =>
    until === null ? say.since(longDay(page, from)) : days(longDay(page, from), longDay(page, until));
  return (
    <section class="rotation-problems" aria-labelledby="problems-title">
      <h2 id="problems-title">{say.problems}</h2>
      <ul class="rows">
        {problems.map((problem) => (
          <li key={`${problem.kind} ${problem.first} ${problem.second}`}>
            {say[problem.kind](named(problem.first), named(problem.second), span(problem))}
          </li>
        ))}
      </ul>
    </section>
  );
}
