import { listAssets, type AssetKind } from '../packs/content/assets.queries.js';
import { ChangeAsset } from '../packs/content/change-asset.js';
import { Database } from '../storage/database.js';
import { on } from './scenes.js';
import type { Scene } from './story.js';
import type { Stage } from './stage.js';

const LISBON = 'Europe/Lisbon';
const RABAT = 'Africa/Casablanca';
const VIENNA = 'Europe/Vienna';

const LIST = 'chair@lists.secretariat.example';
const CALENDAR = 'Calendar of the Steering Committee';
const PAGES = 'Account of the chair on the website of the dialogue';

const CHANGING_HANDS: readonly (readonly [AssetKind, string])[] = [
  ['mailing_list', LIST],
  ['calendar', CALENDAR],
  ['account', PAGES],
];

/** What changes hands with the chair, from Morocco to Portugal: on the day of the demo some of it has. */
export function rabatAssets(handoverId: string): readonly Scene[] {
  return [
    {
      ...on('2024-01-09', '14:00', VIENNA),
      run: async (stage) => {
        for (const [kind, name] of CHANGING_HANDS) {
          await addAsset(stage, 'sec-officer', handoverId, kind, name);
          await stage.pause();
        }
      },
    },
    {
      ...on('2024-01-10', '16:30', RABAT),
      run: async (stage) => {
        await moveAsset(stage, 'ma-delegate', handoverId, LIST, 'transfer');
        await stage.pause();
        await moveAsset(stage, 'ma-delegate', handoverId, CALENDAR, 'transfer');
      },
    },
    {
      ...on('2024-01-11', '10:00', LISBON),
      run: (stage) => moveAsset(stage, 'pt-delegate', handoverId, LIST, 'confirm'),
    },
    {
      ...on('2024-01-16', '10:00', LISBON),
      run: (stage) =>
        moveAsset(stage, 'pt-delegate', handoverId, CALENDAR, 'sendBack', 'It opens, but nothing can be entered.'),
    },
    {
      ...on('2024-01-17', '11:00', RABAT),
      run: (stage) => moveAsset(stage, 'ma-delegate', handoverId, CALENDAR, 'transfer'),
    },
    {
      ...on('2024-01-18', '10:00', LISBON),
      run: (stage) => moveAsset(stage, 'pt-delegate', handoverId, CALENDAR, 'confirm'),
    },
    {
      ...on('2024-02-05', '09:30', VIENNA),
      run: (stage) => moveAsset(stage, 'sec-officer', handoverId, PAGES, 'transfer'),
    },
    {
      ...on('2024-02-06', '10:00', LISBON),
      run: (stage) => moveAsset(stage, 'pt-lead', handoverId, PAGES, 'confirm'),
    },
  ];
}

async function addAsset(stage: Stage, personId: string, handoverId: string, kind: AssetKind, name: string) {
  const place = { bodyId: stage.bodyId, handoverId, personId };
  await stage.ask(personId, `lists what changes hands: ${name}`, () => stage.get(ChangeAsset).add(place, kind, name));
}

const WORDS = { transfer: 'hands over', confirm: 'confirms', sendBack: 'sends back' } as const;

async function moveAsset(
  stage: Stage,
  personId: string,
  handoverId: string,
  name: string,
  move: keyof typeof WORDS,
  reason?: string,
): Promise<void> {
  const { bodyId } = stage;
  const assets = await stage.get(Database).read(bodyId, (em) => listAssets(em, bodyId, handoverId));
  const asset = assets.find((each) => each.name === name);
  if (asset === undefined) throw new Error(`Nobody has listed ${name}`);
  const place = { bodyId, handoverId, personId };
  const words = `${WORDS[move]} ${name}${reason === undefined ? '' : `: “${reason}”`}`;
  await stage.ask(personId, words, () => stage.get(ChangeAsset).change(place, asset.id, asset.version, move, reason));
}
