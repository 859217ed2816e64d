import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanChange } from '../../src/engine/plan/re-planning.js';
import { ApplyPlan } from '../../src/handovers/apply-plan.js';
import { PreviewPlan, type PlanPreview } from '../../src/handovers/preview-plan.js';
import { databaseDigest } from '../support/database-digest.js';
import { HANDOVER, must, RABAT, RabatHandover } from '../support/rabat.js';

const MEETING = 'som-2024-rabat';
const meetingOn = (startsOn: string | null, endsOn: string | null): PlanChange => ({
  kind: 'meeting',
  meetingId: MEETING,
  startsOn,
  endsOn,
  keepHandoverDate: false,
});
const AS_PLANNED = meetingOn('2024-01-31', '2024-02-01');
const NINE_DAYS_LATER = meetingOn('2024-02-13', '2024-02-14');

describe('Re-planning a handover', () => {
  let rabat: RabatHandover;

  beforeAll(async () => {
    rabat = await RabatHandover.plannedAt('2023-10-02T08:00:00Z');
    await rabat.task('RES-01', 'sec', { move: 'start' });
    await rabat.task('PRG-06', 'sec', { move: 'pin', on: '2024-01-19', reason: 'Agreed with the minister' });
  });
  afterAll(() => rabat.close());

  const preview = async (change: PlanChange): Promise<PlanPreview> =>
    must(await new PreviewPlan(rabat.database).execute(RABAT, change));
  const apply = async (change: PlanChange, token: string) =>
    new ApplyPlan(rabat.database).execute(RABAT, 'sec', change, token, 'The hall is not free');
  const applyFresh = async (change: PlanChange) => must(await apply(change, (await preview(change)).token));
  const dates = () => rabat.rows('SELECT id, due_on, due_at, compressed FROM task ORDER BY id');
  const reminders = () =>
    rabat.rows(
      `SELECT task_id, rung, for_due, due_at FROM notification WHERE rung IS NOT NULL AND state = 'owed' ORDER BY 1, 2, 3`,
    );

  test('shows every date old and new, and changes nothing by it', async () => {
    const before = await databaseDigest(rabat.url);
    const { handovers } = await preview(NINE_DAYS_LATER);
    expect(await databaseDigest(rabat.url)).toBe(before);
    const [handover] = handovers;
    expect(handover?.anchors.after).toMatchObject({
      MEETING_START: '2024-02-13',
      HANDOVER_DATE: '2024-02-14',
      TERM_START: '2024-02-14',
    });
    expect(handover?.difference.moved.length).toBeGreaterThan(50);
    expect(handover?.difference.pinned.map(({ taskId }) => taskId)).toEqual(['PRG-06']);
    expect(handover?.told).toEqual(['ma-delegate', 'ma-lead', 'pt-delegate', 'pt-lead', 'sec', 'sec-2']);
  });

  test('there and back again gives every task and every reminder its date back', async () => {
    const [tasksBefore, remindersBefore] = [await dates(), await reminders()];
    await applyFresh(NINE_DAYS_LATER);
    expect(await dates()).not.toEqual(tasksBefore);
    await applyFresh(AS_PLANNED);
    expect(await dates()).toEqual(tasksBefore);
    expect(await reminders()).toEqual(remindersBefore);
  });

  test('owes one message to each person who works in the handover, save the one who moved it', async () => {
    const owed = await rabat.rows(
      `SELECT recipient_id, count(*)::int AS messages FROM notification WHERE kind = 'plan.meeting' GROUP BY 1 ORDER BY 1`,
    );
    expect(owed).toEqual(
      ['ma-delegate', 'ma-lead', 'pt-delegate', 'pt-lead', 'sec-2'].map((recipient_id) => ({
        recipient_id,
        messages: 2,
      })),
    );
  });

  test('is refused with the new preview when a task of it has changed since', async () => {
    const { token } = await preview(NINE_DAYS_LATER);
    await rabat.task('RES-03', 'sec', { move: 'pin', on: '2023-12-22', reason: 'Before the feast' });
    const before = await databaseDigest(rabat.url);
    const answer = await apply(NINE_DAYS_LATER, token);
    expect(answer).toMatchObject({ refused: true, gates: [{ code: 'plan.preview_stale' }] });
    expect(await databaseDigest(rabat.url)).toBe(before);
    const fresh = (answer as unknown as { preview: PlanPreview }).preview;
    expect(must(await apply(NINE_DAYS_LATER, fresh.token)).handovers[0]?.handoverId).toBe(HANDOVER);
    await applyFresh(AS_PLANNED);
    await rabat.task('RES-03', 'sec', { move: 'unpin', reason: 'No more' });
  });

  test('for a meeting postponed without a date takes the dates and the reminders away, and gives them back with a date', async () => {
    const tasksBefore = await dates();
    await applyFresh(meetingOn(null, null));
    const undated = await rabat.rows('SELECT id FROM task WHERE due_on IS NOT NULL');
    expect(undated).toEqual([{ id: 'PRG-06' }]);
    expect(
      await rabat.rows(`SELECT DISTINCT task_id FROM notification WHERE rung IS NOT NULL AND state = 'owed'`),
    ).toEqual([{ task_id: 'PRG-06' }]);
    await applyFresh(AS_PLANNED);
    expect(await dates()).toEqual(tasksBefore);
  });

  test('for a holiday decreed late moves what steps over that day, and only that', async () => {
    const decreed: PlanChange = {
      kind: 'holiday',
      calendarId: 'MA',
      date: '2024-01-15',
      name: 'Mourning',
      provisional: false,
    };
    const { handovers } = await preview(decreed);
    const moved = handovers[0]?.difference.moved.map(({ taskId }) => taskId) ?? [];
    expect(moved).toContain('OPN-01');
    expect(moved).not.toContain('CON-01');
    await applyFresh(decreed);
    const [row] = await rabat.rows(`SELECT due_on FROM task WHERE id = 'OPN-01'`);
    expect(row?.due_on).toBe('2024-01-09');
    await applyFresh({ kind: 'working_day', calendarId: 'MA', date: '2024-01-15' });
    expect(await rabat.rows(`SELECT due_on FROM task WHERE id = 'OPN-01'`)).toEqual([{ due_on: '2024-01-10' }]);
  });

  test('with the chair passing on the agreed day leaves the handover date where it is', async () => {
    const { handovers } = await preview({ ...NINE_DAYS_LATER, keepHandoverDate: true } as PlanChange);
    expect(handovers[0]?.anchors.after).toMatchObject({ MEETING_START: '2024-02-13', HANDOVER_DATE: '2024-02-01' });
  });

  test('applied by two at the same instant happens once, and the other sees what is so now', async () => {
    const { token } = await preview(NINE_DAYS_LATER);
    const answers = await Promise.all([apply(NINE_DAYS_LATER, token), apply(NINE_DAYS_LATER, token)]);
    expect(answers.filter((answer) => answer !== null && 'handovers' in answer)).toHaveLength(1);
    expect(answers.filter((answer) => answer !== null && 'preview' in answer)).toHaveLength(1);
    await applyFresh(AS_PLANNED);
  });

  test('of a meeting that the body does not have is about nothing', async () => {
    expect(
      await new PreviewPlan(rabat.database).execute(RABAT, { ...AS_PLANNED, meetingId: 'nowhere' } as PlanChange),
    ).toBeNull();
  });
});
