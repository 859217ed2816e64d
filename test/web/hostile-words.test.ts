import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { DemoModule } from '../../src/demo/demo.module.js';
import { plantKnownAsset } from '../packs/content/planted-asset.js';
import { plantPlans } from '../packs/content/planted-plans.js';
import { TestApp } from '../support/app.js';
import { inChromium } from '../support/browser.js';
import { HANDOVER, RABAT, type PersonId } from '../support/rabat.js';
import { PAGES_TO_SEE, type PageToSee } from './pages.js';

const HOSTILE = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;{{7*7}}`;
/** Whatever follows on the line is read backwards, where nothing ends it. */
const BACKWARDS = '\u202E';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ modules: [DemoModule] });
  await plantPlans(app);
  await plantKnownAsset(app);
  const owner = new pg.Client({ connectionString: app.rabat.url });
  await owner.connect();
  // Names of one line take no marks of direction: the database sees to that.
  for (const [table, column] of [
    ['body', 'name'],
    ['body', 'secretariat_name'],
    ['member', 'name'],
    ['office', 'name'],
    ['person', 'name'],
    ['meeting', 'title'],
    ['meeting', 'place'],
    ['handover', 'title'],
    ['asset', 'name'],
    ['action_plan', 'title'],
    ['term_result', 'text'],
  ]) {
    await owner.query(`UPDATE ${table} SET ${column} = left(${column}, 20) || $1`, [HOSTILE]);
  }
  const words = HOSTILE + BACKWARDS;
  for (const table of ['task', 'section']) {
    await owner.query(
      `UPDATE ${table} SET title = (SELECT jsonb_object_agg(key, value || $1) FROM jsonb_each_text(title))`,
      [words],
    );
  }
  await owner.query('UPDATE task SET description = description || $1, evidence_kind = evidence_kind || $1', [words]);
  await owner.query(
    `INSERT INTO task_comment (body_id, handover_id, task_id, id, author_id, at, text)
     VALUES ($1, $2, 'DOC-04', gen_random_uuid(), 'ma-lead', '2023-10-02T08:00:00Z', $3)`,
    [RABAT, HANDOVER, words],
  );
  await owner.end();
});
afterAll(() => app.close());

/** Those whose words come from people. */
const PAGES = PAGES_TO_SEE.filter(
  (page): page is PageToSee & { as: PersonId } => page.as !== null && page.status === undefined,
);
const READERS = [...new Set(PAGES.map(({ as }) => as))];
const pagesOf = (person: PersonId) => PAGES.filter(({ as }) => as === person);

/** Marks of direction that no element around them ends; a line of its own ends them, too. */
const UNENDED = `(() => {
  const ends = (element) => /isolate|plaintext/.test(getComputedStyle(element).unicodeBidi);
  const isLine = (element) => !/^inline$|^contents$/.test(getComputedStyle(element).display);
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.includes('\\u202E') || text.parentElement.closest('option, textarea, svg') !== null) continue;
    let element = text.parentElement;
    while (!ends(element) && !isLine(element)) element = element.parentElement;
    if (!ends(element) && element.textContent.trimEnd() !== text.data.trimEnd()) found.push(element.outerHTML.slice(0, 300));
  }
  return found;
})()`;

describe('words that people wrote', () => {
  test.each(READERS)('are text and nothing else on the pages of %s', async (person) => {
    const visitor = await app.signIn(person);
    let seen = 0;
    for (const { address } of pagesOf(person)) {
      const { status, text } = await visitor.get(address);
      expect({ address, status }).toEqual({ address, status: 200 });
      expect({ address, alive: /<script>alert|<img src=x|"'>/.exec(text) }).toEqual({ address, alive: null });
      if (text.includes('&lt;script>alert(1)')) seen += 1;
    }
    expect(seen).toBe(pagesOf(person).length);
  });

  inChromium(
    'turn no words around them, whichever direction they take',
    async (browser) => {
      for (const person of READERS) {
        const page: Page = await browser.open({ as: await app.signIn(person), at: app.address });
        for (const { address } of pagesOf(person)) {
          await page.goto(address);
          expect({ address, found: await page.evaluate(UNENDED) }).toEqual({ address, found: [] });
        }
      }
    },
    120_000,
  );
});
