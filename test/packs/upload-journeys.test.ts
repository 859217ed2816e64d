import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { CDPSession, Page } from 'playwright-core';
import { LOCALES, PAGE_LANGUAGES } from '../../config/languages/pages.js';
import { fileSize } from '../../src/web/sizes.js';
import { inChromium, inWholeChromium, type TestBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { Line } from '../support/line.js';
import type { PersonId } from '../support/rabat.js';
import { Walker, type Manner } from '../support/walker.js';
import { pdf } from './files.js';
import { PAGES, SendingApp } from './sending.js';

const LONG = 60_000;
const TITLE = 'The list – القائمة';
const IN_ENGLISH = { language: 'en', javaScript: true } as const;

let sending: SendingApp;
beforeAll(async () => {
  sending = await SendingApp.start();
});
afterAll(() => sending.close());

/** Somebody at the form, with everything filled in but the file. */
async function atForm(
  browser: TestBrowser,
  manner: Manner,
  person: PersonId = 'ma-delegate',
  address = sending.app.address,
): Promise<Walker> {
  const walker = await Walker.at(sending.app, browser, person, manner, address);
  await walker.page.goto(`${PAGES}/new`);
  await walker.field(walker.texts.documents.name).fill(TITLE);
  await walker.page.selectOption('#language', 'es');
  await walker.page.check('#marking-restricted');
  return walker;
}

async function choose({ page }: Walker, buffer: Buffer, name = 'list.pdf'): Promise<void> {
  await page.setInputFiles('#file', { name, mimeType: 'application/pdf', buffer });
}

async function expectKept({ page }: Walker): Promise<void> {
  expect(await page.inputValue('#title')).toBe(TITLE);
  expect(await page.inputValue('#language')).toBe('es');
  expect(await page.isChecked('#marking-restricted')).toBe(true);
}

async function stored(): Promise<number> {
  const [row] = await sending.app.rabat.rows('SELECT count(*)::int AS count FROM document_version');
  return Number(row?.count);
}

/** Makes the window send so many bytes a second; without a number, as many as it can. */
async function slowDown(page: Page, uploadThroughput = -1): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const rest = { offline: false, latency: 0, downloadThroughput: -1 };
  await session.send('Network.emulateNetworkConditions', { ...rest, uploadThroughput });
  return session;
}

