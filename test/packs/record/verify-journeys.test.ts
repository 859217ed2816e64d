import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { textsOf } from '../../../config/languages/pages.js';
import { faultWords } from '../../../src/engine/archive/fault-words.js';
import { check, bytesOf, smallParts } from '../../engine/small-archive.js';
import { TestApp } from '../../support/app.js';
import { inChromium } from '../../support/browser.js';

let app: TestApp;
let archive: Buffer;

beforeAll(async () => {
  app = await TestApp.start();
  archive = await bytesOf(smallParts());
});
afterAll(() => app.close());

async function choose(page: Page, buffer: Buffer): Promise<void> {
  await page.setInputFiles('#archive', { name: 'handover.zip', mimeType: 'application/zip', buffer });
}

/** What the page says in the end. */
async function verdict(page: Page, kind: 'whole' | 'fault'): Promise<string> {
  const shown = page.locator(`[data-verdict="${kind}"]`);
  await shown.waitFor({ state: 'visible' });
  return shown.innerText();
}

inChromium(
  'an archive that is whole is told to be, by whom it was signed, and nothing of it is sent',
  async (browser) => {
    const page = await browser.open({ at: app.address });
    const asked: string[] = [];
    await page.goto('/verify');
    page
      .context()
      .on('request', (request) =>
        asked.push(`${request.method()} ${new URL(request.url()).pathname} ${request.postData() ?? 'nothing'}`),
      );
    await choose(page, archive);
    const words = await verdict(page, 'whole');
    expect(words).toContain('Morocco to Portugal');
    expect(words).toContain('that is not of this installation');
    expect(words).toMatch(/Fingerprint of the key\s+[0-9a-f]{64}/);
    expect(asked.filter((one) => !/^GET \/assets\/(archive-worker|icon)\.[\w-]+\.\w+ nothing$/.test(one))).toEqual([]);
    expect(await page.evaluate('document.activeElement?.dataset.verdict')).toBe('whole');
  },
);

inChromium(
  'the first thing that is wrong is named in the language of the page, as the command names it',
  async (browser) => {
    const page = await browser.open({ at: app.address, language: 'fr' });
    await page.goto('/verify');
    for (const at of [0, 40, 5_000, archive.length - 30, archive.length - 1].filter(
      (place) => place < archive.length,
    )) {
      const spoilt = Buffer.from(archive);
      spoilt.writeUInt8(spoilt.readUInt8(at) ^ 1, at);
      const known = await check(spoilt);
      await choose(page, spoilt);
      const words = await verdict(page, 'fault');
      expect(known.ok ? 'whole' : faultWords(textsOf('fr').record.faults, known.fault)).not.toBe('whole');
      if (!known.ok) expect(words).toContain(faultWords(textsOf('fr').record.faults, known.fault));
    }
  },
);

inChromium('a page that has checked one archive checks the next, dropped on it', async (browser) => {
  const page = await browser.open({ at: app.address });
  await page.goto('/verify');
  await choose(page, archive.subarray(0, -1));
  await verdict(page, 'fault');
  await page.evaluate(
    `((numbers) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([new Uint8Array(numbers)], 'dropped.zip'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
    })(${JSON.stringify([...archive])})`,
  );
  await verdict(page, 'whole');
  expect(await page.locator('[data-verdict="fault"]').isVisible()).toBe(false);
});

inChromium('the browser itself keeps the page from sending anything', async (browser) => {
  const page = await browser.open({ at: app.address });
  await page.goto('/verify');
  const sent = await page.evaluate(`fetch('/healthz').then(() => 'sent', () => 'kept back')`).catch(() => 'kept back');
  expect(sent).toBe('kept back');
  await browser.closeAll();
});

inChromium(
  'without scripts the page says why it needs them, and how to check an archive all the same',
  async (browser) => {
    const page = await browser.open({ at: app.address, javaScript: false });
    await page.goto('/verify');
    expect(await page.locator('.without-script').isVisible()).toBe(true);
    expect(await page.locator('#archive').isVisible()).toBe(false);
    expect(await page.locator('main').innerText()).toContain('gavel verify handover.zip');
  },
);

test('neither the page nor its thread may ask for anything over the network', async () => {
  const { headers, text } = await app.stranger().get('/verify');
  expect(headers['content-security-policy']).toContain("connect-src 'none'");
  const [, worker = ''] = /data-verify="([^"]+)"/.exec(text) ?? [];
  const script = await app.stranger().get(worker);
  expect(script.status).toBe(200);
  expect(script.headers['content-security-policy']).toBe("default-src 'none'");
});

test('the page names the keys that sign and have signed here', async () => {
  const [key] = await app.rabat.rows('SELECT id FROM installation_key');
  const { text } = await app.stranger().get('/verify');
  expect(text).toContain(String(key?.id));
});
