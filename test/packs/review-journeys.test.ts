import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { CommentOnSection } from '../../src/packs/review/comment-on-section.js';
import { paths } from '../../src/web/paths.js';
import { TestApp } from '../support/app.js';
import { inChromium, type TestBrowser } from '../support/browser.js';
import { expectNoSidewaysScrolling } from '../support/page-quality.js';
import { HANDOVER, must, RABAT } from '../support/rabat.js';
import { Walker, type Manner } from '../support/walker.js';
import { settleTasks } from './settled-tasks.js';

const LONG = 60_000;
const QUESTION = 'Page 4: who signs? – من يوقع؟';
const REASON = 'Page 2: the date is missing – التاريخ ناقص';
const RESERVATION = 'A shorter notice – مهلة أقصر';

/** Each way through in a section of its own. */
const WAYS: readonly (Manner & { readonly section: string })[] = [
  { language: 'en', javaScript: true, section: 'GOV' },
  { language: 'ar', javaScript: true, section: 'RES' },
  { language: 'fr', javaScript: false, section: 'OPN' },
  { language: 'pt', javaScript: false, section: 'CON' },
];

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await settleTasks(app.rabat, 'true');
  must(await app.rabat.tryHandover('sec', { move: 'prepare' }));
});
afterAll(() => app.close());

/** One who puts the section together, and one who decides on it, each before a window of their own. */
class Review {
  private constructor(
    private readonly address: string,
    private readonly sender: Walker,
    private readonly reviewer: Walker,
  ) {}

  static async of(section: string, browser: TestBrowser, manner: Manner): Promise<Review> {
    const sender = await Walker.at(app, browser, 'ma-lead', manner);
    const reviewer = await Walker.at(app, browser, 'pt-lead', manner);
    return new Review(paths.section(RABAT, HANDOVER, section), sender, reviewer);
  }

  async send(summary: string): Promise<void> {
    const { page, texts } = this.sender;
    await page.goto(this.address);
    await this.sender.link(texts.review.standing.present).click();
    await this.sender.field(texts.review.fields.summary).fill(summary);
    await this.sender.button(texts.review.present.button).click();
    await page.waitForURL(this.address);
    expect(await page.locator('.standing .tag').textContent()).toBe(texts.layout.sectionStates.in_review);
  }

  async ask(): Promise<void> {
    const { page, texts } = this.reviewer;
    const { comments } = texts.review;
    await page.goto(this.address);
    await this.reviewer.field(comments.label).fill(QUESTION);
    await page.locator('.mentions summary').click();
    await page.locator('[id="mention:ma-lead"]').check();
    await this.reviewer.button(comments.button).click();
    await this.reviewer.expectNotice(comments.done);
    expect(await page.locator('.comment').textContent()).toContain('ma-lead');
  }

  async answer(text: string): Promise<void> {
    const { page, texts } = this.sender;
    const { comments } = texts.review;
    await page.goto(this.address);
    expect(await page.locator('.came-back blockquote').textContent()).toBe(REASON);
    await this.sender.field(comments.label).fill(text);
    await this.sender.field(comments.isAnswer).selectOption({ index: 1 });
    await this.sender.button(comments.button).click();
    await page.locator('.comment .comment').waitFor();
    expect(await page.locator('.comment .comment').textContent()).toContain(text);
  }

  async returnIt(): Promise<void> {
    const { page, texts } = this.reviewer;
    const { decision } = texts.review;
    await page.locator('input[value="return"]').check();
    await this.reviewer.button(decision.button).click();
    await this.reviewer.expectError('text', texts.layout.fields.missing);
    expect(await page.locator('input[value="return"]').isChecked()).toBe(true);
    await this.reviewer.field(decision.text).fill(REASON);
    await this.reviewer.button(decision.button).click();
    await page.locator('.came-back').waitFor();
    expect(await page.locator('.came-back blockquote').textContent()).toBe(REASON);
  }

