import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HANDOVER, RABAT, RabatHandover } from '../support/rabat.js';
import { readProjectFile } from '../support/project-file.js';

interface Example {
  readonly workedExample: { readonly dueDates: Readonly<Record<string, string>> };
}

const template = JSON.parse(readProjectFile('config/templates/rabat-som-handover.json')) as Example;

describe('A handover made from the template', () => {
  let rabat: RabatHandover;

  beforeAll(async () => {
    rabat = await RabatHandover.plannedAt('2023-10-02T08:00:00Z');
  });
  afterAll(() => rabat.close());

  test('has every task of the template with the date of the worked example', async () => {
    const rows = await rabat.rows('SELECT id, due_on FROM task WHERE handover_id = $1 ORDER BY position', [HANDOVER]);
    expect(Object.fromEntries(rows.map((row) => [row.id, row.due_on]))).toEqual(template.workedExample.dueDates);
  });

  test('owes reminders for every dated task before anything is queued', async () => {
    const rows = await rabat.rows(
      `SELECT count(DISTINCT task_id)::int AS tasks, count(*)::int AS reminders FROM notification WHERE rung IS NOT NULL AND state = 'owed'`,
    );
    expect(rows[0]?.tasks).toBe(60);
    expect(rows[0]?.reminders).toBeGreaterThan(250);
  });

  test('opens its account with who made it, from which template', async () => {
    const rows = await rabat.rows(`SELECT seq::int, action, actor FROM account_entry WHERE stream = $1`, [HANDOVER]);
    expect(rows).toEqual([{ seq: 1, action: 'handover.created', actor: 'sec' }]);
  });

  test('is not seen from another body', async () => {
    await rabat.addBody('other-body');
    const seen: unknown[] = await rabat.database.read('other-body', (em) =>
      em.query('SELECT id FROM task WHERE body_id = $1', [RABAT]),
    );
    expect(seen).toEqual([]);
  });
});
