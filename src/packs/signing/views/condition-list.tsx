import type { Condition } from '../../../engine/handovers/passing.js';
import { localDate } from '../../../engine/time/zones.js';
import { GateList } from '../../../web/components/refusals.js';
import { Icon } from '../../../web/components/icon.js';
import { longDay } from '../../../web/dates.js';
import { paths } from '../../../web/paths.js';
import type { PassingProps } from './passing-props.js';

/** Of the reasons for one condition as many are listed; the rest is counted. */
const MOST_LISTED = 5;

/** Each condition for the chair to pass: met or not, what shows it, and whose move it is. */
export function ConditionList(props: PassingProps) {
  const { conditions } = props.scene;
  return (
    <ol class="rows conditions">
      {conditions.map((condition) => (
        <ConditionRow key={condition.name} {...props} condition={condition} />
      ))}
    </ol>
  );
}

function ConditionRow(props: PassingProps & { readonly condition: Condition }) {
  const { page, viewer, scene, condition } = props;
  const { conditions: words } = page.texts.signing;
  const { name, gates } = condition;
  const isMet = gates.length === 0;
  const listed = gates.slice(0, MOST_LISTED);
  const rest = gates.length - listed.length;
  return (
    <li>
      <span class={isMet ? 'tag tag-accepted' : 'tag'}>
        <Icon name={isMet ? 'accepted' : 'open'} />
        {isMet ? words.met : words.notMet}
      </span>
      <div>
        <p class="condition-name">{words.names[name]}</p>
        <Evidence {...props} />
        {isMet ? null : (
          <GateList
            page={page}
            gates={listed}
            bodyId={viewer.bodyId}
            handoverId={scene.frame.id}
            titles={scene.titles}
          />
        )}
        {rest > 0 ? <p class="quiet">{words.more(rest)}</p> : null}
      </div>
    </li>
  );
}

/** What shows that a condition is met, or how far it has come. */
function Evidence({ page, viewer, scene, condition }: PassingProps & { readonly condition: Condition }) {
  const { conditions: words } = page.texts.signing;
  const { name, count, gates } = condition;
  const { frame, passing } = scene;
  const dayOf = (at: string): string => longDay(page, localDate(at, viewer.zone));
  if (count !== undefined) {
    const said = name === 'sections' ? words.decided : words.settled;
    return <p class="quiet">{said(count.done, count.of)}</p>;
  }
  if (name === 'frozen' && gates.length === 0 && passing.frozen !== null) {
    const address = `${paths.activity(viewer.bodyId, frame.id)}?upto=${String(passing.frozen.seq)}#entry-${String(passing.frozen.seq)}`;
    return (
      <p class="quiet">
        {dayOf(passing.frozen.at)}. <a href={address}>{words.evidence}</a>
      </p>
    );
  }
  if (name === 'signed_outgoing' || name === 'signed_incoming') {
    const side = name === 'signed_outgoing' ? 'outgoing' : 'incoming';
    const given = passing.signatures.find((one) => one.round === passing.round && one.side === side);
    return given === undefined ? null : <p class="quiet">{words.signedBy(given.person, dayOf(given.at))}</p>;
  }
  return name === 'date' && gates.length === 0 && frame.handoverDate !== null ? (
    <p class="quiet">{longDay(page, frame.handoverDate)}</p>
  ) : null;
}
