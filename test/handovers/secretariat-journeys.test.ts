import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PAGE_LANGUAGES } from '../../config/languages/pages.js';
import { paths } from '../../src/web/paths.js';
import { TestApp } from '../support/app.js';
import { inChromium } from '../support/browser.js';
import { expectAccessible } from '../support/page-quality.js';
import { HANDOVER, RABAT } from '../support/rabat.js';

const LONG = 60_000;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await app.rabat.database.change(RABAT, async (em) => {
    await em.query(
      `INSERT INTO term (body_id, id, kind, state, position, planned_start, planned_end, boundary, certainty)
       VALUES ($1, '2025-es', 'regular', 'confirmed', 3, '2025-02-01', '2026-01-31', 'shared_day', 'confirmed')`,
      [RABAT],
    );
    await em.query(`INSERT INTO term_holder (body_id, term_id, member_id, position) VALUES ($1, '2025-es', 'ES', 1)`, [
      RABAT,
    ]);
  });
});
afterAll(() => app.close());

const meeting = async (): Promise<unknown> =>
  (await app.rabat.rows(`SELECT starts_on AS first FROM meeting WHERE id = 'som-2024-rabat'`))[0]?.first;

/** From the overview to the new revision, by what stands on the pages alone. */
async function moveTo(page: Page, first: string, last: string): Promise<void> {
  await page.goto(paths.handover(RABAT, HANDOVER));
  await page.locator('.moves .button').click();
  await page.fill('#startsOn', first);
  await page.fill('#endsOn', last);
  await page.locator('main form button.main').click();
  await page.waitForURL(/preview/);
  await page.fill('#reason', 'The hall is not free');
  await page.locator('#decision button.main').click();
  await page.waitForURL(/\/plan\/\d+$/);
}

describe('The secretariat', () => {
  for (const language of PAGE_LANGUAGES) {
    inChromium(
      `moves the meeting without scripts in ${language}, and is told what was done`,
      async (browser) => {
        const page = await browser.open({ as: await app.signIn('sec'), at: app.address, language, javaScript: false });
        await moveTo(page, '2024-02-13', '2024-02-14');
        expect(await meeting()).toBe('2024-02-13');
        expect(await page.locator('.notice').count()).toBe(1);
        expect(await page.locator('.reason').textContent()).toContain('The hall is not free');
        await moveTo(page, '2024-01-31', '2024-02-01');
      },
      LONG,
    );
  }

  inChromium(
    'moves the meeting with the keyboard alone, and sees that it is being done',
    async (browser) => {
      const page = await browser.open({ as: await app.signIn('sec'), at: app.address, language: 'en' });
      await page.goto(`${paths.previewMove(RABAT, HANDOVER)}?startsOn=2024-02-13&endsOn=2024-02-14`);
      expect(await page.locator('.working').isVisible()).toBe(false);
      await page.locator('#reason').focus();
      await page.keyboard.type('The hall is not free');
      await page.keyboard.press('Tab');
      const sent = page.waitForEvent('request', (request) => request.method() === 'POST');
      await page.keyboard.press('Enter');
      await sent;
      await page.waitForURL(/\/plan\/\d+$/);
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('notice');
      await expectAccessible(page);
      await moveTo(page, '2024-01-31', '2024-02-01');
    },
    LONG,
  );

  inChromium(
    'is shown without barriers what has changed meanwhile, with the reason that was typed',
    async (browser) => {
      const page = await browser.open({ as: await app.signIn('sec'), at: app.address, language: 'en' });
      await page.goto(`${paths.previewMove(RABAT, HANDOVER)}?startsOn=2024-02-13&endsOn=2024-02-14`);
      await app.rabat.task('RES-03', 'sec-2', { move: 'pin', on: '2023-12-22', reason: 'Before the feast' });
      await page.fill('#reason', 'The hall is not free');
      await page.locator('#decision button.main').click();
      await page.locator('.errors').waitFor();
      expect(await page.locator('.errors').textContent()).toContain('Something has changed since you looked');
      expect(await page.inputValue('#reason')).toBe('The hall is not free');
      await expectAccessible(page);
      await app.rabat.task('RES-03', 'sec-2', { move: 'unpin', reason: 'No more' });
    },
    LONG,
  );

  inChromium(
    'makes a handover without scripts, from the first question to the last',
    async (browser) => {
      const page = await browser.open({
        as: await app.signIn('sec'),
        at: app.address,
        language: 'en',
        javaScript: false,
      });
      const next = () => page.locator('main form button.main').click();
      await page.goto(paths.newHandover(RABAT));
      await page.check('input[value="2024-pt"]');
      await next();
      await page.check('input[value="2025-es"]');
      await next();
      await page.check('input[value="+new"]');
      await next();
      await page.fill('#meetingTitle', 'Senior Officials’ Meeting');
      await page.fill('#startsOn', '2025-01-29');
      await page.fill('#endsOn', '2025-01-30');
      await next();
      expect(await page.inputValue('#handoverDate')).toBe('2025-01-30');
      await next();
      await page.check('#template');
      await next();
      expect(await page.inputValue('#title')).toBe('Portugal to Spain');
      await next();
      // The checker of barriers is a script.
      const withScripts = await browser.open({ as: await app.signIn('sec'), at: app.address, language: 'en' });
      await withScripts.goto(page.url());
      await expectAccessible(withScripts);
      await next();
      await page.waitForURL(`**${paths.handover(RABAT, '2025-es')}`);
      expect(await app.rabat.rows(`SELECT state FROM handover WHERE id = '2025-es'`)).toEqual([{ state: 'planned' }]);
    },
    LONG,
  );
});
