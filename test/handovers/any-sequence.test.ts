import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sha256 } from '../../src/audit/account.js';
import type { HandoverCommand } from '../../src/engine/handovers/handover.js';
import type { PlanChange } from '../../src/engine/plan/re-planning.js';
import type { TaskCommand } from '../../src/engine/tasks/task.js';
import { ApplyPlan } from '../../src/handovers/apply-plan.js';
import { PreviewPlan } from '../../src/handovers/preview-plan.js';
import { isRefused } from '../../src/storage/database.js';
import { databaseDigest } from '../support/database-digest.js';
import { HANDOVER, PEOPLE, RABAT, RabatHandover, type PersonId, SIGN } from '../support/rabat.js';

/** One thing that somebody tries, whether it is possible or not. */
type Step =
  | { readonly does: 'task'; readonly taskId: string; readonly who: PersonId; readonly command: TaskCommand }
  | { readonly does: 'handover'; readonly who: PersonId; readonly command: HandoverCommand }
  | { readonly does: 'replan'; readonly change: PlanChange }
  | { readonly does: 'settle' }
  | { readonly does: 'wait'; readonly until: string };

const person = fc.constantFrom(...(Object.keys(PEOPLE) as PersonId[]));
const reason = 'As agreed';
const taskCommand = fc.constantFrom<TaskCommand>(
  { move: 'start' },
  { move: 'submit' },
  { move: 'accept' },
  { move: 'return', reason },
  { move: 'waive', reason },
  { move: 'reopen', reason },
  { move: 'commit', reason, dueOn: '2024-06-03' },
  { move: 'pin', on: '2024-01-19', reason },
  { move: 'unpin', reason },
);
const handoverCommand = fc.constantFrom<HandoverCommand>(
  { move: 'prepare' },
  { move: 'freeze' },
  SIGN,
  { move: 'reopen', reason },
  { move: 'effect' },
  { move: 'effect', withoutSignature: { reference: 'Note 1' } },
  { move: 'close' },
  { move: 'cancel', reason },
);
const planChange = fc.constantFrom<PlanChange>(
  {
    kind: 'meeting',
    meetingId: 'som-2024-rabat',
    startsOn: '2024-02-13',
    endsOn: '2024-02-14',
    keepHandoverDate: false,
  },
  {
    kind: 'meeting',
    meetingId: 'som-2024-rabat',
    startsOn: '2024-01-31',
    endsOn: '2024-02-01',
    keepHandoverDate: false,
  },
  { kind: 'meeting', meetingId: 'som-2024-rabat', startsOn: null, endsOn: null, keepHandoverDate: true },
  { kind: 'effect_date', handoverId: HANDOVER, handoverDate: '2024-01-29', termStart: '2024-01-29' },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('task' as const),
      taskId: fc.constantFrom('RES-06', 'SOM-06', 'CON-04', 'PRO-04'),
      who: person,
      command: taskCommand,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('handover' as const),
      who: fc.constantFrom<PersonId>('sec', 'ma-lead', 'pt-lead'),
      command: handoverCommand,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('replan' as const), change: planChange }) },
  { weight: 1, arbitrary: fc.constant<Step>({ does: 'settle' }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('wait' as const),
      until: fc.constantFrom('2024-01-12T08:00:00Z', '2024-02-01T11:00:00Z', '2024-02-14T11:00:00Z'),
    }),
  },
);

describe('Any sequence of commands, by anyone', () => {
  test('gives one chair at most, keeps the account whole, and a refused command leaves no trace', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
        const rabat = await RabatHandover.plannedAt('2023-10-02T08:00:00Z');
        try {
          for (const one of steps) await take(rabat, one);
          await accountIsWhole(rabat);
        } finally {
          await rabat.close();
        }
      }),
      { numRuns: 6, endOnFailure: true },
    );
  }, 120_000);
});

async function take(rabat: RabatHandover, one: Step): Promise<void> {
  const before = await databaseDigest(rabat.url);
  const answer = await tried(rabat, one);
  if (isRefused(answer)) expect(await databaseDigest(rabat.url)).toBe(before);
  const chairs = await rabat.rows(`SELECT id FROM term WHERE state IN ('serving', 'suspended')`);
  expect(chairs).toHaveLength(1);
}

async function tried(rabat: RabatHandover, one: Step): Promise<unknown> {
  switch (one.does) {
    case 'task':
      return rabat.tryTask(one.taskId, one.who, one.command);
    case 'handover':
      return rabat.tryHandover(one.who, one.command);
    case 'replan': {
      const preview = await new PreviewPlan(rabat.database).execute(RABAT, one.change);
      if (preview === null || isRefused(preview)) return preview;
      return new ApplyPlan(rabat.database).execute(RABAT, 'sec', one.change, preview.token, reason);
    }
    case 'settle':
      return rabat.database.change(RABAT, (em) =>
        em.query(
          `UPDATE task SET state = 'accepted', submitted_sides = '{secretariat}', submitted_persons = '{sec}'
           WHERE state <> 'committed' AND due_on < '2024-02-02'`,
        ),
      );
    case 'wait':
      return rabat.dataSource.query('UPDATE installation SET clock_stands_at = greatest(clock_stands_at, $1)', [
        one.until,
      ]);
  }
}

async function accountIsWhole(rabat: RabatHandover): Promise<void> {
  const rows = await rabat.rows(
    'SELECT stream, seq::int, prev_hash, hash, entry FROM account_entry ORDER BY stream, seq',
  );
  const heads = new Map<string, string>();
  for (const { stream, prev_hash: before, hash, entry } of rows) {
    expect(before).toBe(heads.get(String(stream)) ?? '0'.repeat(64));
    expect(hash).toBe(sha256(String(before) + String(entry)));
    heads.set(String(stream), String(hash));
  }
}
