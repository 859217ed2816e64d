import { dayRange } from '../../../web/dates.js';
import { memberName } from '../../../web/names.js';
import type { PageRequest } from '../../../web/page-request.js';
import type { PackMeeting } from '../pack.js';
import { meetingState } from './plan-place.js';

export interface MeetingsTableProps {
  readonly page: PageRequest;
  readonly caption: string;
  readonly meetings: readonly PackMeeting[];
}

/** Meetings by date, with who chairs them and what became of them. */
export function MeetingsTable({ page, caption, meetings }: MeetingsTableProps) {
  const { meetings: words } = page.texts.pack.parts;
  return (
    <table class="dates pack meetings">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.date}</th>
          <th scope="col">{words.columns.meeting}</th>
          <th scope="col">{words.columns.place}</th>
          <th scope="col">{words.columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => (
          <MeetingRow key={meeting.id} page={page} meeting={meeting} />
        ))}
      </tbody>
    </table>
  );
}

function MeetingRow({ page, meeting }: { readonly page: PageRequest; readonly meeting: PackMeeting }) {
  const { meetings: words } = page.texts.pack.parts;
  const { title, type, startsOn, endsOn, place, isOfHandover, coChairs } = meeting;
  const chairs = coChairs.map((chair) => memberName(page.language, chair));
  return (
    <tr>
      <th scope="row">
        {startsOn === null || endsOn === null ? (
          page.texts.layout.noDate
        ) : (
          <time dateTime={startsOn}>{dayRange(page, startsOn, endsOn)}</time>
        )}
      </th>
      <td>
        <span class="meeting-title">
          <bdi>{title}</bdi>
        </span>
        <span class="quiet">
          {words.types[type]}
          {chairs.length === 0 ? null : ` · ${words.coChairs(new Intl.ListFormat(page.locale).format(chairs))}`}
        </span>
        {isOfHandover ? <strong class="of-handover">{words.handover}</strong> : null}
      </td>
      <td>{place === null ? '–' : <bdi>{place}</bdi>}</td>
      <td>{meetingState(page, meeting)}</td>
    </tr>
  );
}
