import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PAGE_LANGUAGES } from '../../config/languages/pages.js';
import { inChromium } from '../support/browser.js';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/page-quality.js';
import { RABAT, type PersonId } from '../support/rabat.js';
import { codeOf, SignInStage } from './sign-in-stage.js';

/** One person for each language, so that each comes for the first time. */
const PEOPLE: Readonly<Record<string, PersonId>> = { en: 'sec', fr: 'ma-lead', pt: 'pt-lead', ar: 'ma-delegate' };

let stage: SignInStage;
beforeAll(async () => {
  stage = await SignInStage.open();
});
beforeEach(() => stage.forgetTries());
afterAll(() => stage.close());

for (const language of PAGE_LANGUAGES) {
  inChromium(
    `every step of signing in is without barriers in ${language}, and never scrolls sideways`,
    async (browser) => {
      const mail = `${PEOPLE[language] ?? ''}@${RABAT}.example`;
      const at = stage.app.address.replace('127.0.0.1', 'localhost');
      const page = await browser.open({ at, language });
      await page.goto('/sign-in?next=/settings/second-factors');
      await page.locator('#mail').fill('no address');
      await step(page, '/sign-in', 'an address that is none');
      await page.locator('#mail').fill(mail);
      await step(page, '/sign-in', 'the mail is on its way');
      await page.locator('#code').fill('12');
      await step(page, '/sign-in/code', 'a code that is none');
      const [sent] = await stage.mailsTo(mail, 1);
      await page.goto(sent?.link ?? '');
      await look(page, 'the link');
      await step(page, '/sign-in/link', 'setting a second factor up');
      const secret = (await page.locator('.secret code').innerText()).replaceAll(' ', '');
      await page.locator('#code').fill(codeOf(secret));
      await step(page, `/sign-in/add/${RABAT}/app`, 'recovery codes');
      await page.goto('/settings/second-factors');
      await look(page, 'one’s own second factors');
      await page.goto('/sign-in/again?next=/settings');
      await step(page, '/sign-in/again', 'the second factor');
      await page.locator('summary').click();
      await page.locator('#recovery').fill('no code at all');
      await step(page, `/sign-in/second-factor/${RABAT}/recovery`, 'a recovery code that is none');
      await page.locator('#code').fill(codeOf(secret, 30));
      await step(page, `/sign-in/second-factor/${RABAT}/app`, 'where they wanted to go');
      expect(new URL(page.url()).pathname).toBe('/settings');
    },
    120_000,
  );
}

/** Sends the form that leads there, and looks at what comes. */
async function step(page: Page, action: string, what: string): Promise<void> {
  const arrived = page.waitForEvent('load');
  await page.locator(`main form[action="${action}"] button[type="submit"]`).first().click();
  await arrived;
  await look(page, what);
}

async function look(page: Page, what: string): Promise<void> {
  await expectAccessible(page, what);
  await expectNoSidewaysScrolling(page, what);
}
