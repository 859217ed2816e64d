import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { createApp } from '../../src/create-app.js';
import type { DemoPlace } from '../../src/demo/demo-place.js';
import { DemoModule } from '../../src/demo/demo.module.js';
import { openDemo, startDemo, type RunningDemo } from '../../src/demo/serve.js';
import { openLog } from '../../src/health/log.js';
import { inChromium } from '../support/browser.js';
import { freshDatabase } from '../support/database.js';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/page-quality.js';
import { openTheatre } from './theatre.js';

const MAILBOX = '/demo/mailbox';

let place: DemoPlace;
let demo: RunningDemo;

beforeAll(async () => {
  place = await openTheatre();
  demo = await startDemo(await openDemo(place), place, () => undefined);
}, 120_000);

afterAll(async () => {
  await demo.close();
  await place.release();
});

async function open(address: string): Promise<{ status: number; headers: Headers; text: string }> {
  const response = await fetch(`${demo.address}${address}`);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const mailsOn = (text: string): string[] =>
  [...text.matchAll(/href="\/demo\/mailbox\/([\w-]+)"/g)].map(([, id]) => id ?? '');

describe('the mailbox of the demo', () => {
  test('counts every mail that was sent, and shows the newest first', async () => {
    const files = (await readdir(place.environment.mailDirectory)).filter((name) => name.endsWith('.eml'));
    const { status, text } = await open(MAILBOX);
    expect(status).toBe(200);
    expect(text).toContain(`${String(files.length)} mails`);
    const times = [...text.matchAll(/<time datetime="([^"]+)"/gi)].map(([, at]) => at ?? '');
    expect(times.length).toBeGreaterThan(10);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('shows only the mails of whom is asked for', async () => {
    const address = 'pt-lead@migration-agency-pt.example';
    const { text } = await open(`${MAILBOX}?to=${encodeURIComponent(address)}&language=`);
    const shown = text.slice(text.indexOf('</form>'));
    expect(shown).toContain(address);
    expect(shown).not.toContain('sec-lead@');
  });

  test('opens a mail as its text, and as the file that would have gone over the wire', async () => {
    const [id = ''] = mailsOn((await open(MAILBOX)).text);
    expect((await open(`${MAILBOX}/${id}`)).text).toMatch(/href="\/bodies\/rabat-process\/handovers\/2024-pt/);
    const { headers, text } = await open(`${MAILBOX}/${id}/file`);
    expect(headers.get('content-type')).toContain('message/rfc822');
    expect(headers.get('content-disposition')).toContain('attachment');
    expect(text).toMatch(/^Message-ID: /im);
  });

  test.each(['unknown', '..%2f..%2fsecret-key', '%00', 'a.eml'])('has no mail named %s', async (name) => {
    expect((await open(`${MAILBOX}/${name}`)).status).toBe(404);
    expect((await open(`${MAILBOX}/${name}/file`)).status).toBe(404);
  });

  test('is not there in a database that no demo made, whatever started the process', async () => {
    const database = await freshDatabase('production');
    const { environment } = place;
    const modules = [DemoModule];
    const app = await createApp({ environment, databaseUrl: database.url, log: openLog('silent'), modules });
    try {
      await app.listen(0, '127.0.0.1');
      const address = await app.getUrl();
      expect((await fetch(`${address}${MAILBOX}`)).status).toBe(404);
      const signIn = await fetch(`${address}/sign-in`);
      expect(signIn.status).toBe(200);
      expect(await signIn.text()).not.toContain('/demo/');
    } finally {
      await app.close();
      await database.drop();
    }
  });

  inChromium('is without barriers, and never scrolls sideways', async (browser) => {
    const page = await browser.open({ at: demo.address });
    await page.goto(MAILBOX);
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await page.click('main li a');
    await page.waitForLoadState();
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
  });
});
