import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { PAGE_LANGUAGES } from '../../config/languages/pages.js';
import { memberName } from '../../src/web/names.js';
import { paths } from '../../src/web/paths.js';
import { TestApp } from '../support/app.js';
import { inChromium } from '../support/browser.js';
import { HANDOVER, must, RABAT } from '../support/rabat.js';
import { bringToSigning, takeChairBack } from '../support/ready-to-sign.js';
import { Walker } from '../support/walker.js';
import { pdf, png } from './files.js';

const LONG = 60_000;
const PASSING = paths.passing(RABAT, HANDOVER);
const REASON = 'Annex 3 is missing – الملحق ناقص';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await bringToSigning(app.rabat);
});
afterAll(() => app.close());

/** Nobody has signed, and the pack is open: the next journey begins. */
async function beginAnew(): Promise<void> {
  const [row] = await app.rabat.rows('SELECT state FROM handover WHERE id = $1', [HANDOVER]);
  if (row?.state === 'effected') await takeChairBack(app.rabat);
  if (row?.state !== 'preparing') must(await app.rabat.tryHandover('sec', { move: 'reopen', reason: 'Once more' }));
  await app.rabat.acceptSections();
}

/** What the page says of who has signed. */
async function signatures({ page }: Walker): Promise<string[]> {
  await page.goto(PASSING);
  const rows = await page.locator('.signatures').first().locator('> li').allTextContents();
  return rows.map((row) => row.replace(/[\u2066-\u2069]/g, '').trim());
}

describe('The secretariat and both chairs', () => {
  // Each language once, every other one without scripts: the path is the same.
  for (const [index, language] of PAGE_LANGUAGES.entries()) {
    const javaScript = index % 2 === 0;
    const manner = { language, javaScript };
    const [morocco, portugal] = [
      memberName(language, { id: 'MA', name: 'Morocco' }),
      memberName(language, { id: 'PT', name: 'Portugal' }),
    ];
    inChromium(
      `freeze the pack, sign it by words and on paper, and let the chair pass: ${javaScript ? 'with' : 'without'} scripts, in ${language}`,
      async (browser) => {
        await beginAnew();
        const officer = await Walker.at(app, browser, 'sec', manner);
        const { signing, handovers } = officer.texts;
        await officer.page.goto(PASSING);
        await officer.expectGood();
        await officer.link(signing.moves.freeze).click();
        await officer.button(handovers.moves.freeze.button).click();
        await officer.expectNotice(handovers.moves.freeze.done);

        const outgoing = await Walker.at(app, browser, 'ma-lead', manner);
        await outgoing.page.goto(PASSING);
        await outgoing.link(signing.moves.sign(morocco)).click();
        await outgoing.expectGood();
        await outgoing.field(signing.sign.rank).fill('Directrice <générale>');
        const [wrong, words] = [portugal, morocco].map((name) => signing.declaration.confirm(name));
        await outgoing.field(signing.sign.confirmation).fill(wrong ?? '');
        await outgoing.button(signing.sign.button(morocco)).click();
        await outgoing.expectError('confirmation', signing.sign.differ(words ?? ''));
        expect(await outgoing.field(signing.sign.rank).inputValue()).toBe('Directrice <générale>');
        await outgoing.field(signing.sign.confirmation).fill(words ?? '');
        await outgoing.button(signing.sign.button(morocco)).click();
        await outgoing.expectNotice(signing.sign.done);

        const incoming = await Walker.at(app, browser, 'pt-lead', manner);
        expect(await signatures(incoming)).toEqual([
          expect.stringContaining('Directrice <générale>'),
          signing.signatures.waits(portugal),
        ]);
        await incoming.link(signing.moves.sign(portugal)).click();
        await incoming.link(signing.sign.toPaper).click();
        await incoming.field(signing.sign.rank).fill('Diretora-Geral');
        const paper = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });
        await incoming.page.setInputFiles('#file', paper('signed.pdf', png()));
        await incoming.button(signing.paper.button).click();
        await incoming.expectError('file', signing.paper.onlyPdf);
        await incoming.page.setInputFiles('#file', paper('signed.pdf', pdf()));
        await incoming.button(signing.paper.button).click();
        await incoming.expectNotice(signing.sign.doneBoth);

        await officer.page.goto(PASSING);
        expect(await officer.page.locator('.lead').textContent()).toBe(signing.lead.ready);
        await officer.link(signing.moves.effect).click();
        await officer.page.locator('input[value="meeting"]').check();
        await officer.field(signing.effect.confirmation).fill('?');
        await officer.button(signing.effect.button).click();
        await officer.expectError('confirmation', signing.sign.differ(signing.effect.words(portugal)));
        expect(await officer.page.locator('input[value="meeting"]').isChecked()).toBe(true);
        await officer.field(signing.effect.confirmation).fill(signing.effect.words(portugal));
        await officer.button(signing.effect.button).click();
        await officer.expectNotice(signing.effect.done(portugal));

        await outgoing.page.goto(PASSING);
        expect(await outgoing.page.locator('#passed-title').textContent()).toBe(signing.passed.title);
        expect(await outgoing.link(signing.moves.sign(morocco)).count()).toBe(0);
        await outgoing.expectGood();
      },
      LONG,
    );
  }

  for (const javaScript of [true, false]) {
    inChromium(
      `reopen a pack that one has signed: the form of the other signs nothing any more, and the void signature stays readable, ${javaScript ? 'with' : 'without'} scripts`,
      async (browser) => {
        const manner = { language: 'en', javaScript } as const;
        await beginAnew();
        must(await app.rabat.tryHandover('sec', { move: 'freeze' }));
        const outgoing = await Walker.at(app, browser, 'ma-lead', manner);
        const { signing, handovers, layout } = outgoing.texts;
        const sign = async (walker: Walker, member: string): Promise<void> => {
          await walker.field(signing.sign.rank).fill('Director');
          await walker.field(signing.sign.confirmation).fill(signing.declaration.confirm(member));
          await walker.button(signing.sign.button(member)).click();
        };
        const incoming = await Walker.at(app, browser, 'pt-lead', manner);
        for (const { page } of [outgoing, incoming]) await page.goto(paths.sign(RABAT, HANDOVER));
        await sign(outgoing, 'Morocco');
        await outgoing.expectNotice(signing.sign.done);

        const officer = await Walker.at(app, browser, 'sec', manner);
        await officer.page.goto(PASSING);
        await officer.link(signing.moves.reopen).click();
        await officer.button(handovers.moves.reopen.button).click();
        await officer.expectError('reason', layout.fields.missing);
        await officer.field(handovers.moves.reopen.reason).fill(REASON);
        await officer.button(handovers.moves.reopen.button).click();
        await officer.expectNotice(handovers.moves.reopen.done);

        await sign(incoming, 'Portugal');
        await incoming.page.locator('.refusals').waitFor();
        await incoming.expectGood();
        expect(await signatures(incoming)).toEqual([
          signing.signatures.waits('Morocco'),
          signing.signatures.waits('Portugal'),
        ]);
        const past = incoming.page.locator('details', { hasText: signing.signatures.void }).first();
        await past.locator('> summary').click();
        expect(await past.locator('li').first().textContent()).toContain('ma-lead, Director');
        await incoming.page.goto(paths.activity(RABAT, HANDOVER));
        expect(await incoming.page.locator('main').textContent()).toContain(REASON);
      },
      LONG,
    );
  }
});
