import type { Anchors, IsoDate } from '../../engine/words.js';
import { fullDay } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';

const ROWS = [
  ['MEETING_START', 'meetingStart'],
  ['MEETING_END', 'meetingEnd'],
  ['HANDOVER_DATE', 'handover'],
  ['TERM_START', 'termStart'],
] as const;

export interface MovingDaysProps {
  readonly page: PageRequest;
  readonly before: Anchors;
  readonly after: Anchors;
}

/** The days that dates hang on, before and after a change; nothing where none of them changes. */
export function MovingDays({ page, before, after }: MovingDaysProps) {
  const { move } = page.texts;
  if (ROWS.every(([anchor]) => before[anchor] === after[anchor])) return null;
  return (
    <table class="dates anchors">
      <caption class="unseen">{move.anchorsCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{move.anchorsTitle}</th>
          <th scope="col">{move.was}</th>
          <th scope="col">{move.becomes}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map(([anchor, name]) => (
          <tr key={anchor}>
            <th scope="row">{move[name]}</th>
            <td data-label={move.was}>
              <Day page={page} day={before[anchor]} />
            </td>
            <td data-label={move.becomes}>
              {before[anchor] === after[anchor] ? (
                <Day page={page} day={after[anchor]} />
              ) : (
                <b>
                  <Day page={page} day={after[anchor]} />
                </b>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ page, day }: { readonly page: PageRequest; readonly day: IsoDate | null }) {
  return day === null ? <>{page.texts.move.undated}</> : <time dateTime={day}>{fullDay(page, day)}</time>;
}
