import { Fragment } from 'preact';
import type { UnmetGate } from '../../../engine/decision.js';
import { assetGates, assetMovesFrom, type AssetFacts, type AssetMove } from '../../../engine/handovers/asset.js';
import { localDate } from '../../../engine/time/zones.js';
import { ErrorSummary } from '../../../web/components/error-summary.js';
import { SelectField, TextField } from '../../../web/components/field.js';
import { Form } from '../../../web/components/form.js';
import { Icon } from '../../../web/components/icon.js';
import { Refusals } from '../../../web/components/refusals.js';
import { mediumDay } from '../../../web/dates.js';
import type { FieldErrors, Typed } from '../../../web/form.js';
import { paths } from '../../../web/paths.js';
import { ASSET_KINDS, type Asset } from '../assets.queries.js';
import { PartPage, type PartProps } from './part-page.js';

export interface AssetsPageProps extends PartProps {
  readonly assets: readonly Asset[];
  /** Whether the reader works in the handover. */
  readonly inside: boolean;
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
  readonly gates?: readonly UnmetGate[];
}

/** What changes hands: what it is, who handed it over, who confirmed it, and what the reader may do. */
export function AssetsPage(props: AssetsPageProps) {
  const { page, viewer, frame, assets, inside, errors = {}, gates = [] } = props;
  const words = page.texts.pack.assets;
  const title = page.texts.pack.parts.names.assets;
  const hasErrors = gates.length > 0 || Object.keys(errors).length > 0;
  const labels = { kind: words.columns.kind, name: words.columns.name };
  return (
    <PartPage page={page} viewer={viewer} frame={frame} title={title} hasErrors={hasErrors}>
      <Refusals page={page} gates={gates} bodyId={viewer.bodyId} handoverId={frame.id} />
      <ErrorSummary page={page} errors={errors} labels={labels} />
      <p class="lead">{inside ? words.intro : words.hidden}</p>
      {!inside ? null : assets.length === 0 ? <p class="nothing">{words.none}</p> : <AssetTable {...props} />}
      {mayDo(props, 'add', { id: '', handoverState: frame.state, step: 'listed', transferredPersons: [] }) ? (
        <AddForm {...props} />
      ) : null}
    </PartPage>
  );
}

function AssetTable(props: AssetsPageProps) {
  const { page, assets } = props;
  const { caption, columns } = page.texts.pack.assets;
  return (
    <table class="dates pack assets">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.transferred}</th>
          <th scope="col">{columns.confirmed}</th>
          <th scope="col">{columns.act}</th>
        </tr>
      </thead>
      <tbody>
        {assets.map((asset) => (
          <AssetRow key={asset.id} {...props} asset={asset} />
        ))}
      </tbody>
    </table>
  );
}

function AssetRow(props: AssetsPageProps & { readonly asset: Asset }) {
  const { page, asset } = props;
  const { kinds, columns } = page.texts.pack.assets;
  return (
    <tr>
      <th scope="row">
        <span class="asset-name">
          <bdi>{asset.name}</bdi>
        </span>
        <span class="quiet">{kinds[asset.kind]}</span>
      </th>
      <td data-label={columns.transferred}>
        <Deed {...props} deed={asset.transferred} />
      </td>
      <td data-label={columns.confirmed}>
        <Deed {...props} deed={asset.confirmed} />
      </td>
      <td>
        <Moves {...props} asset={asset} />
      </td>
    </tr>
  );
}

function Deed({ page, viewer, deed }: AssetsPageProps & { readonly deed: Asset['confirmed'] }) {
  if (deed === null) return <>{page.texts.pack.printed.notYet}</>;
  return (
    <span class="asset-done">
      <Icon name="accepted" />
      <bdi>{deed.by.name}</bdi>, <time dateTime={deed.at}>{mediumDay(page, localDate(deed.at, viewer.zone))}</time>
    </span>
  );
}

/** What the reader may do with it; else whose move it is. */
function Moves(props: AssetsPageProps & { readonly asset: Asset }) {
  const { page, viewer, frame, asset } = props;
  const words = page.texts.pack.assets;
  const facts = factsOf(props, asset);
  const moves = assetMovesFrom(facts.step).filter((move) => mayDo(props, move, facts));
  if (moves.length === 0) {
    if (facts.step === 'confirmed') return null;
    return <span class="quiet">{words.waits[facts.step === 'listed' ? 'outgoing' : 'incoming']}</span>;
  }
  return (
    <div class="asset-moves">
      {moves.map((move) => (
        <Fragment key={move}>
          {move === 'sendBack' ? (
            <a href={paths.sendBackAsset(viewer.bodyId, frame.id, asset.id)}>
              {words.moves.sendBack}
              <bdi class="unseen"> {asset.name}</bdi>
            </a>
          ) : move === 'add' ? null : (
            <Form page={page} action={paths.moveAsset(viewer.bodyId, frame.id, asset.id, move)} version={asset.version}>
              <button type="submit" class={move === 'remove' ? 'plain' : undefined}>
                {words.moves[move]}
                <bdi class="unseen"> {asset.name}</bdi>
              </button>
            </Form>
          )}
        </Fragment>
      ))}
    </div>
  );
}

function factsOf({ frame }: AssetsPageProps, asset: Asset): AssetFacts {
  const { transferred, confirmed } = asset;
  const step = confirmed !== null ? 'confirmed' : transferred !== null ? 'transferred' : 'listed';
  return { id: asset.id, handoverState: frame.state, step, transferredPersons: transferred?.persons ?? [] };
}

function mayDo({ viewer, frame }: AssetsPageProps, move: AssetMove, facts: AssetFacts): boolean {
  return assetGates(facts, move, { personId: viewer.personId, hats: frame.hats }).length === 0;
}

function AddForm({ page, viewer, frame, typed = {}, errors = {} }: AssetsPageProps) {
  const words = page.texts.pack.assets;
  const choices = ASSET_KINDS.map((kind) => ({ value: kind, text: words.kinds[kind] }));
  return (
    <section class="part-section">
      <h2>{words.addTitle}</h2>
      <Form page={page} action={paths.assets(viewer.bodyId, frame.id)} class="move-form">
        <SelectField page={page} name="kind" label={words.columns.kind} {...{ choices, typed, errors }} />
        <TextField page={page} name="name" label={words.columns.name} hint={words.nameHint} {...{ typed, errors }} />
        <p class="buttons">
          <button type="submit">{words.add}</button>
        </p>
      </Form>
    </section>
  );
}
