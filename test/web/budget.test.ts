import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { PAGE_LANGUAGES } from '../../config/languages/pages.js';
import { DemoModule } from '../../src/demo/demo.module.js';
import { plantKnownAsset } from '../packs/content/planted-asset.js';
import { plantPlans } from '../packs/content/planted-plans.js';
import { TestApp } from '../support/app.js';
import { inChromium } from '../support/browser.js';
import { HANDOVER, RABAT, type PersonId } from '../support/rabat.js';
import { PAGES_TO_SEE } from './pages.js';
import { rawAnswer } from './raw-answer.js';

const KB = 1024;
/** Bytes over the line for the first page of a browser that has nothing of ours yet: page, style, scripts and fonts. */
const FIRST_VIEW = { en: 80 * KB, fr: 80 * KB, pt: 80 * KB, ar: 170 * KB } as const;
/** Bytes of each further page: the rest is kept for a year. */
const NEXT_VIEW = 10 * KB;

const OF_HANDOVER = `/bodies/${RABAT}/handovers/${HANDOVER}`;
const FIRST_PAGES: readonly (readonly [address: string, as: PersonId | null])[] = [
  ['/sign-in', null],
  [OF_HANDOVER, 'ma-delegate'],
  [`${OF_HANDOVER}/tasks?show=all`, 'sec'],
  [`${OF_HANDOVER}/tasks/DOC-04`, 'ma-lead'],
  [`${OF_HANDOVER}/calendar`, 'ma-delegate'],
];

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ modules: [DemoModule] });
  await plantPlans(app);
  await plantKnownAsset(app);
});
afterAll(() => app.close());

describe.each(PAGE_LANGUAGES)('in %s', (language) => {
  for (const [address, as] of FIRST_PAGES) {
    inChromium(`the first view of ${address} stays within ${String(FIRST_VIEW[language])} bytes`, async (browser) => {
      const visitor = as === null ? {} : { as: await app.signIn(as) };
      const page = await browser.open({ ...visitor, at: app.address, language });
      const loaded = listenTo(page);
      await page.goto(address);
      await page.evaluate(async () => {
        await document.fonts.ready;
      });
      const sizes = await loaded();
      expect(Object.keys(sizes).filter((name) => name.endsWith('.css'))).toHaveLength(1);
      expect(Object.keys(sizes).filter((name) => name.endsWith('.woff2'))).not.toHaveLength(0);
      // What it is made of is told where it is too much.
      expect(sum(Object.values(sizes)) <= FIRST_VIEW[language] ? {} : sizes).toEqual({});
    });
  }

  test.each(PAGES_TO_SEE.map(({ address, as }) => ({ address, as })))(
    `each further view of $address by $as stays within ${String(NEXT_VIEW)} bytes`,
    async ({ address, as }) => {
      const visitor = as === null ? app.stranger() : await app.signIn(as);
      const { headers, body } = await rawAnswer(`${app.address}${address}`, visitor, 'gzip', language);
      expect(headers['content-encoding']).toBe('gzip');
      expect(body.length).toBeLessThanOrEqual(NEXT_VIEW);
    },
  );
});

test('what pages load is kept for a year, under an address that its content names', async () => {
  const { text } = await app.stranger().get('/sign-in');
  const addresses = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address = '']) => address);
  expect(addresses.length).toBeGreaterThan(2);
  for (const address of addresses) {
    const { status, headers } = await app.stranger().get(address);
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  }
});

/** Counts the bytes of all answers that a page takes in; what stays open, as its news does, is no part of them. */
function listenTo(page: Page): () => Promise<Record<string, number>> {
  const taken = new Map<string, Request>();
  page.on('requestfinished', (request) => taken.set(new URL(request.url()).pathname, request));
  return async () => {
    const sizes: Record<string, number> = {};
    for (const [name, request] of taken) sizes[name] = (await request.sizes()).responseBodySize;
    return sizes;
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
