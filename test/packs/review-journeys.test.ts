import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { PAGE_LANGUAGES } from '../../config/languages/pages.js';
import { paths } from '../../src/web/paths.js';
import { TestApp } from '../support/app.js';
import { inChromium } from '../support/browser.js';
import { HANDOVER, must, RABAT } from '../support/rabat.js';
import { Walker } from '../support/walker.js';

const LONG = 60_000;
const REASON = 'Page 2: the date is missing – التاريخ ناقص';
const GOV = paths.section(RABAT, HANDOVER, 'GOV');

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await app.rabat.database.change(RABAT, (em) =>
    em.query(
      `UPDATE task SET state = 'accepted', submitted_sides = '{secretariat}', submitted_persons = '{sec-2}' WHERE section_id = 'GOV'`,
    ),
  );
  must(await app.rabat.tryHandover('sec', { move: 'prepare' }));
});
afterAll(() => app.close());

let round = 0;

describe('The review of a section', () => {
  for (const language of PAGE_LANGUAGES) {
    for (const javaScript of [true, false]) {
      const manner = { language, javaScript };
      inChromium(
        `is asked for, returned, mended and accepted: ${javaScript ? 'with' : 'without'} scripts, in ${language}`,
        async (browser) => {
          round += 1;
          if (round > 1)
            must(
              await app.rabat.trySection('GOV', 'sec', {
                move: 'change',
                summary: `Round ${String(round)}`,
                needs: '',
              }),
            );
          const sender = await Walker.at(app, browser, 'ma-delegate', manner);
          const reviewer = await Walker.at(app, browser, 'pt-lead', manner);
          const { review, layout } = sender.texts;

          await sender.page.goto(GOV);
          await sender.link(review.standing.present).click();
          await sender.expectGood();
          await sender.field(review.fields.summary).fill('What was agreed.');
          await sender.button(review.present.button).click();

          await reviewer.page.goto(GOV);
          await reviewer.expectGood();
          await reviewer.page.locator('input[value="return"]').check();
          await reviewer.button(review.decision.button).click();
          await reviewer.expectError('text', layout.fields.missing);
          expect(await reviewer.page.locator('input[value="return"]').isChecked()).toBe(true);
          await reviewer.field(review.decision.text).fill(REASON);
          await reviewer.button(review.decision.button).click();
          await reviewer.expectGood();
          expect(await reviewer.page.locator('.came-back blockquote').textContent()).toBe(REASON);

          await sender.page.goto(GOV);
          await sender.link(review.standing.present).click();
          await sender.field(review.fields.summary).fill('What was agreed on 2 October.');
          await sender.button(review.present.button).click();

          await reviewer.page.goto(GOV);
          await reviewer.page.locator('input[value="accept"]').check();
          await reviewer.button(review.decision.button).click();
          expect(await reviewer.page.locator('.standing .tag').textContent()).toBe(layout.sectionStates.accepted);
          await sender.page.goto(paths.pack(RABAT, HANDOVER));
          expect(await sender.page.locator('.pack .tag').first().textContent()).toBe(layout.sectionStates.accepted);
        },
        LONG,
      );
    }
  }
});
