import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { HANDOVER, RABAT, type PersonId } from '../support/rabat.js';

const LIST = `/bodies/${RABAT}/handovers`;
const LINK = `href="${LIST}/${HANDOVER}"`;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

async function listFor(person: PersonId): Promise<string> {
  const { status, text } = await (await app.signIn(person)).get(LIST);
  expect(status).toBe(200);
  return text.slice(text.indexOf('<main'));
}

describe('the list of handovers', () => {
  test('shows each with its chairs, its day and how much is settled', async () => {
    const html = await listFor('sec');
    expect(html).toContain(LINK);
    expect(html).toContain('Morocco to Portugal');
    expect(html).toContain('0 of 60 tasks settled');
    expect(html).toContain('in 122 days');
    expect(html).toContain('>Planned</h2>');
  });

  test.each(['ma-delegate', 'pt-lead', 'watcher'] as const)('shows %s what they may read', async (person) => {
    expect(await listFor(person)).toContain(LINK);
  });

  test('shows a bystander nothing, and whom to ask', async () => {
    const html = await listFor('es-delegate');
    expect(html).not.toContain(LINK);
    expect(html).toContain('No handover is shared with you.');
  });

  test('moves a handover to those that are running', async () => {
    await app.rabat.tryHandover('sec', { move: 'prepare' });
    const html = await listFor('sec');
    expect(html).toContain('>Running</h2>');
    expect(html).not.toContain('>Planned</h2>');
  });
});
