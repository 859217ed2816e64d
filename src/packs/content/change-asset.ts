import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { writeAccount } from '../../audit/account.js';
import type { Accepted, Hat, Refused } from '../../engine/decision.js';
import { decideAsset, type AssetChanges, type AssetFacts, type AssetMove } from '../../engine/handovers/asset.js';
import type { HandoverState } from '../../engine/handovers/handover.js';
import { refuseBystander } from '../../handovers/read-handover.js';
import { owedFor } from '../../notifications/owed.js';
import { staleVersion } from '../../people/stale-version.js';
import { Database, type LockedStream } from '../../storage/database.js';
import type { AssetKind } from './assets.queries.js';
import { AssetRow } from './content.entity.js';

/** In which handover, and who acts. */
export interface AssetPlace {
  readonly bodyId: string;
  readonly handoverId: string;
  readonly personId: string;
}

export interface AssetReceipt {
  readonly id: string;
  readonly version: number;
  readonly account: { readonly seq: number; readonly hash: string };
}

const SCENE = `
  SELECT h.state, hats_in_handover($1, h.id, $3, gavel_now()) AS hats FROM handover h WHERE h.body_id = $1 AND h.id = $2`;

/** Lists what changes hands, hands it over, and confirms that it arrived. */
@Injectable()
export class ChangeAsset {
  constructor(private readonly database: Database) {}

  /** Null when there is no such handover. */
  async add(place: AssetPlace, kind: AssetKind, name: string): Promise<AssetReceipt | Refused | null> {
    const { bodyId, handoverId, personId } = place;
    return this.inTurn(place, async (em, locked, state, hats) => {
      const id = uuid();
      const facts: AssetFacts = { id, handoverState: state, step: 'listed', transferredPersons: [] };
      const decision = decideAsset(facts, 'add', { personId, hats }, locked.at);
      if (decision.refused) return decision;
      const row = { bodyId, handoverId, id, kind, name, addedBy: personId, addedAt: new Date(locked.at), version: 1 };
      await em.insert(AssetRow, row);
      return tell(em, locked, personId, { id, version: 1, name }, decision);
    });
  }

  /** Null when there is no such thing on the list; refuses a version that is not the present one. */
  async change(
    place: AssetPlace,
    assetId: string,
    expectedVersion: number,
    move: Exclude<AssetMove, 'add'>,
    reason?: string,
  ): Promise<AssetReceipt | Refused | null> {
    const { bodyId, handoverId, personId } = place;
    return this.inTurn(place, async (em, locked, state, hats) => {
      const asset = await em.findOneBy(AssetRow, { bodyId, handoverId, id: assetId });
      if (asset === null || asset.removedAt !== null) return null;
      const stale = staleVersion(expectedVersion, asset.version);
      if (stale !== null) return stale;
      const decision = decideAsset(factsOf(asset, state), move, { personId, hats }, locked.at, reason);
      if (decision.refused) return decision;
      const version = asset.version + 1;
      const key = { bodyId, handoverId, id: assetId, version: asset.version };
      await em.update(AssetRow, key, { ...columnsOf(decision.changes, locked), version });
      return tell(em, locked, personId, { id: assetId, version, name: asset.name }, decision);
    });
  }

  private async inTurn(
    place: AssetPlace,
    work: (
      em: EntityManager,
      locked: LockedStream,
      state: HandoverState,
      hats: readonly Hat[],
    ) => Promise<AssetReceipt | Refused | null>,
  ): Promise<AssetReceipt | Refused | null> {
    const { bodyId, handoverId, personId } = place;
    return this.database.changeInTurn(bodyId, handoverId, async (em, locked) => {
      const values = [bodyId, handoverId, personId];
      const [scene]: { state: HandoverState; hats: readonly Hat[] }[] = await em.query(SCENE, values);
      if (scene === undefined) return null;
      if (scene.hats.length === 0) return refuseBystander(em, bodyId, handoverId, personId);
      return work(em, locked, scene.state, scene.hats);
    });
  }
}

/** What the rules look at in something that changes hands. */
function factsOf(
  asset: Pick<AssetRow, 'id' | 'transferredAt' | 'transferredPersons' | 'confirmedAt'>,
  handoverState: HandoverState,
): AssetFacts {
  const step = asset.confirmedAt !== null ? 'confirmed' : asset.transferredAt !== null ? 'transferred' : 'listed';
  return { id: asset.id, handoverState, step, transferredPersons: asset.transferredPersons ?? [] };
}

function columnsOf({ transferred, confirmed, removed }: AssetChanges, { at }: LockedStream): Partial<AssetRow> {
  return {
    ...(transferred === undefined
      ? {}
      : {
          transferredBy: transferred?.by ?? null,
          transferredPersons: transferred === null ? null : [...transferred.persons],
          transferredAt: transferred === null ? null : new Date(transferred.at),
        }),
    ...(confirmed === undefined
      ? {}
      : { confirmedBy: confirmed?.by ?? null, confirmedAt: confirmed === null ? null : new Date(confirmed.at) }),
    ...(removed === undefined ? {} : { removedAt: new Date(at) }),
  };
}

function tell(
  em: EntityManager,
  locked: LockedStream,
  personId: string,
  asset: { readonly id: string; readonly version: number; readonly name: string },
  { happenings, messages }: Accepted<AssetChanges>,
): AssetReceipt {
  const [first, ...rest] = happenings.map((happening) => ({ ...happening, facts: { name: asset.name } }));
  if (first === undefined) throw new Error('Something was decided and nothing happened');
  const after = writeAccount(em, locked, {
    actorId: personId,
    happenings: [first, ...rest],
    owed: owedFor(messages, null, personId, locked.at),
  });
  return { id: asset.id, version: asset.version, account: { seq: after.seq, hash: after.head } };
}
