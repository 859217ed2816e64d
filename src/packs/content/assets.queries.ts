import type { EntityManager } from 'typeorm';
import type { IsoInstant } from '../../engine/words.js';
import { prepared } from '../../storage/statements.js';
import type { PackPerson } from './pack-person.js';

export const ASSET_KINDS = ['mailing_list', 'account', 'calendar', 'other'] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

/** Something that changes hands: a mailing list, an account, a calendar. */
export interface Asset {
  readonly id: string;
  readonly kind: AssetKind;
  readonly name: string;
  readonly version: number;
  /** Who handed it over and when; null while nobody has. */
  readonly transferred: {
    readonly by: PackPerson;
    readonly at: IsoInstant;
    /** Everybody whom the giver counted as: none of them may confirm it. */
    readonly persons: readonly string[];
  } | null;
  /** Who of the receiving side said that it works for them; null while nobody has. */
  readonly confirmed: { readonly by: PackPerson; readonly at: IsoInstant } | null;
}

/** Values: body, handover. */
const ASSETS = `
  SELECT a.id, a.kind, a.name, a.version,
    CASE WHEN a.transferred_at IS NULL THEN NULL ELSE jsonb_build_object('at', iso_instant(a.transferred_at),
      'persons', a.transferred_persons,
      'by', jsonb_build_object('id', g.id, 'name', g.name)) END AS transferred,
    CASE WHEN a.confirmed_at IS NULL THEN NULL ELSE jsonb_build_object('at', iso_instant(a.confirmed_at),
      'by', jsonb_build_object('id', r.id, 'name', r.name)) END AS confirmed
  FROM asset a
  LEFT JOIN person g ON g.body_id = a.body_id AND g.id = a.transferred_by
  LEFT JOIN person r ON r.body_id = a.body_id AND r.id = a.confirmed_by
  WHERE a.body_id = $1 AND a.handover_id = $2 AND a.removed_at IS NULL
  ORDER BY a.kind, a.name, a.id`;

/** What changes hands in a handover, by kind and name. */
export function listAssets(em: EntityManager, bodyId: string, handoverId: string): Promise<Asset[]> {
  return prepared<Asset>(em, 'assets-of-handover', ASSETS, [bodyId, handoverId]);
}
