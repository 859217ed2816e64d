import { holdersOf } from '../../../handovers/views/handover-page.js';
import { signingHat } from './declaration.js';
import type { PassingProps } from './passing-props.js';

/** Who would sign, as what, and in whose name. */
export function Signer({ page, viewer, scene }: PassingProps) {
  const { sign: words, signatures } = page.texts.signing;
  const hat = signingHat(scene.before.actor);
  if (hat === null) return null;
  const isOwn = hat.personId === viewer.personId;
  const absent = scene.names.get(hat.personId) ?? hat.personId;
  return (
    <>
      <h2 id="signing-title">{words.yours}</h2>
      <dl class="facts facts-close">
        <dt>{words.signer}</dt>
        <dd>
          <bdi>{viewer.name}</bdi>
          <br />
          {isOwn ? words.role : words.standInRole(absent)}
          <br />
          {signatures.for(holdersOf(page, scene.frame[hat.side]))}
        </dd>
      </dl>
      {isOwn ? null : <p class="notice">{words.standingIn(absent)}</p>}
    </>
  );
}
