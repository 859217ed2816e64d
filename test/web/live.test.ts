import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DemoModule } from '../../src/demo/demo.module.js';
import { TestApp } from '../support/app.js';
import { inChromium } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { HANDOVER, RABAT, type PersonId } from '../support/rabat.js';
import { Ear } from './ear.js';

const OVERVIEW = `/bodies/${RABAT}/handovers/${HANDOVER}`;
const TASKS = `${OVERVIEW}/tasks`;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ modules: [DemoModule] });
});
afterAll(() => app.close());

/** The newest entry of the handover's account. */
async function newest(): Promise<number> {
  const [row] = await app.rabat.rows('SELECT seq::int AS seq FROM account WHERE stream = $1', [HANDOVER]);
  return Number(row?.seq);
}

/** Where a page listens that shows everything up to an entry. */
function listening(at: string, after: number): string {
  const shown = { after: String(after), of: '2023-10-02T08:00:00.000Z', at, place: 'overview', language: 'en' };
  return `${OVERVIEW}/events?${new URLSearchParams(shown).toString()}`;
}

/** Starts a task that can be started. */
async function start(person: PersonId, task: string): Promise<void> {
  const path = `/handovers/${HANDOVER}/tasks/${task}`;
  const { headers } = await app.as(person, 'get', path);
  const answer = await app.as(person, 'post', `${path}/start`, {}, { 'if-match': headers.etag });
  expect([task, answer.status]).toEqual([task, 200]);
}

describe('an open page', () => {
  inChromium('shows what others do without being loaded again, and says it once', async (browser) => {
    const page = await browser.open({ as: await app.signIn('ma-lead'), at: app.address, language: 'en' });
    await page.goto(OVERVIEW);
    const before = await page.textContent('#readiness');
    await page.evaluate('window.isTheSame = true');
    await start('ma-delegate', 'OPN-02');
    await eventually('a sentence', async () => (await page.textContent('#say')) !== '');
    expect(await page.textContent('#say')).toMatch(/^ma-delegate started /);
    expect(await page.textContent('#feed li:first-child')).toMatch(/ma-delegate started/);
    expect(await page.textContent('#readiness')).not.toBe(before);
    expect(await page.evaluate('window.isTheSame')).toBe(true);
  });

  inChromium(
    'of the checklist follows states and numbers, and leaves rows and focus where they are',
    async (browser) => {
      const page = await browser.open({ as: await app.signIn('ma-lead'), at: app.address, language: 'en' });
      await page.goto(`${TASKS}?show=all`);
      const started = page.locator('label.chip', { has: page.locator('input[value=started]') }).locator('b');
      const before = Number(await started.textContent());
      await page.focus('#filter-person');
      await start('ma-delegate', 'OPN-03');
      await eventually('the state', async () => (await page.textContent('#state-OPN-03')) === 'In progress');
      expect(Number(await started.textContent())).toBe(before + 1);
      expect(await page.evaluate('document.activeElement.id')).toBe('filter-person');
    },
  );

  inChromium('follows the clock of a demo', async (browser) => {
    const page = await browser.open({ as: await app.signIn('pt-lead'), at: app.address, language: 'en' });
    await page.goto(OVERVIEW);
    const days = await page.textContent('#days-left b');
    await (await app.signIn('sec')).post('/demo/clock', { step: 'day' });
    await eventually('a day less', async () => Number(await page.textContent('#days-left b')) === Number(days) - 1);
    expect(await page.textContent('#demo-now')).toMatch(/^3 October 2023/);
  });

  test('hears nothing that it shows already', async () => {
    const ear = await Ear.open(app.address, await app.signIn('ma-lead'), listening('/help', await newest()));
    await start('ma-lead', 'SOM-01');
    await ear.hears('id: ');
    const [first] = ear.heard.split('id: ').slice(1);
    expect(first).not.toContain('id="say"');
    ear.close();
  });

  test('of a browser that saves data does not listen', async () => {
    const visitor = await app.signIn('ma-lead');
    expect((await visitor.get(OVERVIEW)).text).toContain('hx-sse:connect');
    const headers = { 'save-data': 'on' };
    expect((await visitor.get(OVERVIEW, { headers })).text).not.toContain('hx-sse:connect');
    expect((await visitor.get(listening(OVERVIEW, 0), { headers })).text).toBe('event: over\ndata: -\n\n');
  });
});

