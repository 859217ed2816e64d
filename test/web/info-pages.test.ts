import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PAGE_LANGUAGES } from '../../config/languages/pages.js';
import { textsOf } from '../../config/languages/pages.js';
import { TestApp } from '../support/app.js';

const PAGES = { '/help': 'help', '/accessibility': 'accessibility', '/personal-data': 'personalData' } as const;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

test.each(Object.entries(PAGES))('%s explains in every language, to everyone', async (address, name) => {
  for (const language of PAGE_LANGUAGES) {
    const answer = await app.stranger().get(address, { headers: { cookie: `gavel-language=${language}` } });
    const info = textsOf(language).info[name];
    expect([answer.status, answer.headers['content-language']]).toEqual([200, language]);
    for (const { title } of info.parts) expect(answer.text).toContain(title);
  }
});

test('whoever is signed in stays so before their eyes', async () => {
  const { text } = await (await app.signIn('ma-lead')).get('/help');
  expect(text).toContain('<bdi>ma-lead</bdi>');
});
