import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isRefused } from '../../src/storage/database.js';
import { must, RABAT, RabatHandover, SIGN } from '../support/rabat.js';

describe('The handover from Morocco to Portugal', () => {
  let rabat: RabatHandover;

  beforeAll(async () => {
    rabat = await RabatHandover.plannedAt('2023-10-02T08:00:00Z');
  });
  afterAll(() => rabat.close());

  /** Settles tasks in the database itself: how they get there is for the tests of tasks. */
  const settle = async (where: string) => {
    await rabat.database.change(RABAT, (em) =>
      em.query(
        `UPDATE task SET state = 'accepted', submitted_sides = '{secretariat}', submitted_persons = '{sec}' WHERE ${where}`,
      ),
    );
  };

  test('cannot be frozen before every mandatory task ahead of it is settled; each is named with whose move it is', async () => {
    must(await rabat.tryHandover('sec', { move: 'prepare' }));
    const answer = await rabat.tryHandover('sec', { move: 'freeze' });
    if (!isRefused(answer)) throw new Error('Expected a refusal');
    const sections = answer.gates.filter(({ code }) => code === 'handover.section_undecided');
    expect(sections.map(({ about }) => about?.id)).toEqual([
      ...['GOV', 'RES', 'OPN', 'PRG', 'SOM', 'PRO', 'DOC', 'CON', 'SYS', 'COM', 'AFT'],
    ]);
    const others = answer.gates.filter(({ code }) => code !== 'handover.section_undecided');
    expect(others.every(({ code }) => code === 'handover.task_unsettled')).toBe(true);
    expect(answer.gates.map(({ about }) => about?.id)).toEqual(expect.arrayContaining(['GOV-01', 'DOC-05']));
    expect(answer.gates.map(({ about }) => about?.id)).not.toContain('AFT-01');
  });

  test('is signed once a lead of each chair has signed', async () => {
    await settle('due_on < (SELECT handover_date FROM handover WHERE id = task.handover_id)');
    await rabat.acceptSections();
    must(await rabat.tryHandover('sec', { move: 'freeze' }));
    expect(isRefused(await rabat.tryHandover('ma-delegate', SIGN))).toBe(true);
    expect(must(await rabat.tryHandover('ma-lead', SIGN)).state).toBe('signing');
    expect(must(await rabat.tryHandover('pt-lead', SIGN)).state).toBe('signed');
  });

  test('reopened has void signatures, which stay readable', async () => {
    must(await rabat.tryHandover('sec', { move: 'reopen', reason: 'A page is missing' }));
    expect(await rabat.rows('SELECT round, side FROM signature ORDER BY side')).toHaveLength(2);
    must(await rabat.tryHandover('sec', { move: 'freeze' }));
    must(await rabat.tryHandover('ma-lead', SIGN));
    must(await rabat.tryHandover('pt-lead', SIGN));
    expect(await rabat.rows('SELECT DISTINCT round FROM signature ORDER BY round')).toEqual([
      { round: 0 },
      { round: 1 },
    ]);
  });

  test('does not take effect before its day, nor while what blocks it is open', async () => {
    const answer = await rabat.tryHandover('sec', { move: 'effect' });
    if (!isRefused(answer)) throw new Error('Expected a refusal');
    expect(answer.gates.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['handover.too_early', 'handover.task_unsettled']),
    );
  });

  test('taking effect concludes one term and starts the other in the same instant', async () => {
    await settle('blocks_handover');
    await rabat.setClock('2024-02-01T11:00:00Z');
    expect(must(await rabat.tryHandover('sec', { move: 'effect' })).state).toBe('effected');
    const terms = await rabat.rows(
      'SELECT id, state, effective_end, iso_instant(chair_from) AS from, iso_instant(chair_until) AS until FROM term ORDER BY position',
    );
    const instant = '2024-02-01T11:00:00.000Z';
    expect(terms).toEqual([
      {
        id: '2022-ma',
        state: 'concluded',
        effective_end: '2024-02-01',
        from: '2022-12-14T00:00:00.000Z',
        until: instant,
      },
      { id: '2024-pt', state: 'serving', effective_end: null, from: instant, until: null },
    ]);
    expect(
      await rabat.rows(`SELECT action FROM account_entry WHERE stream = 'body' AND action LIKE 'term.%' ORDER BY seq`),
    ).toEqual([{ action: 'term.concluded' }, { action: 'term.started' }]);
  });

  test('is closed only when the aftercare is settled too', async () => {
    expect(isRefused(await rabat.tryHandover('sec', { move: 'close' }))).toBe(true);
    await settle('true');
    expect(must(await rabat.tryHandover('sec', { move: 'close' })).state).toBe('closed');
  });
});
