import { afterAll, beforeAll, expect } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { inChromium } from '../support/browser.js';
import { HANDOVER, RABAT } from '../support/rabat.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

/** Rows in which the number of a task and its title lie on one another. */
const OVERLAPPING = `[...document.querySelectorAll('.task-what')].filter((cell) => {
  const [number, title] = ['.task-number', 'a'].map((part) => cell.querySelector(part).getBoundingClientRect());
  return number.left < title.right && title.left < number.right && number.top < title.bottom && title.top < number.bottom;
}).length`;

for (const language of ['en', 'ar'] as const) {
  for (const width of [390, 1280]) {
    inChromium(`the number of a task stands beside its title, in ${language} at ${width} pixels`, async (browser) => {
      const page = await browser.open({ as: await app.signIn('ma-delegate'), at: app.address, language, width });
      await page.goto(`/bodies/${RABAT}/handovers/${HANDOVER}/tasks?show=all`);
      expect(await page.locator('.task-what').count()).toBe(60);
      expect(await page.evaluate(OVERLAPPING)).toBe(0);
    });
  }
}
