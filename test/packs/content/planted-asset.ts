import { ChangeAsset } from '../../../src/packs/content/change-asset.js';
import type { TestApp } from '../../support/app.js';
import { HANDOVER, must, RABAT } from '../../support/rabat.js';

/** Puts a mailing list on the list of what changes hands; gives its id. */
export async function plantAsset(app: TestApp, name = 'chair@lists.secretariat.example'): Promise<string> {
  const place = { bodyId: RABAT, handoverId: HANDOVER, personId: 'sec' };
  return must(await app.app.get(ChangeAsset).add(place, 'mailing_list', name)).id;
}

/** The id of the thing that stands on pages whose addresses are written down. */
export const KNOWN_ASSET = '01890000-0000-7000-8000-0000000000a5';

/** Puts something under a known id on the list, already handed over and waiting for the receiver. */
export async function plantKnownAsset(app: TestApp): Promise<void> {
  await app.rabat.database.change(RABAT, (em) =>
    em.query(
      `INSERT INTO asset (body_id, handover_id, id, kind, name, added_by, added_at, transferred_by, transferred_persons, transferred_at, version)
       VALUES ($1, $2, $3, 'account', 'Account on the website', 'sec', gavel_now(), 'ma-lead', '{ma-lead}', gavel_now(), 2)`,
      [RABAT, HANDOVER, KNOWN_ASSET],
    ),
  );
}
