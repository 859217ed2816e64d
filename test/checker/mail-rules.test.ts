import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HANDOVER, RABAT } from '../support/rabat.js';
import { broken, entryPlanted, eventOwed, Field, mailSent, ofTask, reminderSent, set } from './planting.js';

let field: Field;

beforeAll(async () => {
  field = await Field.lay();
});

afterAll(async () => {
  await field.close();
});

const TOLD = 'everything due was sent or is explained';
const EARLY = 'no mail early, none outside working hours';
const STALE = 'no reminder of what was over or moved';
const MANY = 'one digest a day, one message per event and person';

describe('what was due was sent, or it is said why not', () => {
  const GOV = `task_id = 'GOV-01' AND rung = 'before-10'`;

  test('a message that nobody was ever told is found', async () => {
    const found = broken(await field.after([], { grace: 0 }))[TOLD] ?? [];
    expect(found).toContainEqual(
      expect.stringContaining('reminder about task:GOV-01, due 2023-10-16T22:00:00.000Z, was never addressed'),
    );
  });

  test('a mail that was due and did not go is found', async () => {
    const stuck = reminderSent('GOV-01', 'before-10', { state: 'queued', recipient: 'sec' });
    const addressed = set('notification', `state = 'addressed'`, GOV);
    const found = broken(await field.after([...stuck, addressed], { grace: 0 }))[TOLD] ?? [];
    expect(found).toContainEqual(expect.stringMatching(/^delivery:.*was to be sent at .*, and is queued$/));
  });

  test('a message that is settled but in nobody’s mail is found', async () => {
    const settled = set('notification', `state = 'settled'`, GOV);
    const found = broken(await field.after([settled], { grace: 0 }))[TOLD] ?? [];
    expect(found).toContainEqual(expect.stringContaining('is settled, but in nobody’s mail'));
  });

  test('a message that was left out without a reason is found', async () => {
    const sent = reminderSent('GOV-01', 'before-10', { state: 'skipped', recipient: 'sec' });
    const skipped = set('delivery_item', `state = 'skipped', reason = NULL`, 'true');
    const found = broken(await field.after([...sent, skipped], { grace: 0 }))[TOLD] ?? [];
    expect(found).toContainEqual(expect.stringContaining('was left out of a mail, and nobody knows why'));
  });
});

describe('mail comes at the right time', () => {
  test('a reminder that went out before it was due is found', async () => {
    const early = { decidedAt: '2023-10-02T08:00:00.000Z', day: '2023-10-02' };
    expect(broken(await field.after(reminderSent('SOM-01', 'on', early)))[EARLY]).toEqual([
      expect.stringContaining('reminder about task:SOM-01 went out at 2023-10-02T08:00:00.000Z, but falls due at'),
    ]);
  });

  test('a mail at night is found', async () => {
    const late = { decidedAt: '2023-10-03T21:00:00.000Z' };
    expect(broken(await field.after(reminderSent('SOM-01', 'on', late)))[EARLY]).toEqual([
      expect.stringContaining('was sent at 22:00, office hours are 08:30 to 16:30'),
    ]);
  });

  test('a mail on a day off is found', async () => {
    const green = { decidedAt: '2023-11-06T09:00:00.000Z', day: '2023-11-06', recipient: 'ma-lead' };
    expect(broken(await field.after(reminderSent('GOV-02', 'before-10', green)))[EARLY]).toContainEqual(
      expect.stringContaining('was sent on 2023-11-06, a day off (Green March)'),
    );
  });

  test('two digests on one day of the reader are found', async () => {
    const one = reminderSent('SOM-01', 'on');
    const two = reminderSent('SOM-02', 'before-10', { id: '00000000-0000-4000-8000-000000000002', day: '2023-10-04' });
    const found = broken(await field.after([...one, ...two]))[MANY];
    expect(found).toEqual([expect.stringContaining('2 digests to ma-lead on 2023-10-03')]);
  });

  test('two messages to one person about one event are found', async () => {
    const at = '2023-10-04T08:00:00.000Z';
    const events = ['1', '2'].flatMap((number) => {
      const id = `00000000-0000-4000-9000-00000000000${number}`;
      const mail = { id: `00000000-0000-4000-8000-00000000000${number}`, lane: id, day: '2023-10-04', decidedAt: at };
      return [eventOwed(id, at, 'ma-lead'), ...mailSent(`'${id}'`, mail)];
    });
    expect(broken(await field.after(events))[MANY]).toEqual([
      expect.stringContaining(`2 messages to ma-lead, of plan.holiday about handover:${HANDOVER}`),
    ]);
  });
});

