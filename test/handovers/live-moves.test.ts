import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { PAGE_LANGUAGES } from '../../config/languages/pages.js';
import { paths } from '../../src/web/paths.js';
import { TestApp } from '../support/app.js';
import { inChromium } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { HANDOVER, RABAT } from '../support/rabat.js';
import { Walker } from '../support/walker.js';

const LONG = 60_000;
/** A task of the outgoing chair that is due some working days before the handover. */
const MOVED = 'OPN-02';
const HALF = 'Half of a sentence, نصف';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await app.rabat.task(MOVED, 'ma-delegate', { move: 'start' });
});
afterAll(() => app.close());

/** Where the meeting goes, from one language to the next. */
const DAYS = [
  ['2024-02-13', '2024-02-14'],
  ['2024-02-20', '2024-02-21'],
  ['2024-02-27', '2024-02-28'],
  ['2024-03-05', '2024-03-06'],
] as const;

/** From the overview to the new revision, by the words on the pages. */
async function moveMeeting(secretariat: Walker, [first, last]: readonly [string, string]): Promise<void> {
  const { page, texts } = secretariat;
  await page.goto(paths.handover(RABAT, HANDOVER));
  await secretariat.link(texts.move.titles.meeting).click();
  await secretariat.expectGood();
  await secretariat.field(texts.move.firstDay).first().fill(first);
  await secretariat.field(texts.move.lastDay).first().fill(last);
  await secretariat.button(texts.move.preview).click();
  await page.waitForURL(/preview/);
  await secretariat.expectGood();
  await page.locator('#decision button.main').click();
  await secretariat.expectError('reason', texts.layout.fields.missing);
  await page.fill('#reason', 'The hall is not free');
  await page.locator('#decision button.main').click();
  await page.waitForURL(/\/plan\/\d+$/);
  await secretariat.expectGood();
}

/** Fails unless a part comes to show something else. */
async function expectOther(part: Locator, before: string | null): Promise<void> {
  await eventually(`other than ${before ?? 'nothing'}`, async () => (await part.textContent()) !== before);
}

describe('When the secretariat moves the meeting', () => {
  for (const [index, language] of PAGE_LANGUAGES.entries()) {
    inChromium(
      `both sides see it in their open windows, and nothing is taken from their hands, in ${language}`,
      async (browser) => {
        const manner = { language, javaScript: true };
        const outgoing = await Walker.at(app, browser, 'ma-delegate', manner);
        const writing = await Walker.at(app, browser, 'ma-lead', manner);
        const incoming = await Walker.at(app, browser, 'pt-lead', manner);
        const { tasks, live } = incoming.texts;

        await outgoing.page.goto(paths.handover(RABAT, HANDOVER));
        await incoming.page.goto(`${paths.tasks(RABAT, HANDOVER)}?show=all`);
        await incoming.page.focus('#filter-person');
        await writing.openTask(MOVED);
        await writing.field(tasks.page.commentLabel).click();
        await writing.page.keyboard.type(HALF);
        const windows = [outgoing, writing, incoming];
        for (const { page } of windows) await page.evaluate('window.isTheSame = true');
        const days = outgoing.page.locator('#days-left');
        const due = incoming.page.locator(`#due-${MOVED}`);
        const [daysBefore, dueBefore] = [await days.textContent(), await due.textContent()];

        const secretariat = await Walker.at(app, browser, 'sec', manner);
        await moveMeeting(secretariat, DAYS[index] ?? DAYS[0]);

        await expectOther(days, daysBefore);
        await expectOther(due, dueBefore);
        await writing.page.locator('#changed', { hasText: live.taskChanged }).waitFor();
        expect(await writing.field(tasks.page.commentLabel).inputValue()).toBe(HALF);
        await writing.page.keyboard.type('!');
        expect(await writing.field(tasks.page.commentLabel).inputValue()).toBe(`${HALF}!`);
        expect(await incoming.page.evaluate('document.activeElement.id')).toBe('filter-person');
        for (const { page } of windows) expect(await page.evaluate('window.isTheSame')).toBe(true);
        await writing.expectGood();

        await writing.link(live.showNow).click();
        expect(await writing.page.locator('ol.events').textContent()).toContain(tasks.page.events['plan.revised']);
      },
      LONG,
    );
  }
});