  async acceptWithReservation(): Promise<void> {
    const { page, texts } = this.reviewer;
    const { decision, fields } = texts.review;
    await page.goto(this.address);
    await page.locator('input[value="accept_with_reservation"]').check();
    await this.reviewer.field(decision.text).fill(RESERVATION);
    await page.locator('.follow-up summary').click();
    await this.reviewer.field(fields.followUp).selectOption('incoming');
    await this.reviewer.field(decision.dueOn).fill('2024-05-02');
    await this.reviewer.button(decision.button).click();
    await page.locator('.said').waitFor();
    const { accepted_with_reservation: state } = texts.layout.sectionStates;
    expect(await page.locator('.standing .tag').textContent()).toBe(state);
    await this.reviewer.expectGood();
  }

  /** What both sides see in the end: the reservation, and the task that it led to. */
  async expectCommitment(): Promise<void> {
    const { page, texts } = this.sender;
    await page.goto(this.address);
    expect(await page.locator('.said blockquote').textContent()).toBe(RESERVATION);
    await page.locator('.standing a[href*="/tasks/"]').click();
    await page.locator('.task-actions').waitFor();
    expect(await page.locator('.task-actions .tag').textContent()).toBe(texts.layout.states.committed);
  }
}

describe('A section', () => {
  for (const { section, ...manner } of WAYS) {
    const scripts = manner.javaScript ? 'with' : 'without';
    inChromium(
      `is sent, asked about, returned, mended and accepted with a reservation: ${scripts} scripts, in ${manner.language}`,
      async (browser) => {
        const review = await Review.of(section, browser, manner);
        await review.send('What was agreed.');
        await review.ask();
        await review.returnIt();
        await review.answer('The minister, on page 5.');
        await review.send('What was agreed on 2 October.');
        await review.acceptWithReservation();
        await review.expectCommitment();
      },
      LONG,
    );
  }
});

describe('The page of a section', () => {
  const present = async (section: string): Promise<void> => {
    const summary = `${'What was agreed. '.repeat(20)}\nhttps://files.example/${'long'.repeat(30)}`;
    must(await app.rabat.trySection(section, 'ma-delegate', { move: 'present', summary, needs: 'One\nTwo' }));
  };

  for (const language of ['en', 'ar'] as const) {
    inChromium(
      `has no barrier and scrolls nowhere sideways, however far the review is: in ${language}`,
      async (browser) => {
        const [reviewed, returned, changed] = language === 'en' ? ['PRG', 'SOM', 'PRO'] : ['DOC', 'SYS', 'COM'];
        for (const section of [reviewed, returned, changed]) await present(section);
        const about = { bodyId: RABAT, handoverId: HANDOVER, sectionId: reviewed };
        const comments = app.app.get(CommentOnSection);
        const remark = { text: QUESTION, mentions: ['ma-lead'], parentId: null };
        const { id: parentId } = must(await comments.execute({ ...about, personId: 'pt-delegate' }, remark));
        must(await comments.execute({ ...about, personId: 'ma-lead' }, { ...remark, mentions: [], parentId }));
        must(await app.rabat.trySection(returned, 'pt-lead', { move: 'return', reason: REASON }));
        must(await app.rabat.trySection(changed, 'pt-lead', { move: 'accept' }));
        must(await app.rabat.trySection(changed, 'sec', { move: 'change', summary: 'Anew', needs: '' }));

        const reviewer = await Walker.at(app, browser, 'pt-lead', { language, javaScript: true });
        const sender = await Walker.at(app, browser, 'ma-lead', { language, javaScript: true });
        const of = (section: string): string => paths.section(RABAT, HANDOVER, section);
        const seen: readonly (readonly [Walker, string])[] = [
          [reviewer, of(reviewed)],
          [reviewer, paths.sectionDecision(RABAT, HANDOVER, returned)],
          [sender, of(returned)],
          [sender, of(changed)],
          [sender, paths.presentSection(RABAT, HANDOVER, changed)],
        ];
        for (const [walker, address] of seen) {
          await walker.page.goto(address);
          await walker.expectGood();
          await expectNoSidewaysScrolling(walker.page);
        }
      },
      LONG,
    );
  }
});
