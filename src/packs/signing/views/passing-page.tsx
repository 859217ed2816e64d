import { isSettled } from '../../../engine/tasks/task.js';
import { localDate } from '../../../engine/time/zones.js';
import { HandoverPage, holdersOf } from '../../../handovers/views/handover-page.js';
import { PageHead } from '../../../web/components/page-head.js';
import { dayAndTime, fullDay, longDay } from '../../../web/dates.js';
import { AddendumList } from './addendum-list.js';
import { ConditionList } from './condition-list.js';
import { DeclarationSheet } from './declaration-sheet.js';
import { PassingMoves } from './passing-moves.js';
import type { PassingProps } from './passing-props.js';
import { RightsAfter } from './rights-after.js';
import { SignatureList } from './signature-list.js';

/** Passing the chair: what has to be there and what is, who has signed what, and what comes after. */
export function PassingPage(props: PassingProps) {
  const { page, viewer, scene } = props;
  const { signing: words } = page.texts;
  const { frame, passing } = scene;
  const isOpen = passing.effect === null && frame.state !== 'cancelled';
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={words.title} current="pack">
      <PageHead above={frame.title} title={words.title} />
      <p class="lead">{leadOf(props)}</p>
      <PassingFacts {...props} />
      <PassingMoves {...props} />
      <div class="passing">
        <div>
          {passing.effect === null ? null : <HowItPassed {...props} />}
          {isOpen ? (
            <section aria-labelledby="conditions-title">
              <h2 id="conditions-title">{words.conditions.title}</h2>
              <ConditionList {...props} />
            </section>
          ) : null}
          <section aria-labelledby="signatures-title">
            <h2 id="signatures-title">{words.signatures.title}</h2>
            <SignatureList {...props} />
          </section>
          <AddendumList {...props} />
        </div>
        <div>
          {isOpen ? <DeclarationSheet {...props} side="outgoing" /> : null}
          <RightsAfter {...props} />
        </div>
      </div>
    </HandoverPage>
  );
}

function leadOf({ page, viewer, scene }: PassingProps): string {
  const { lead } = page.texts.signing;
  const { passing, frame, conditions } = scene;
  if (passing.effect !== null) return lead.passed(fullDay(page, localDate(passing.effect.at, viewer.zone)));
  if (frame.state === 'cancelled') return lead.cancelled;
  const open = conditions.filter(({ gates }) => gates.length > 0).length;
  return open === 0 ? lead.ready : lead.open(open);
}

/** Between whom, when and where. */
function PassingFacts({ page, scene }: PassingProps) {
  const { facts: words } = page.texts.signing;
  const { frame } = scene;
  const { meeting } = frame;
  return (
    <dl class="facts passing-facts">
      <dt>{words.from}</dt>
      <dd>{holdersOf(page, frame.outgoing)}</dd>
      <dt>{words.to}</dt>
      <dd>{holdersOf(page, frame.incoming)}</dd>
      <dt>{words.day}</dt>
      <dd>{frame.handoverDate === null ? words.noDay : fullDay(page, frame.handoverDate)}</dd>
      <dt>{words.meeting}</dt>
      <dd>
        {meeting === null ? (
          words.noMeeting
        ) : (
          <>
            <bdi>{meeting.title}</bdi>
            {meeting.startsOn === null ? null : ` (${longDay(page, meeting.startsOn)})`}
          </>
        )}
      </dd>
    </dl>
  );
}

/** When, how and by which decision the chair passed, and how much goes on. */
function HowItPassed({ page, viewer, scene }: PassingProps) {
  const { passed, rights } = page.texts.signing;
  const { effect } = scene.passing;
  if (effect === null) return null;
  const open = scene.before.facts.tasks.filter((task) => !isSettled(task)).length;
  const how = [
    effect.way === null ? null : passed.ways[effect.way],
    effect.how === 'signed' ? passed.signed : passed.unsigned,
  ];
  return (
    <section aria-labelledby="passed-title">
      <h2 id="passed-title">{passed.title}</h2>
      <dl class="facts">
        <dt>{passed.when}</dt>
        <dd>
          <time dateTime={effect.at}>{dayAndTime(page, effect.at, viewer.zone)}</time>
        </dd>
        <dt>{passed.how}</dt>
        <dd>{new Intl.ListFormat(page.locale).format(how.filter((each) => each !== null))}</dd>
        {effect.reference === null ? null : (
          <>
            <dt>{passed.reference}</dt>
            <dd dir="auto">{effect.reference}</dd>
          </>
        )}
      </dl>
      {open > 0 && scene.frame.state === 'effected' ? <p>{rights.aftercare(open)}</p> : null}
    </section>
  );
}
