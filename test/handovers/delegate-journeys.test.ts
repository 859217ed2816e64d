import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { PAGE_LANGUAGES } from '../../config/languages/pages.js';
import { memberName } from '../../src/web/names.js';
import { pdf } from '../packs/files.js';
import { TestApp } from '../support/app.js';
import { inChromium } from '../support/browser.js';
import { RABAT } from '../support/rabat.js';
import { Walker } from '../support/walker.js';

const LONG = 60_000;

/** Tasks of the outgoing chair that the incoming one accepts and that take documents: one for each way through. */
const TASKS = ['OPN-01', 'OPN-02', 'OPN-03', 'RES-05', 'RES-06', 'DOC-04', 'PRO-02', 'AFT-03'];

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await app.rabat.database.change(RABAT, (em) => em.query(`UPDATE task SET depends_on = '{}'`));
});
afterAll(() => app.close());

const WAYS = PAGE_LANGUAGES.flatMap((language) => [
  { language, javaScript: true },
  { language, javaScript: false },
]).map((manner, index) => ({ manner, task: TASKS[index] ?? '' }));

describe('A delegate of the outgoing chair', () => {
  for (const { manner, task } of WAYS) {
    const { language, javaScript } = manner;
    inChromium(
      `brings a task from its beginning to its reviewer, with a file: ${javaScript ? 'with' : 'without'} scripts, in ${language}`,
      async (browser) => {
        const walker = await Walker.at(app, browser, 'ma-delegate', manner);
        const { page, texts } = walker;
        const { moves, page: words } = texts.tasks;
        await walker.openTask(task);
        await walker.expectState('open');
        await walker.button(moves.start.link).click();
        await walker.expectNotice(moves.start.done);
        await walker.expectState('started');

        await walker.link(words.addDocument).click();
        await walker.button(texts.documents.send).click();
        await walker.expectError('file', texts.documents.problems.missing());
        const file = { name: 'list.pdf', mimeType: 'application/pdf', buffer: pdf(2_000, task) };
        await walker.field(texts.documents.file).setInputFiles(file);
        await walker.field(texts.documents.name).fill('Liste – قائمة');
        await walker.button(texts.documents.send).click();
        await walker.expectNotice(texts.documents.added('Liste – قائمة'));

        await walker.link(moves.submit.link).click();
        expect(await page.locator('.move-facts').textContent()).toContain('Liste – قائمة');
        await walker.expectGood();
        await walker.field(moves.fields.note).fill('Please look at page 2');
        await walker.button(moves.submit.link).click();
        const reviewer = memberName(language, { id: 'PT', name: 'Portugal' });
        await walker.expectNotice(moves.submit.done(reviewer));
        await walker.expectState('submitted');

        const [row] = await app.rabat.rows(
          `SELECT state, (SELECT count(*)::int FROM document_version v WHERE v.task_id = t.id) AS files
             FROM task t WHERE id = $1`,
          [task],
        );
        expect(row).toEqual({ state: 'submitted', files: 1 });
      },
      LONG,
    );
  }
});