describe('Sending a file with scripts', () => {
  for (const language of PAGE_LANGUAGES) {
    inChromium(
      `that is refused says why at the field, keeps what was typed, and works at the next try, in ${language}`,
      async (browser) => {
        const before = await stored();
        const walker = await atForm(browser, { language, javaScript: true });
        const { documents } = walker.texts;
        const refused = [
          [Buffer.from('MZ, a program'), documents.problems.type()],
          [Buffer.alloc(0), documents.problems.empty()],
        ] as const;
        for (const [content, words] of refused) {
          await choose(walker, content);
          const answer = walker.page.waitForResponse((each) => each.request().method() === 'POST');
          await walker.button(documents.send).click();
          expect((await answer).status()).toBe(422);
          await walker.page.locator('#file-error', { hasText: words }).waitFor();
          await walker.expectError('file', words);
          await expectKept(walker);
        }
        await choose(walker, pdf(900, language));
        await walker.button(documents.send).click();
        await walker.expectNotice(documents.added(TITLE));
        expect(await stored()).toBe(before + 1);
        expect(await sending.files('incoming')).toEqual([]);
      },
      LONG,
    );
  }

  inChromium('that is too large is not even begun, and says so at the field', async (browser) => {
    const walker = await atForm(browser, IN_ENGLISH);
    const { page, texts } = walker;
    const words = texts.documents.problems.tooLarge(fileSize({ locale: LOCALES.en }, 1_000_000));
    let sent = 0;
    page.on('request', (request) => (sent += request.method() === 'POST' ? 1 : 0));
    await choose(walker, pdf(1_000_001));
    expect(await page.textContent('#file-error')).toBe(words);
    await walker.button(texts.documents.send).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('file');
    expect(await page.getAttribute('#file', 'aria-describedby')).toBe('file-hint file-error');
    expect(await page.locator('[data-upload]').isVisible()).toBe(false);
    await walker.expectGood();
    await expectKept(walker);
    await choose(walker, pdf(901, 'smaller'));
    expect(await page.locator('#file-error').count()).toBe(0);
    expect(await page.getAttribute('#file', 'aria-describedby')).toBe('file-hint');
    expect(sent).toBe(0);
    await walker.button(texts.documents.send).click();
    await walker.expectNotice(texts.documents.added(TITLE));
  });

  inChromium(
    'shows how far it is; where the line breaks it says so, nothing is kept, and the second try works',
    async (browser) => {
      const before = await stored();
      const { line, url } = await Line.to(sending.app.address);
      try {
        const walker = await atForm(browser, { ...IN_ENGLISH, isCut: true }, 'ma-delegate', new URL(url).origin);
        const { page, texts } = walker;
        const { progress, send, added } = texts.documents;
        const box = page.locator('[data-upload]');
        expect(await box.isVisible()).toBe(false);
        await choose(walker, pdf(990_000, 'slow'));
        const network = await slowDown(page, 150_000);
        await walker.button(send).click();
        await eventually('some of it', async () => Number(await page.getAttribute('progress', 'value')) > 0);
        expect(await box.locator('[data-numbers]').textContent()).toMatch(/^0(\.\d)? MB of 1 MB/);
        expect(await box.getByLabel(progress.label).isVisible()).toBe(true);
        expect(await walker.button(send).isDisabled()).toBe(true);
        await walker.expectGood();
        await eventually('some of it there', async () => (await sending.files('incoming')).length === 1);

        line.cut();
        await box.locator('[role=status]', { hasText: progress.broken }).waitFor();
        expect(await box.locator('progress').isVisible()).toBe(false);
        await walker.expectGood();
        await expectKept(walker);
        await eventually('nothing left of it', async () => (await sending.files('incoming')).length === 0);
        expect(await stored()).toBe(before);

        line.mend();
        await network.detach();
        await walker.button(send).click();
        await walker.expectNotice(added(TITLE));
        expect(await stored()).toBe(before + 1);
      } finally {
        await line.close();
      }
    },
    LONG,
  );

  inChromium(
    'of which there were too many says so in the words of the page, and keeps what was typed',
    async (browser) => {
      const eager = await sending.app.signIn('ma-lead');
      for (let sent = 0; sent < 60; sent++) await sending.post(eager, { content: null });
      const walker = await atForm(browser, IN_ENGLISH, 'ma-lead');
      await choose(walker, pdf(902, 'later'));
      const { tooMany, tooManyHelp } = walker.texts.layout.errors;
      await walker.button(walker.texts.documents.send).click();
      await walker.page.locator('[data-says]', { hasText: `${tooMany} – ${tooManyHelp}` }).waitFor();
      await expectKept(walker);
      expect(await walker.button(walker.texts.documents.send).isEnabled()).toBe(true);
      await walker.expectGood();
    },
  );

  inChromium('of somebody who was signed out meanwhile leads to signing in', async (browser) => {
    const walker = await atForm(browser, IN_ENGLISH);
    await choose(walker, pdf(903, 'too late'));
    await walker.page.context().clearCookies({ name: 'gavel-session' });
    await walker.button(walker.texts.documents.send).click();
    await walker.page.waitForURL('**/sign-in');
  });
});

inWholeChromium('A PDF that was sent is shown by the browser, shut in as it is', async (browser) => {
  const id = await sending.sent('ma-delegate', { content: pdf(950, 'shown') });
  const page = await browser.open({ as: await sending.app.signIn('pt-lead'), at: sending.app.address });
  await page.goto(`${PAGES}/${id}`);
  // The viewer of Chromium is an extension in a frame: it is not there where a file is saved or kept out.
  const viewer = await eventually('the viewer', () =>
    page.frames().find((frame) => frame.url().startsWith('chrome-extension:')),
  );
  await viewer.locator('#pagelength', { hasText: '1' }).waitFor();
});
