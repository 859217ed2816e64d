import { localDate } from '../../../engine/time/zones.js';
import { holdersOf } from '../../../handovers/views/handover-page.js';
import { GateList } from '../../../web/components/refusals.js';
import { SectionTag } from '../../../web/components/section-tag.js';
import { longDay } from '../../../web/dates.js';
import { isolated } from '../../../web/gate-words.js';
import { paths } from '../../../web/paths.js';
import { gatesAgainst, mayPresent } from '../section-offers.js';
import type { SectionPageProps } from './section-view.js';

/** Where a section stands, whose move it is, and what those who put it together can do. */
export function SectionStanding(props: SectionPageProps) {
  const { page, viewer, frame, section, before, history } = props;
  const words = page.texts.review;
  const { standing } = words;
  const isReturned = section.state === 'returned';
  return (
    <section class="decision standing" id="decision" aria-labelledby="decision-title">
      <h2 id="decision-title">{standing.title}</h2>
      <p>
        <SectionTag page={page} state={section.state} />
      </p>
      <p>{sentenceOf(props)}</p>
      {section.state === 'in_review' ? <p class="quiet">{words.present.silence[before.silence]}</p> : null}
      <Written name={standing.reservation} text={section.reservation} />
      <Written name={isReturned ? standing.reason : standing.note} text={noteOf(props)} isReason={isReturned} />
      {history.reservationTaskId === null || section.reservation === null ? null : (
        <p>
          {standing.task}{' '}
          <a href={paths.task(viewer.bodyId, frame.id, history.reservationTaskId)}>
            <bdi>{history.reservationTaskId}</bdi>
          </a>
        </p>
      )}
      {mayPresent(before) ? <Presenting {...props} /> : null}
    </section>
  );
}

/** What was said with a decision belongs to it only until the section changes. */
function noteOf({ section, history }: SectionPageProps): string | null {
  return section.state === 'returned' || section.state === 'accepted' ? history.note : null;
}

/** What was said with a decision; a reason to mend something stands out. */
function Written({
  name,
  text,
  isReason = false,
}: {
  readonly name: string;
  readonly text: string | null;
  readonly isReason?: boolean;
}) {
  return text === null ? null : (
    <div class={isReason ? 'came-back' : 'said'}>
      <p>
        <b>{name}</b>
      </p>
      <blockquote class="written" dir="auto">
        {text}
      </blockquote>
    </div>
  );
}

function sentenceOf({ page, viewer, frame, section, before }: SectionPageProps): string {
  const { standing } = page.texts.review;
  const { state, decidedAt, decidedBy, bySilence } = section;
  const day = decidedAt === null ? '' : longDay(page, localDate(decidedAt, viewer.zone));
  if (state === 'drafting') return standing.drafting(holdersOf(page, frame.outgoing));
  if (state === 'in_review') {
    const until = before.reviewDueOn === null ? '' : longDay(page, before.reviewDueOn);
    return standing.in_review(holdersOf(page, frame.incoming), until);
  }
  if (bySilence) return standing.bySilence(day);
  return standing[state](isolated(page, decidedBy?.name ?? holdersOf(page, frame.incoming)), day);
}

function Presenting({ page, viewer, frame, section, before, tasks }: SectionPageProps) {
  const { standing } = page.texts.review;
  const { state } = section;
  const isToSend = state === 'drafting' || state === 'returned';
  const gates = gatesAgainst(before, isToSend ? 'present' : 'change', viewer.now);
  const address = paths.presentSection(viewer.bodyId, frame.id, section.id);
  if (gates.length > 0) {
    return isToSend ? (
      <>
        <p>{standing.notNow}</p>
        <GateList
          page={page}
          gates={gates}
          bodyId={viewer.bodyId}
          handoverId={frame.id}
          titles={new Map(tasks.map(({ id, title }) => [id, title]))}
        />
      </>
    ) : null;
  }
  return (
    <>
      <p class="buttons">
        <a class={isToSend ? 'button main' : 'button'} href={address}>
          {isToSend ? standing.present : standing.change}
        </a>
      </p>
      {isToSend ? null : <p class="quiet">{standing.changeHint}</p>}
    </>
  );
}
