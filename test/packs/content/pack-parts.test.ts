import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OTHER_BODY, TestApp } from '../../support/app.js';
import { HANDOVER, RABAT, type PersonId } from '../../support/rabat.js';
import { plantAsset } from './planted-asset.js';
import { plantPlans, RABAT_PLANS } from './planted-plans.js';

const PACK = `/bodies/${RABAT}/handovers/${HANDOVER}/pack`;
const PARTS = ['stocktaking', 'programme', 'meetings', 'contacts', 'assets'] as const;

let app: TestApp;
/** What was there before anything was planned: the contents of the pack, and how each part answered. */
const bare: { contents: Record<string, string>; status: Record<string, number> } = { contents: {}, status: {} };

const read = async (person: PersonId, path: string, body = RABAT): Promise<{ status: number; text: string }> =>
  (await app.signIn(person, body)).get(path);

beforeAll(async () => {
  app = await TestApp.start();
  for (const person of ['ma-lead', 'pt-lead', 'watcher'] as const) {
    bare.contents[person] = (await read(person, PACK)).text;
  }
  for (const part of PARTS) bare.status[part] = (await read('pt-lead', `${PACK}/${part}`)).status;
  await plantPlans(app);
  await plantAsset(app);
  await app.rabat.setClock('2024-01-12T08:00:00.000Z');
});
afterAll(() => app.close());

const linksTo = (html: string | undefined): string[] =>
  PARTS.filter((part) => html?.includes(`href="${PACK}/${part}"`));

describe('what stands in the pack beside the sections', () => {
  test('is not named while it is not there, and has no page', () => {
    expect(linksTo(bare.contents['pt-lead'])).toEqual(['meetings', 'contacts']);
    expect(linksTo(bare.contents.watcher)).toEqual(['meetings', 'contacts']);
    expect(bare.status).toEqual({ stocktaking: 404, programme: 404, meetings: 200, contacts: 200, assets: 200 });
  });

  test('is offered to whoever may list what changes hands, while nothing is listed', () => {
    expect(linksTo(bare.contents['ma-lead'])).toEqual(['meetings', 'contacts', 'assets']);
  });

  test('is named once it is there', async () => {
    expect(linksTo((await read('pt-lead', PACK)).text)).toEqual([...PARTS]);
  });

  test('is not there for another body', async () => {
    for (const part of PARTS) expect((await read('pt-lead', `${PACK}/${part}`, OTHER_BODY)).status).toBe(404);
  });

  test('is read over the API as well, without a plan where there is none', async () => {
    const { body } = await app.as('pt-lead', 'get', `/handovers/${HANDOVER}/pack`);
    expect(body).toMatchObject({ stocktaking: { planId: 'cadiz' }, programme: { termId: '2024-pt' } });
    expect(body.assets).toHaveLength(1);
    const outside = (await app.as('watcher', 'get', `/handovers/${HANDOVER}/pack`)).body;
    expect(outside.assets).toEqual([]);
    expect((await app.as('watcher', 'get', `/handovers/${HANDOVER}/pack/assets`)).body).toEqual({ items: [] });
  });
});

describe('stocktaking', () => {
  const [plan] = RABAT_PLANS.actionPlans;
  const tagged = (html: string, words: string): number => html.split(`</svg>${words}</span>`).length - 1;

  test('shows every area and objective of the Cadiz Action Plan by its number and name', async () => {
    const { text } = await read('watcher', `${PACK}/stocktaking`);
    expect(plan?.content.areas).toHaveLength(5);
    for (const { number, label, objectives } of plan?.content.areas ?? []) {
      expect(text).toContain(`Area ${number}`);
      expect(text).toContain(label);
      for (const objective of objectives) {
        expect(text).toContain(`Objective ${objective.number}`);
        expect(text).toContain(objective.label);
      }
    }
    expect(text).toContain('Actions 20 to 29 belong to objectives 7, 8, 9 and 10');
  });

  test('tells what the term did for each, and where nothing is recorded', async () => {
    const { text } = await read('sec', `${PACK}/stocktaking`);
    // For objectives 5b and 10 by a meeting each; areas 1, 3 and 5 by any; 1 and 2 only by their area.
    expect(tagged(text, 'Something was done for it')).toBe(5);
    expect(tagged(text, 'Only for its area')).toBe(2);
    expect(tagged(text, 'Nothing is recorded')).toBe(9);
    expect(text).toContain('Family separation and missing persons in migration');
  });

  test('says in its picture what stands in its table', async () => {
    const { text } = await read('sec', `${PACK}/stocktaking`);
    const picture = /<svg[^>]*role="img".*?<\/svg>/s.exec(text)?.[0] ?? '';
    const blocks = [...picture.matchAll(/<rect class="coverage-(\w+)"/g)].map(([, coverage]) => coverage);
    expect(blocks).toHaveLength(11);
    expect(blocks.filter((coverage) => coverage === 'covered')).toHaveLength(2);
    expect(blocks.filter((coverage) => coverage === 'around')).toHaveLength(2);
  });

  test('does not count a meeting that is still to come', async () => {
    const { text } = await read('sec', `${PACK}/stocktaking`);
    expect(text).toContain('Migration, youth and development');
    expect(text).not.toContain('circular migration');
  });

  test('names the tasks by which stock is taken, each with how far it is', async () => {
    const { text } = await read('sec', `${PACK}/stocktaking`);
    for (const task of ['RES-01', 'RES-02', 'RES-03', 'RES-05']) expect(text).toContain(`/tasks/${task}"`);
    expect(text).not.toContain('/tasks/RES-04"');
  });
});

describe('meetings', () => {
  test('are those to come, and those up to now', async () => {
    const { text } = await read('watcher', `${PACK}/meetings`);
    const [coming = '', held = ''] = text.split('<h2>Up to now</h2>');
    expect(coming).toContain('Senior Officials’ Meeting');
    expect(coming).toContain('The chair is handed over here');
    expect(coming).toContain('circular migration');
    expect(held).toContain('Family separation');
    expect(held).toContain('Yaoundé');
    expect(held).not.toContain('circular migration');
  });
});

describe('contacts', () => {
  test('are of both chairs and of the secretariat, with addresses only for those who work in the handover', async () => {
    const inside = (await read('sec', `${PACK}/contacts`)).text;
    const outside = (await read('watcher', `${PACK}/contacts`)).text;
    for (const person of ['ma-lead', 'pt-delegate', 'sec']) {
      expect(inside).toContain(`${person}@${RABAT}.example`);
      expect(outside).toContain(person);
    }
    expect(outside).not.toContain('.example');
    expect(inside).not.toContain('es-delegate');
  });
});

describe('the programme', () => {
  test('is that of the incoming chair, each priority with its place in the plan', async () => {
    const { text } = await read('sec', `${PACK}/programme`);
    expect(text).toContain('Labour mobility schemes, Talent Partnerships');
    expect(text).toContain('Area 2 · Objective 3 · Action 6');
    expect(text).toContain('href="https://www.rabat-process.org/en/about/current-chairmanship"');
  });
});
