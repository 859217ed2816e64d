import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';

let app: TestApp;
const ids = Array.from({ length: 60 }, (_, each) => `N${String(each).padStart(3, '0')}`);
beforeAll(async () => {
  app = await TestApp.start();
  for (const id of ids) await app.as('sec', 'post', '/members', { id, name: `Member ${id}` });
});
afterAll(() => app.close());

async function page(query: string): Promise<{ ids: string[]; next: string | null }> {
  const { body } = await app.as('watcher', 'get', `/members?${query}`);
  return { ids: (body.items as { id: string }[]).map(({ id }) => id), next: body.next as string | null };
}

describe('a list', () => {
  test('comes in pages of fifty unless said otherwise, the last without a cursor', async () => {
    const first = await page('');
    expect(first.ids).toHaveLength(50);
    const second = await page(`cursor=${String(first.next)}`);
    expect(second.next).toBeNull();
    expect([...first.ids, ...second.ids]).toEqual([...ids, 'ES', 'MA', 'PT'].sort());
  });

  test('gives everything once, whatever the size of its pages', async () => {
    for (const limit of [1, 7, 63, 200]) {
      const seen: string[] = [];
      let next: string | null = null;
      do {
        const found = await page(`limit=${String(limit)}${next === null ? '' : `&cursor=${next}`}`);
        expect(found.ids.length).toBeLessThanOrEqual(limit);
        seen.push(...found.ids);
        next = found.next;
      } while (next !== null);
      expect(seen).toEqual([...ids, 'ES', 'MA', 'PT'].sort());
    }
  });

  test('goes on behind the last thing seen although others came meanwhile', async () => {
    const first = await page('limit=10');
    await app.as('sec', 'post', '/members', { id: 'A000', name: 'Came later, stands before' });
    const second = await page(`limit=10&cursor=${String(first.next)}`);
    expect([...first.ids, ...second.ids]).toEqual(['ES', 'MA', ...ids].slice(0, 20));
  });

  test('does not take the cursor of another list', async () => {
    const first = await page('limit=1');
    const answer = await app.as('sec', 'get', `/roles?cursor=${String(first.next)}`);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'cursor' }] } });
  });
});