describe('a line to an open page', () => {
  test('that was cut is taken up where it broke', async () => {
    const before = await newest();
    await start('ma-lead', 'SOM-06');
    const ear = await Ear.open(app.address, await app.signIn('pt-lead'), listening(OVERVIEW, 0), before);
    await ear.hears(`id: ${String(before + 1)}\n`);
    await ear.hears('hx-swap="textContent"><bdi class="actor">ma-lead</bdi>');
    ear.close();
  });

  test('ends when its session ends, and does not come back', async () => {
    const visitor = await app.signIn('ma-delegate');
    const ear = await Ear.open(app.address, visitor, listening(OVERVIEW, await newest()));
    await visitor.post('/sign-out', {});
    await ear.hears('event: over');
    await ear.isLetGo();
    expect(ear.heard).toContain('Your session has ended.');
    const again = await Ear.open(app.address, visitor, listening(OVERVIEW, 0));
    await again.isLetGo();
    expect(again.heard).toContain('event: over');
    expect(again.heard).not.toContain('id="feed"');
  });

  test('ends when its reader may not see the handover any more', async () => {
    const visitor = await app.signIn('watcher');
    const ear = await Ear.open(app.address, visitor, listening(OVERVIEW, await newest()));
    const [role] = await app.rabat.rows(`SELECT id, version FROM role_grant WHERE person_id = 'watcher'`);
    const path = `/roles/${String(role?.id)}/end`;
    const answer = await app.as(
      'sec',
      'post',
      path,
      { untilDay: '2023-10-03' },
      { 'if-match': `"${String(role?.version)}"` },
    );
    expect(answer.status).toBe(200);
    await ear.hears('event: over');
    await ear.isLetGo();
  });

  test('is one of five of a session: the oldest makes room', async () => {
    const visitor = await app.signIn('ma-lead');
    const ears: Ear[] = [];
    const address = listening(OVERVIEW, await newest());
    for (let count = 0; count < 6; count++) ears.push(await Ear.open(app.address, visitor, address));
    await ears[0]?.isLetGo();
    expect(ears[0]?.heard).toContain('event: over');
    expect(ears.slice(1).map(({ isClosed }) => isClosed)).toEqual([false, false, false, false, false]);
    for (const ear of ears) ear.close();
  });

  test('takes no session further: an open page is no sign that somebody is there', async () => {
    const visitor = await app.signIn('ma-lead');
    const seen = async (): Promise<unknown> =>
      (await app.rabat.rows(`SELECT max(last_seen_at)::text AS seen FROM session WHERE person_id = 'ma-lead'`))[0]
        ?.seen;
    await app.rabat.database.change(RABAT, (em) =>
      em.query(`UPDATE session SET last_seen_at = last_seen_at - interval '10 minutes' WHERE person_id = 'ma-lead'`),
    );
    const before = await seen();
    const ear = await Ear.open(app.address, visitor, listening(OVERVIEW, 0));
    await ear.hears('id="feed"');
    expect(await seen()).toBe(before);
    await visitor.get(OVERVIEW);
    expect(await seen()).not.toBe(before);
    ear.close();
  });
});

test('a process that ends waits for no open page', async () => {
  const other = await TestApp.start();
  const ear = await Ear.open(other.address, await other.signIn('ma-lead'), listening(OVERVIEW, 0));
  await ear.hears('id="feed"');
  const began = performance.now();
  await other.close();
  expect(performance.now() - began).toBeLessThan(5_000);
  await eventually('the stream ends', () => ear.isClosed);
  expect(ear.heard).not.toContain('event: over');
});
