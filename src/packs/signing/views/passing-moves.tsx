import type { UnmetGate } from '../../../engine/decision.js';
import type { HandoverMove } from '../../../engine/handovers/handover.js';
import { holdersOf } from '../../../handovers/views/handover-page.js';
import { paths } from '../../../web/paths.js';
import { standsAgainst } from '../passing-scene.js';
import { signingHat } from './declaration.js';
import type { PassingProps } from './passing-props.js';

type OfferedMove = Exclude<HandoverMove, 'prepare' | 'cancel'>;

/** What is for another side to do is not offered; what others must do first is, with the reasons on its page. */
const FOR_OTHERS: ReadonlySet<string> = new Set([
  'handover.not_your_side',
  'handover.needs_lead',
  'handover.wrong_state',
]);

/** What the reader can do here, the next step first. */
export function PassingMoves(props: PassingProps) {
  const { page, viewer, scene } = props;
  const { moves: words } = page.texts.signing;
  const { frame } = scene;
  const key = [viewer.bodyId, frame.id] as const;
  const moves = (['sign', 'freeze', 'effect', 'reopen', 'close'] as const).filter((move) => isOffered(props, move));
  // What would be refused now is there to be looked at, and not to be pressed.
  const next = moves.find((move) => standsAgainst(scene, move).length === 0);
  const mayAdd = frame.hats.length > 0 && (frame.state === 'signed' || frame.state === 'effected');
  return (
    <section class="passing-moves" aria-labelledby="moves-title">
      <h2 id="moves-title">{words.title}</h2>
      {moves.length === 0 && !mayAdd ? <p class="quiet">{words.nothing}</p> : null}
      <ul class="plain-list">
        {moves.map((move) => (
          <li key={move}>
            <a class={move === next ? 'button main' : undefined} href={ADDRESSES[move](...key)}>
              {labelOf(props, move)}
            </a>
          </li>
        ))}
        {mayAdd ? (
          <li>
            <a href={paths.addAddendum(...key)}>{words.addendum}</a>
          </li>
        ) : null}
        <li>
          <a href={paths.commitments(...key)}>{words.commitments}</a>
        </li>
      </ul>
    </section>
  );
}

const ADDRESSES: Readonly<Record<OfferedMove, (bodyId: string, handoverId: string) => string>> = {
  freeze: paths.freezePack,
  sign: paths.sign,
  reopen: paths.reopenHandover,
  effect: paths.effect,
  close: paths.closeHandover,
};

/** A signature is offered until it is given; a passing once the pack is frozen. */
function isOffered({ scene }: PassingProps, move: OfferedMove): boolean {
  const gates: readonly UnmetGate[] = standsAgainst(scene, move);
  if (move === 'sign' && gates.some(({ code }) => code === 'handover.already_signed')) return false;
  return !gates.some(({ code }) => FOR_OTHERS.has(code));
}

function labelOf({ page, scene }: PassingProps, move: OfferedMove): string {
  const { moves: words } = page.texts.signing;
  if (move !== 'sign') return words[move];
  const side = signingHat(scene.before.actor)?.side ?? 'outgoing';
  return words.sign(holdersOf(page, scene.frame[side]));
}