describe('nobody is reminded of what is over', () => {
  const after = (decidedAt: string, day: string) => ({ decidedAt, day });

  test('a reminder of an accepted task is found', async () => {
    const late = reminderSent('SOM-01', 'after-1', after('2023-10-05T08:00:00.000Z', '2023-10-05'));
    expect(broken(await field.after(late))[STALE]).toEqual([
      expect.stringContaining('was about a task that was accepted'),
    ]);
  });

  test('a reminder that was decided before the task was accepted is none', async () => {
    const timely = reminderSent('SOM-01', 'after-1', after('2023-10-04T08:30:00.000Z', '2023-10-04'));
    expect(broken(await field.after(timely))[STALE]).toBeUndefined();
  });

  test('a decision and a change of the same moment may have crossed', async () => {
    const crossing = reminderSent('SOM-01', 'after-1', after('2023-10-04T09:00:01.000Z', '2023-10-04'));
    expect(broken(await field.after(crossing))[STALE]).toHaveLength(1);
    expect(broken(await field.after(crossing, { crossing: 2 }))[STALE]).toBeUndefined();
  });

  test('a reminder of a date that had been moved is found', async () => {
    const difference = JSON.stringify({ moved: [{ taskId: 'GOV-01', from: '2023-11-02', to: '2023-12-02' }] });
    const moved = [
      `INSERT INTO plan_revision (body_id, handover_id, revision, at, actor_id, cause, anchors, difference)
       VALUES ('${RABAT}', '${HANDOVER}', 2, '2023-10-10T09:00:00Z', 'sec', 'meeting', '{}', '${difference}')`,
      set('task', `due_on = '2023-12-02', due_at = '2023-12-02T22:59:59.999Z'`, ofTask('GOV-01')),
    ];
    const before = reminderSent('GOV-01', 'before-10', {
      ...after('2023-10-10T08:00:00.000Z', '2023-10-10'),
      recipient: 'sec',
    });
    const late = reminderSent('GOV-01', 'before-10', {
      ...after('2023-10-17T08:00:00.000Z', '2023-10-17'),
      recipient: 'sec',
    });
    expect(broken(await field.after([...moved, ...before]))[STALE]).toBeUndefined();
    expect(broken(await field.after([...moved, ...late]))[STALE]).toEqual([
      expect.stringContaining('spoke of 2023-11-02, but it was due 2023-12-02'),
    ]);
  });

  test('a reminder of a cancelled handover is found', async () => {
    const facts = { from: 'planned', to: 'cancelled', sides: ['secretariat'] };
    const cancelled = entryPlanted(`handover:${HANDOVER}`, 'handover.cancelled', facts);
    const late = reminderSent('GOV-01', 'before-10', {
      ...after('2023-10-17T08:00:00.000Z', '2023-10-17'),
      recipient: 'sec',
    });
    expect(broken(await field.after([cancelled, ...late]))[STALE]).toEqual([
      expect.stringContaining('was about a handover that was cancelled'),
    ]);
  });

  test('a mail to somebody who had left is found', async () => {
    const left = set('person', `left_on = '2023-10-03'`, `id = 'ma-lead'`);
    expect(broken(await field.after([left, ...reminderSent('SOM-01', 'on')]))[STALE]).toEqual([
      expect.stringContaining('was sent on 2023-10-03 to person:ma-lead, who had left on 2023-10-03'),
    ]);
  });
});
