import { CHAIRS } from '../../../engine/desks.js';
import { holdersOf } from '../../../handovers/views/handover-page.js';
import { Icon } from '../../../web/components/icon.js';
import { dayAndTime } from '../../../web/dates.js';
import { directionOf } from '../../../../config/languages/pages.js';
import { fileSize } from '../../../web/sizes.js';
import { paths } from '../../../web/paths.js';
import type { KeptSignature } from '../passing.queries.js';
import type { PassingProps } from './passing-props.js';

/** Who has signed and who has not; below, what was signed before the pack was reopened. */
export function SignatureList(props: PassingProps) {
  const { page, scene } = props;
  const { signatures: words } = page.texts.signing;
  const { passing, frame } = scene;
  const counting = passing.signatures.filter(({ round }) => round === passing.round);
  const past = passing.signatures.filter(({ round }) => round !== passing.round);
  const missing = CHAIRS.filter((side) => !counting.some((given) => given.side === side));
  const waits = passing.effect === null ? missing : [];
  return (
    <>
      <ul class="rows signatures">
        {counting.map((given) => (
          <SignatureRow key={given.side} {...props} given={given} />
        ))}
        {waits.map((side) => (
          <li key={side}>
            <Icon name="open" /> {words.waits(holdersOf(page, frame[side]))}
          </li>
        ))}
      </ul>
      {past.length === 0 ? null : (
        <details class="folds">
          <summary>{words.void}</summary>
          <p class="quiet">{words.voidHelp}</p>
          <ul class="rows signatures">
            {past.map((given) => (
              <SignatureRow key={`${String(given.round)} ${given.side}`} {...props} given={given} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function SignatureRow({ page, viewer, scene, given }: PassingProps & { readonly given: KeptSignature }) {
  const { signatures: words } = page.texts.signing;
  const { frame } = scene;
  const language = given.language ?? page.language;
  return (
    <li>
      <p>
        <Icon name="accepted" /> <b>{words.for(holdersOf(page, frame[given.side]))}</b>
      </p>
      <p>
        <bdi>{given.person}</bdi>
        {given.rank === null ? null : (
          <>
            {page.texts.pack.comma}
            <bdi>{given.rank}</bdi>
          </>
        )}
        {given.standsInFor === null ? null : `${page.texts.pack.comma}${words.standsIn(given.standsInFor)}`}
      </p>
      <p class="quiet">
        <time dateTime={given.at}>{dayAndTime(page, given.at, viewer.zone)}</time>
      </p>
      <details class="folds">
        <summary>{words.declared}</summary>
        {given.declaration === null ? (
          <p class="quiet">{words.noWords}</p>
        ) : (
          <blockquote lang={language} dir={directionOf(language)}>
            {given.declaration}
          </blockquote>
        )}
        {given.over === null ? null : (
          <p class="quiet">
            {words.over(given.over.seq)} <code class="digest">{given.over.head}</code>
          </p>
        )}
        {given.paper === null ? null : (
          <p>
            <Icon name="document" />{' '}
            <a href={paths.signedPaper(viewer.bodyId, frame.id, given.round, given.side)}>
              {words.paper(fileSize(page, given.paper.bytes))}
            </a>
            <br />
            <span class="quiet">
              {words.digest} <code class="digest">{given.paper.sha256}</code>
            </span>
          </p>
        )}
      </details>
    </li>
  );
}
