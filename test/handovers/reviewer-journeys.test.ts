import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { PAGE_LANGUAGES } from '../../config/languages/pages.js';
import type { TaskState } from '../../src/engine/tasks/task.js';
import { memberName } from '../../src/web/names.js';
import { paths } from '../../src/web/paths.js';
import { TestApp } from '../support/app.js';
import { inChromium, type TestBrowser } from '../support/browser.js';
import { HANDOVER, RABAT } from '../support/rabat.js';
import { Walker, type Manner } from '../support/walker.js';
import { bringToReviewer } from './bring-to-reviewer.js';

const LONG = 60_000;
/** Two tasks of the outgoing chair that need no document and that the incoming one accepts. */
const [GOOD, POOR] = ['OPN-04', 'CON-04'];
const REASON = 'Page 2: the date is missing – التاريخ ناقص';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await app.rabat.database.change(RABAT, (em) => em.query(`UPDATE task SET depends_on = '{}'`));
});
afterAll(() => app.close());

/** What somebody of the other side reads of a task, on its page and in the list. */
async function seenBy(browser: TestBrowser, manner: Manner, task: string, state: TaskState): Promise<Walker> {
  const other = await Walker.at(app, browser, 'ma-delegate', manner);
  await other.page.goto(`${paths.tasks(RABAT, HANDOVER)}?show=all`);
  expect(await other.page.locator(`#state-${task} .tag`).textContent()).toBe(other.texts.layout.states[state]);
  await other.openTask(task);
  await other.expectState(state);
  return other;
}

describe('A lead of the incoming chair', () => {
  for (const language of PAGE_LANGUAGES) {
    for (const javaScript of [true, false]) {
      const manner = { language, javaScript };
      inChromium(
        `accepts one task and returns another with a reason, and both sides see it: ${javaScript ? 'with' : 'without'} scripts, in ${language}`,
        async (browser) => {
          await bringToReviewer(app.rabat, GOOD);
          await bringToReviewer(app.rabat, POOR);
          const walker = await Walker.at(app, browser, 'pt-lead', manner);
          const { moves } = walker.texts.tasks;

          await walker.openTask(GOOD);
          await walker.link(moves.accept.link).click();
          await walker.expectGood();
          await walker.button(moves.accept.link).click();
          await walker.expectNotice(moves.accept.done);
          await walker.expectState('accepted');

          await walker.openTask(POOR);
          await walker.link(moves.return.link).click();
          await walker.button(moves.return.link).click();
          await walker.expectError('reason', walker.texts.layout.fields.missing);
          await walker.field(moves.fields.reason).fill(REASON);
          await walker.button(moves.return.link).click();
          await walker.expectNotice(moves.return.done(memberName(language, { id: 'MA', name: 'Morocco' })));
          await walker.expectState('returned');

          await seenBy(browser, manner, GOOD, 'accepted');
          const other = await seenBy(browser, manner, POOR, 'returned');
          expect(await other.page.locator('.came-back blockquote').textContent()).toBe(REASON);
          expect(await other.button(moves.start.linkAgain).isVisible()).toBe(true);
        },
        LONG,
      );
    }
  }
});
