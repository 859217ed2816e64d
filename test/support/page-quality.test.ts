import { expect } from '@jest/globals';
import { inChromium } from './browser.js';
import { expectAccessible, expectNoSidewaysScrolling } from './page-quality.js';

const HEAD = '<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1>';
const at = 'http://127.0.0.1';

inChromium('a picture without words is a barrier', async (browser) => {
  const page = await browser.open({ at });
  await page.setContent(`${HEAD}<img src="data:image/svg+xml,"></main>`);
  await expect(expectAccessible(page)).rejects.toThrow(/image-alt/);
});

inChromium('a target that is too small to be met is a barrier', async (browser) => {
  const page = await browser.open({ at });
  const small = '<button style="inline-size:9px;block-size:9px;padding:0">a</button>';
  await page.setContent(`${HEAD}${small}${small}</main>`);
  await expect(expectAccessible(page)).rejects.toThrow(/target-size/);
});

inChromium('what is wider than a telephone makes the page scroll, and is named', async (browser) => {
  const page = await browser.open({ at });
  await page.setContent(`${HEAD}<p class="wide" style="inline-size:500px">a</p></main>`);
  await expect(expectNoSidewaysScrolling(page)).rejects.toThrow(/class=\\"wide\\"/);
});

inChromium('a page without JavaScript runs none, and can be looked at', async (browser) => {
  const page = await browser.open({ at, javaScript: false });
  const script = `<script>document.querySelector('h1').textContent = 'Changed'</script>`;
  await page.goto(`data:text/html,${encodeURIComponent(`${HEAD}${script}</main>`)}`);
  expect(await page.textContent('h1')).toBe('A page');
  await expectNoSidewaysScrolling(page);
});
