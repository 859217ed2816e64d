import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { PAGE_LANGUAGES } from '../../config/languages/pages.js';
import { DemoModule } from '../../src/demo/demo.module.js';
import { TestApp } from '../support/app.js';
import { inChromium } from '../support/browser.js';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/page-quality.js';
import { PAGES_TO_SEE } from './pages.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ modules: [DemoModule] });
});
afterAll(() => app.close());

describe.each(PAGE_LANGUAGES)('in %s', (language) => {
  for (const { address, as, status = 200 } of PAGES_TO_SEE) {
    inChromium(
      `${address} is without barriers for ${as ?? 'a stranger'}, and never scrolls sideways`,
      async (browser) => {
        const visitor = as === null ? {} : { as: await app.signIn(as) };
        const page = await browser.open({ ...visitor, at: app.address, language });
        const answer = await page.goto(address);
        expect(answer?.status()).toBe(status);
        await expectAccessible(page);
        await expectNoSidewaysScrolling(page);
      },
    );
  }
});
