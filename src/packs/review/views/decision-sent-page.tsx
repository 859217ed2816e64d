import { isDecided } from '../../../engine/handovers/section.js';
import { HandoverPage, holdersOf } from '../../../handovers/views/handover-page.js';
import { textIn } from '../../../handovers/views/task-link.js';
import { PageHead } from '../../../web/components/page-head.js';
import { paths } from '../../../web/paths.js';
import type { SectionSceneProps } from './section-view.js';
import { SectionStanding } from './section-standing.js';

/** What was decided, who is told of it, and which section comes next. */
export function DecisionSentPage(props: SectionSceneProps) {
  const { page, viewer, frame, section } = props;
  const { sent, back } = page.texts.review;
  const name = textIn(page, section.title).text;
  const isOpen = section.state === 'drafting' || section.state === 'in_review';
  const title = isOpen ? name : sent.title(name);
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={title} current="pack">
      <PageHead above={page.texts.review.sectionOf(section.number, props.sections.length)} title={title} />
      <div class="columns sent-columns">
        <div class="stack">
          {isOpen ? <p>{sent.none}</p> : <WhatFollows {...props} />}
          <p class="buttons">
            <a class="button" href={paths.section(viewer.bodyId, frame.id, section.id)}>
              {sent.read}
            </a>
            <a href={paths.pack(viewer.bodyId, frame.id)}>{back}</a>
          </p>
        </div>
        <SectionStanding {...props} />
      </div>
    </HandoverPage>
  );
}

function WhatFollows(props: SectionSceneProps) {
  const { page, frame, section } = props;
  const { sent } = page.texts.review;
  const outgoing = holdersOf(page, frame.outgoing);
  return (
    <>
      <section aria-labelledby="told-title">
        <h2 id="told-title">{sent.told}</h2>
        <p>{section.bySilence ? sent.toldAll : sent.toldSides(outgoing)}</p>
      </section>
      <section aria-labelledby="next-title">
        <h2 id="next-title">{sent.next}</h2>
        {section.state === 'returned' ? <p>{sent.nextReturned(outgoing)}</p> : null}
        <NextSection {...props} />
      </section>
    </>
  );
}

function NextSection({ page, viewer, frame, sections, before }: SectionSceneProps) {
  const { sent } = page.texts.review;
  const decides = before.actor.hats.some(({ side }) => side === 'incoming');
  const left = sections.filter((each) => !isDecided(each));
  const [waiting] = left.filter(({ state }) => state === 'in_review');
  if (left.length === 0) {
    return (
      <p>
        {sent.allDecided} <a href={paths.passing(viewer.bodyId, frame.id)}>{page.texts.signing.title}</a>
      </p>
    );
  }
  const title = waiting === undefined ? null : textIn(page, waiting.title);
  return (
    <>
      {!decides ? null : waiting === undefined || title === null ? (
        <p>{sent.nextNone}</p>
      ) : (
        <p>
          {sent.nextWaiting}{' '}
          <a href={paths.section(viewer.bodyId, frame.id, waiting.id)} lang={title.lang}>
            <bdi>{title.text}</bdi>
          </a>
        </p>
      )}
      <p class="quiet">{sent.left(left.length)}</p>
    </>
  );
}
