import { ChangeAsset } from '../../../src/packs/content/change-asset.js';
import type { TestApp } from '../../support/app.js';
import { HANDOVER, must, RABAT } from '../../support/rabat.js';

/** Puts a mailing list on the list of what changes hands; gives its id. */
export async function plantAsset(app: TestApp, name = 'chair@lists.secretariat.example'): Promise<string> {
  const place = { bodyId: RABAT, handoverId: HANDOVER, personId: 'sec' };
  return must(await app.app.get(ChangeAsset).add(place, 'mailing_list', name)).id;
}
