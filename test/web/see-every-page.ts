import { afterAll, beforeAll, expect } from '@jest/globals';
import type { PageLanguage } from '../../config/languages/pages.js';
import { DemoModule } from '../../src/demo/demo.module.js';
import { plantKnownAsset } from '../packs/content/planted-asset.js';
import { plantPlans } from '../packs/content/planted-plans.js';
import { TestApp } from '../support/app.js';
import { inChromium } from '../support/browser.js';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/page-quality.js';
import { plantFiles } from '../packs/record/planted-files.js';
import { PAGES_TO_SEE } from './pages.js';

/** Everyone looks at all their pages, in one window each: a new one for each page costs more than looking at it. */
export function seeEveryPageIn(language: PageLanguage): void {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ modules: [DemoModule] });
    await plantFiles(app);
    await plantPlans(app);
    await plantKnownAsset(app);
  });
  afterAll(() => app.close());

  for (const person of new Set(PAGES_TO_SEE.map(({ as }) => as))) {
    inChromium(
      `no page of ${person ?? 'a stranger'} has a barrier or scrolls sideways in the language "${language}"`,
      async (browser) => {
        const visitor = person === null ? {} : { as: await app.signIn(person) };
        const page = await browser.open({ ...visitor, at: app.address, language });
        for (const { address, status = 200 } of PAGES_TO_SEE.filter(({ as }) => as === person)) {
          const answer = await page.goto(address);
          expect({ address, status: answer?.status() }).toEqual({ address, status });
          expect(await page.getAttribute('html', 'lang')).toBe(language);
          await expectAccessible(page);
          await expectNoSidewaysScrolling(page);
        }
      },
      120_000,
    );
  }
}
