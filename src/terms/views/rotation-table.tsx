import { longDay } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import type { RotationMeeting } from '../meetings.queries.js';
import type { TermView } from '../terms.views.js';
import { daysOfTerm, holdersOfTerm, stateOfTerm } from './term-words.js';

/** All terms with everything that is known of their days. */
export function TermsTable({ page, terms }: { readonly page: PageRequest; readonly terms: readonly TermView[] }) {
  const { table } = page.texts.calendar.rotation;
  return (
    <table class="timetable">
      <caption class="unseen">{table.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{table.holder}</th>
          <th scope="col">{table.from}</th>
          <th scope="col">{table.until}</th>
          <th scope="col">{table.state}</th>
          <th scope="col">{table.note}</th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => {
          const { from, until } = daysOfTerm(page, term);
          return (
            <tr key={term.id}>
              <th scope="row">{holdersOfTerm(page, term)}</th>
              <td data-label={table.from}>{from}</td>
              <td data-label={table.until}>{until}</td>
              <td>{stateOfTerm(page, term).join(' · ')}</td>
              <td>
                <Notes page={page} term={term} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Notes({ page, term }: { readonly page: PageRequest; readonly term: TermView }) {
  const { rotation, days } = page.texts.calendar;
  const { label, certaintyNote, pauses, sources } = term;
  return (
    <>
      {certaintyNote === null ? null : (
        <span class="note" dir="auto">
          {certaintyNote}
        </span>
      )}
      {label === null ? null : (
        <span class="note">
          <bdi>{rotation.label(label)}</bdi>
        </span>
      )}
      {pauses.map(({ from, until }) => (
        <span key={from} class="note">
          {rotation.pause(
            until === null ? rotation.since(longDay(page, from)) : days(longDay(page, from), longDay(page, until)),
          )}
        </span>
      ))}
      {sources.length === 0 ? null : (
        <details class="note">
          <summary>{rotation.table.sources(sources.length)}</summary>
          <ul class="sources">
            {sources.map((source) => (
              <li key={source} dir="auto">
                {/^https:\/\/\S+$/.test(source) ? <a href={source}>{source}</a> : source}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** All meetings of the body. */
export function MeetingsTable({
  page,
  meetings,
}: {
  readonly page: PageRequest;
  readonly meetings: readonly RotationMeeting[];
}) {
  const { rotation, days } = page.texts.calendar;
  return (
    <table class="timetable">
      <caption class="unseen">{rotation.meetingsTable}</caption>
      <thead>
        <tr>
          <th scope="col">{rotation.meeting}</th>
          <th scope="col">{rotation.when}</th>
          <th scope="col">{rotation.where}</th>
          <th scope="col">{rotation.status}</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map(({ id, title, place, status, startsOn, endsOn }) => (
          <tr key={id}>
            <th scope="row">
              <bdi>{title}</bdi>
            </th>
            <td>
              {startsOn === null || endsOn === null
                ? rotation.noDates
                : startsOn === endsOn
                  ? longDay(page, startsOn)
                  : days(longDay(page, startsOn), longDay(page, endsOn))}
            </td>
            <td>
              <bdi>{place}</bdi>
            </td>
            <td>{rotation.statuses[status]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
