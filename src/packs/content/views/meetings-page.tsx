import type { PackMeeting } from '../pack.js';
import { MeetingsTable } from './meetings-table.js';
import { PartPage, type PartProps } from './part-page.js';

export interface MeetingsPageProps extends PartProps {
  readonly meetings: readonly PackMeeting[];
}

/** The meetings of the two terms: what was held, what is to come, what has no date. */
export function MeetingsPage(props: MeetingsPageProps) {
  const { page, viewer, frame, meetings } = props;
  const { names, meetings: words } = page.texts.pack.parts;
  const dated = meetings.filter(({ startsOn }) => startsOn !== null);
  const parts = [
    { title: words.coming, of: dated.filter(({ isOver }) => !isOver) },
    { title: words.withoutDate, of: meetings.filter(({ startsOn }) => startsOn === null) },
    { title: words.held, of: dated.filter(({ isOver }) => isOver) },
  ].filter(({ of }) => of.length > 0);
  return (
    <PartPage page={page} viewer={viewer} frame={frame} title={names.meetings}>
      {parts.map(({ title, of }) => (
        <section key={title} class="part-section">
          <h2>{title}</h2>
          <MeetingsTable page={page} caption={title} meetings={of} />
        </section>
      ))}
    </PartPage>
  );
}
