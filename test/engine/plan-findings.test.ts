import { describe, expect, test } from '@jest/globals';
import { makePlan, type PlanInput } from '../../src/engine/plan/plan.js';
import type { Finding } from '../../src/engine/plan/plan-findings.js';
import { checklist, inForce, planning, withTask, workedExample } from './rabat-plan.js';

const tasks = inForce(makePlan(planning()), checklist);

function found(parts: Partial<PlanInput>, day?: string): readonly Finding[] {
  return makePlan(planning(parts, day)).findings;
}

describe('what is found in a plan', () => {
  test('nothing, in the plan of Rabat 2024 made in time', () => {
    expect(found({})).toEqual([]);
  });

  test('a task that waits for another which is due later', () => {
    const pinned = withTask(tasks, 'RES-03', { pinned: '2024-01-25' });
    expect(found({ tasks: pinned })).toEqual([
      {
        code: 'plan.waits_for_later',
        facts: { task: 'RES-05', due: '2024-01-17', waitsFor: 'RES-03', waitsForDue: '2024-01-25' },
        taskIds: ['RES-05', 'RES-03'],
      },
    ]);
  });

  test('not a task that waits for one which is settled, or that is settled itself', () => {
    const pinned = withTask(tasks, 'RES-03', { pinned: '2024-01-25' });
    expect(found({ tasks: withTask(pinned, 'RES-03', { state: 'accepted', current: '2024-01-25' }) })).toEqual([]);
    expect(found({ tasks: withTask(pinned, 'RES-05', { state: 'waived' }) })).toEqual([]);
  });

  test('not a task that waits for another due on the same day', () => {
    expect(found({ tasks: withTask(tasks, 'RES-03', { pinned: '2024-01-17' }) })).toEqual([]);
  });

  test('a task with a date that waits for one without', () => {
    const anchors = { ...workedExample.anchors, MEETING_START: null, MEETING_END: null };
    const findings = found({ tasks, anchors });
    expect(findings).toContainEqual({
      code: 'plan.waits_for_undated',
      facts: { task: 'RES-06', due: '2024-01-25', waitsFor: 'RES-05' },
      taskIds: ['RES-06', 'RES-05'],
    });
  });

  test('a compressed task, with the date that has passed', () => {
    expect(found({}, '2023-11-10')).toContainEqual({
      code: 'plan.compressed',
      facts: { task: 'GOV-01', due: '2023-11-10', from: '2023-11-02' },
      taskIds: ['GOV-01'],
    });
  });

  test('a task with fewer than three working days left, today and the due date included', () => {
    // RES-05 is due on Wednesday 17 January 2024; in Morocco the 11th was a holiday.
    const littleTime = (day: string): readonly unknown[] =>
      found({ tasks }, day)
        .filter(({ code, taskIds }) => code === 'plan.little_time' && taskIds.includes('RES-05'))
        .map(({ facts }) => facts.workingDays);
    expect(littleTime('2024-01-15')).toEqual([]);
    expect(littleTime('2024-01-16')).toEqual([2]);
    expect(littleTime('2024-01-17')).toEqual([1]);
    expect(littleTime('2024-01-18')).toEqual([]);
  });

  test('a task whose owner has no working day left', () => {
    // The weekend of 20 and 21 January 2024.
    const pinned = withTask(tasks, 'RES-05', { pinned: '2024-01-21' });
    expect(found({ tasks: pinned }, '2024-01-20')).toContainEqual({
      code: 'plan.no_working_day_left',
      facts: { task: 'RES-05', due: '2024-01-21', owner: 'outgoing' },
      taskIds: ['RES-05'],
    });
  });

  test('nothing about time for what was submitted or is late already', () => {
    const aboutRes05 = (state: 'submitted' | 'open', day: string): readonly Finding[] =>
      found({ tasks: withTask(tasks, 'RES-05', { state }) }, day).filter(({ taskIds }) => taskIds[0] === 'RES-05');
    expect(aboutRes05('submitted', '2024-01-17')).toEqual([]);
    expect(aboutRes05('open', '2024-01-19')).toEqual([]);
  });

  test('each day of the meeting that is a day off of a side, by name', () => {
    // 25 April is Freedom Day in Portugal only.
    const anchors = { ...workedExample.anchors, MEETING_START: '2024-04-24', MEETING_END: '2024-04-25' };
    expect(found({ anchors }).filter(({ code }) => code === 'plan.meeting_on_day_off')).toEqual([
      {
        code: 'plan.meeting_on_day_off',
        facts: { date: '2024-04-25', side: 'incoming', name: 'Freedom Day', provisional: false, weekend: false },
        taskIds: [],
      },
    ]);
  });
});
