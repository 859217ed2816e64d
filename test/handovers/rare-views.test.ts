import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { PAGE_LANGUAGES } from '../../config/languages/pages.js';
import { paths } from '../../src/web/paths.js';
import { addPublicDocument } from '../packs/public-document.js';
import { TestApp } from '../support/app.js';
import { inChromium } from '../support/browser.js';
import { expectNoSidewaysScrolling } from '../support/page-quality.js';
import { HANDOVER, RABAT } from '../support/rabat.js';
import { Walker } from '../support/walker.js';
import { bringToReviewer } from './bring-to-reviewer.js';

const LONG = 60_000;
/** Two tasks that need no document: one that is settled, one that goes to its reviewer. */
const [SETTLED, REVIEWED] = ['OPN-04', 'CON-04'];
const PINNED = 'SOM-06';
const REASON = 'Page 2 – الصفحة الثانية';

let app: TestApp;
let piece: string;
beforeAll(async () => {
  app = await TestApp.start();
  const { rabat } = app;
  await rabat.database.change(RABAT, (em) => em.query(`UPDATE task SET depends_on = '{}'`));
  await bringToReviewer(rabat, SETTLED);
  await rabat.task(SETTLED, 'pt-lead', { move: 'accept' });
  await rabat.task(PINNED, 'sec', { move: 'pin', on: '2023-12-22', reason: 'Before the feast' });
  await rabat.task('OPN-02', 'ma-delegate', { move: 'start' });
  piece = await addPublicDocument(app, 'OPN-02');
});
afterAll(() => app.close());

const moveAt = (task: string, move: string): string => paths.moveTask(RABAT, HANDOVER, task, move);

async function expectReadable(walker: Walker): Promise<void> {
  await walker.expectGood();
  await expectNoSidewaysScrolling(walker.page);
}

/** Opens a page on which something can be sent. */
async function ask(walker: Walker, address: string): Promise<void> {
  expect([address, (await walker.page.goto(address))?.status()]).toEqual([address, 200]);
  expect([address, await walker.page.locator('main form button.main').count()]).toEqual([address, 1]);
  await expectReadable(walker);
}

/** Sends what stands on the page. @param status of the answer, which is a page. */
async function send(walker: Walker, status: number): Promise<void> {
  const answer = walker.page.waitForResponse((each) => each.request().method() === 'POST');
  await walker.page.locator('main form button.main').click();
  const { url, found } = await answer.then((each) => ({ url: each.url(), found: each.status() }));
  expect([url, found]).toEqual([url, status]);
  await walker.page.locator('.errors').first().waitFor();
  await expectReadable(walker);
}

describe.each(PAGE_LANGUAGES)(
  'Views that few people see are without barriers and do not scroll sideways, in %s:',
  (language) => {
    const manner = { language, javaScript: true };

    inChromium(
      'moves that are thought over, and what is said when a field was forgotten',
      async (browser) => {
        const secretariat = await Walker.at(app, browser, 'sec', manner);
        await ask(secretariat, moveAt(PINNED, 'unpin'));
        await secretariat.page.goto(moveAt(PINNED, 'pin'));
        await send(secretariat, 422);
        await secretariat.expectError('on', secretariat.texts.layout.fields.missing);

        const delegate = await Walker.at(app, browser, 'ma-delegate', manner);
        await ask(delegate, paths.removeEvidence(RABAT, HANDOVER, 'OPN-02', piece));
        await delegate.page.goto(paths.addLink(RABAT, HANDOVER, 'OPN-02'));
        await send(delegate, 422);

        const lead = await Walker.at(app, browser, 'pt-lead', manner);
        await ask(lead, moveAt(SETTLED, 'reopen'));
        await ask(lead, moveAt('PRO-02', 'waive'));
      },
      LONG,
    );

    inChromium(
      'what has changed meanwhile, and what is not possible any more',
      async (browser) => {
        await bringToReviewer(app.rabat, REVIEWED);
        const walker = await Walker.at(app, browser, 'pt-delegate', manner);
        await ask(walker, moveAt(REVIEWED, 'return'));
        await walker.page.fill('#reason', REASON);
        await app.rabat.task(REVIEWED, 'sec', { move: 'comment', text: 'I have called Lisbon' });
        await send(walker, 409);
        expect(await walker.page.inputValue('#reason')).toBe(REASON);
        await app.rabat.task(REVIEWED, 'pt-lead', { move: 'accept' });
        await send(walker, 409);
        expect(await walker.page.locator('.kept blockquote').textContent()).toBe(REASON);
      },
      LONG,
    );
  },
);
