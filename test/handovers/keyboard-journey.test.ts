import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { TestApp } from '../support/app.js';
import { inChromium } from '../support/browser.js';
import { RABAT } from '../support/rabat.js';
import { Walker } from '../support/walker.js';

const LONG = 60_000;
/** Tasks that need no document: one for each way through. */
const [EASY, EMPTY] = ['OPN-04', 'CON-04'];

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await app.rabat.database.change(RABAT, (em) => em.query(`UPDATE task SET depends_on = '{}'`));
});
afterAll(() => app.close());

/** What has the focus: its words, and whether one sees that it has it. */
interface Focused {
  readonly words: string;
  readonly isSeen: boolean;
}

const FOCUSED = `(() => {
  const has = document.activeElement;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(has);
  const { width, height, top, bottom } = has.getBoundingClientRect();
  const isMarked = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  const isInside = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
  const label = has.labels && has.labels.length > 0 ? has.labels[0] : has;
  return { words: label.textContent.trim(), isSeen: isMarked && isInside };
})()`;

/** Goes on with the Tab key until that has the focus; fails where the focus cannot be seen on the way. */
async function tabTo(page: Page, words: string): Promise<void> {
  const passed: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<Focused>(FOCUSED);
    expect(focused).toEqual({ ...focused, isSeen: true });
    if (focused.words === words) return;
    passed.push(focused.words);
    if (passed.length > 80) throw new Error(`No ${words} among ${passed.join(' | ')}`);
  }
}

async function press(page: Page, key: 'Enter' | 'Space'): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press(key)]);
}

describe('With the keyboard alone', () => {
  inChromium(
    'a delegate starts a task and sends it for review, and always sees where the focus is',
    async (browser) => {
      const walker = await Walker.at(app, browser, 'ma-delegate', { language: 'en', javaScript: true });
      const { page, texts } = walker;
      const { moves } = texts.tasks;
      await page.goto('/');
      await page.waitForURL(/handovers/);
      await tabTo(page, texts.layout.skip);
      await tabTo(page, texts.layout.pages.tasks);
      await press(page, 'Enter');
      await page.waitForURL(/\/tasks$/);
      await tabTo(page, await titleOf(EASY));
      await press(page, 'Enter');
      await page.waitForURL(new RegExp(`/tasks/${EASY}$`));
      await tabTo(page, moves.start.link);
      await press(page, 'Space');
      await walker.expectNotice(moves.start.done);
      expect((await page.evaluate<Focused>(FOCUSED)).isSeen).toBe(true);
      await tabTo(page, moves.submit.link);
      await press(page, 'Enter');
      await page.waitForURL(/\/submit$/);
      await tabTo(page, moves.fields.note);
      await page.keyboard.type('Ready');
      await tabTo(page, moves.submit.link);
      await press(page, 'Enter');
      await walker.expectNotice(moves.submit.done('Portugal'));
      await walker.expectState('submitted');
    },
    LONG,
  );

  inChromium(
    'a reviewer who forgets the reason is led from the list of errors to the field',
    async (browser) => {
      await app.rabat.task(EMPTY, 'ma-delegate', { move: 'start' });
      await app.rabat.task(EMPTY, 'ma-delegate', { move: 'submit' });
      const walker = await Walker.at(app, browser, 'pt-lead', { language: 'ar', javaScript: true });
      const { page, texts } = walker;
      const { moves } = texts.tasks;
      await walker.openTask(EMPTY);
      await tabTo(page, moves.return.link);
      await press(page, 'Enter');
      await page.waitForURL(/\/return$/);
      await tabTo(page, moves.return.link);
      await press(page, 'Space');
      await walker.expectError('reason', texts.layout.fields.missing);
      expect((await page.evaluate<Focused>(FOCUSED)).isSeen).toBe(true);
      await tabTo(page, `${moves.fields.reason}: ${texts.layout.fields.missing}`);
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('reason');
      await page.keyboard.type('التاريخ ناقص');
      await tabTo(page, moves.return.link);
      await press(page, 'Enter');
      await walker.expectState('returned');
    },
    LONG,
  );
});

async function titleOf(task: string): Promise<string> {
  const [row] = await app.rabat.rows(`SELECT title->>'en' AS title FROM task WHERE id = $1`, [task]);
  return String(row?.title);
}
