import { expect } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** The widths that pages are looked at, in CSS pixels: a desk magnified four times, a telephone, a desk. */
const WIDTHS = [320, 390, 1280] as const;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Everything that is on by itself, and targets of 24 pixels. Selectors are left out: making them takes a third of the time. */
const RUN = `axe.run(document, { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'], selectors: false })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`;

/** Fails with what axe finds on the page as it is shown now. Needs a window in which scripts run: axe waits by timers. */
export async function expectAccessible(page: Page, what = page.url()): Promise<void> {
  // The policy of our pages keeps scripts of others out; what the tools of the browser evaluate is not bound by it.
  if (await page.evaluate('window.axe === undefined')) await page.evaluate(AXE);
  expect({ what, found: await page.evaluate(RUN) }).toEqual({ what, found: [] });
}

/** Whatever sticks out of the window to the side, innermost first; what scrolls in a box of its own does not. */
const STICKING_OUT = `(() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  const out = [...document.body.querySelectorAll('*')].filter((each) => {
    const { left, right, width } = each.getBoundingClientRect();
    return width > 0 && (right > wide + 0.5 || left < -0.5);
  });
  const named = out.filter((each) => !out.some((other) => other !== each && each.contains(other)));
  return ['scrolls ' + (document.documentElement.scrollWidth - wide) + ' px',
    ...named.slice(0, 5).map((each) => each.outerHTML.slice(0, 120))];
})()`;

/** Fails with what makes the page scroll sideways at one of the widths. Leaves the window at the last of them. */
export async function expectNoSidewaysScrolling(page: Page, what = page.url()): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    expect({ what, width, found: await page.evaluate(STICKING_OUT) }).toEqual({ what, width, found: [] });
  }
}
