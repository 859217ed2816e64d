import { describe, expect, test } from '@jest/globals';
import { belongsBeforeHandover } from '../../src/engine/handovers/handover-gates.js';
import type { HandoverTask } from '../../src/engine/handovers/handover-task.js';
import type { Template } from '../../src/engine/tasks/template.js';
import type { Anchor, IsoDate } from '../../src/engine/words.js';
import { played } from './cast.js';
import { gatesOf, handover, moves, refusedFor, task } from './handover-examples.js';
import { readProjectFile } from '../support/project-file.js';

const vera = played('officer');
const { freeze } = moves;

describe('what belongs before the handover', () => {
  const { anchors } = handover;
  const noDates = { HANDOVER_DATE: null, TERM_START: null, MEETING_START: null, MEETING_END: null };
  const hangingOn = (
    anchor: Anchor,
    offset: number,
    due: IsoDate | null,
    pinned: IsoDate | null = null,
  ): HandoverTask => ({
    ...task,
    rule: { anchor, offset, unit: 'working_days' },
    due,
    pinned,
  });

  test.each([
    ['due days before it', hangingOn('HANDOVER_DATE', -5, '2024-01-25'), true],
    ['due on the day itself, such as the signature', hangingOn('HANDOVER_DATE', 0, '2024-02-01'), false],
    ['due days after it', hangingOn('HANDOVER_DATE', 5, '2024-02-08'), false],
    ['due before the meeting', hangingOn('MEETING_START', -90, '2023-11-02'), true],
    ['due when the meeting starts, the day before', hangingOn('MEETING_START', 0, '2024-01-31'), true],
    ['due after the meeting', hangingOn('MEETING_END', 5, '2024-02-08'), false],
    ['due before the term, which starts that day', hangingOn('TERM_START', -2, '2024-01-30'), true],
    ['due well into the term', hangingOn('TERM_START', 180, '2024-07-30'), false],
  ])('%s: %#', (_, each, expected) => {
    expect(belongsBeforeHandover(each, anchors)).toBe(expected);
  });

  test('a task compressed to the very day still belongs before it', () => {
    expect(belongsBeforeHandover(hangingOn('HANDOVER_DATE', -15, '2024-02-01'), anchors)).toBe(true);
    expect(belongsBeforeHandover(hangingOn('MEETING_START', -15, '2024-02-01'), anchors)).toBe(true);
    expect(belongsBeforeHandover(hangingOn('MEETING_START', 0, '2024-02-01'), anchors)).toBe(true);
  });

  test('when the meeting is the day of the handover, what is due when it starts is not before', () => {
    const oneDay = { ...anchors, MEETING_START: '2024-02-01' };
    expect(belongsBeforeHandover(hangingOn('MEETING_START', 0, '2024-02-01'), oneDay)).toBe(false);
    expect(belongsBeforeHandover(hangingOn('MEETING_START', -1, '2024-01-31'), oneDay)).toBe(true);
    expect(belongsBeforeHandover(hangingOn('MEETING_START', -1, '2024-02-01'), oneDay)).toBe(true);
  });

  test('when the meeting comes only after the chair has passed, its preparation counts by its date', () => {
    const later = { ...anchors, MEETING_START: '2024-04-15', MEETING_END: '2024-04-16' };
    expect(belongsBeforeHandover(hangingOn('MEETING_START', -10, '2024-03-29'), later)).toBe(false);
    expect(belongsBeforeHandover(hangingOn('MEETING_START', -90, '2023-12-08'), later)).toBe(true);
  });

  test('when the term starts weeks after the handover, its preparation counts by its date', () => {
    const later = { ...anchors, TERM_START: '2024-04-23' };
    expect(belongsBeforeHandover(hangingOn('TERM_START', -10, '2024-04-09'), later)).toBe(false);
    expect(belongsBeforeHandover(hangingOn('TERM_START', -70, '2024-01-15'), later)).toBe(true);
  });

  test('when the meeting is some weeks before the handover, what follows it counts by its date', () => {
    const earlier = { ...anchors, MEETING_START: '2023-11-11', MEETING_END: '2023-11-12' };
    expect(belongsBeforeHandover(hangingOn('MEETING_END', 20, '2023-12-11'), earlier)).toBe(true);
    expect(belongsBeforeHandover(hangingOn('MEETING_END', 0, '2023-11-12'), earlier)).toBe(true);
  });

  test('a pinned day decides by itself', () => {
    expect(belongsBeforeHandover(hangingOn('HANDOVER_DATE', 5, '2024-01-30', '2024-01-30'), anchors)).toBe(true);
    expect(belongsBeforeHandover(hangingOn('HANDOVER_DATE', -5, '2024-02-06', '2024-02-06'), anchors)).toBe(false);
  });

  test.each([
    [hangingOn('HANDOVER_DATE', -1, null), true],
    [hangingOn('HANDOVER_DATE', 0, null), false],
    [hangingOn('MEETING_START', -1, null), true],
    [hangingOn('MEETING_START', 0, null), true],
    [hangingOn('MEETING_START', 1, null), false],
    [hangingOn('MEETING_END', -1, null), true],
    [hangingOn('MEETING_END', 0, null), false],
    [hangingOn('TERM_START', -1, null), true],
    [hangingOn('TERM_START', 0, null), false],
    [hangingOn('HANDOVER_DATE', 5, null, '2024-01-20'), false],
  ])('without any dates it follows from the rule alone: %#', (each, expected) => {
    expect(belongsBeforeHandover(each, noDates)).toBe(expected);
  });

  test('a meeting postponed without a date does not let its preparation slip away', () => {
    const postponed = { ...anchors, MEETING_START: null, MEETING_END: null };
    expect(belongsBeforeHandover(hangingOn('MEETING_START', -20, null), postponed)).toBe(true);
  });
});

describe('freezing the pack', () => {
  test('waits for every mandatory task from before the handover, and says whose move each one is', () => {
    const tasks: readonly HandoverTask[] = [
      { ...task, id: 'settled', state: 'committed' },
      { ...task, id: 'submitted', state: 'submitted' },
      { ...task, id: 'started', state: 'started' },
      { ...task, id: 'optional', state: 'open', mandatory: false },
      { ...task, id: 'on-the-day', state: 'open', rule: { ...task.rule, offset: 0 }, due: '2024-02-01' },
    ];
    expect(gatesOf({ ...handover, tasks }, freeze, vera)).toEqual([
      {
        code: 'handover.task_unsettled',
        facts: { task: 'submitted', state: 'submitted', due: '2024-01-29' },
        whose: 'outgoing',
        about: { kind: 'task', id: 'submitted' },
      },
      {
        code: 'handover.task_unsettled',
        facts: { task: 'started', state: 'started', due: '2024-01-29' },
        whose: 'incoming',
        about: { kind: 'task', id: 'started' },
      },
    ]);
  });

  test('waits for every section that the incoming chair has not taken over, and says whose move each is', () => {
    const states = ['drafting', 'in_review', 'accepted', 'accepted_with_reservation', 'returned'] as const;
    const sections = states.map((state) => ({ id: state, state }));
    expect(gatesOf({ ...handover, sections }, freeze, vera)).toEqual(
      [
        { section: 'drafting', whose: 'outgoing' },
        { section: 'in_review', whose: 'incoming' },
        { section: 'returned', whose: 'outgoing' },
      ].map(({ section, whose }) => ({
        code: 'handover.section_undecided',
        facts: { section, state: section },
        whose,
        about: { kind: 'section', id: section },
      })),
    );
  });

  test('Rabat 2024: of sixty tasks the forty-one mandatory ones from before 1 February hold it up', () => {
    const file = readProjectFile('config/templates/rabat-som-handover.json');
    const template = JSON.parse(file) as Template & { workedExample: { dueDates: Record<string, IsoDate> } };
    const tasks = template.items.map((item): HandoverTask => ({
      ...task,
      id: item.code,
      state: 'open',
      mandatory: item.mandatory,
      owner: item.owner,
      acceptedBy: item.acceptedBy,
      blocksHandover: item.blocksHandover ?? false,
      rule: item.due,
      due: template.workedExample.dueDates[item.code] ?? null,
    }));
    const held = gatesOf({ ...handover, tasks }, freeze, vera).map((gate) => gate.about?.id);
    const printed = template.items.filter((item) => item.mandatory).map((item) => item.code);
    const before = printed.filter((code) => (template.workedExample.dueDates[code] ?? '') < '2024-02-01');
    expect(held).toEqual(before);
    expect(held).toHaveLength(41);
    expect(refusedFor({ ...handover, tasks: tasks.filter((each) => !held.includes(each.id)) }, freeze, vera)).toEqual(
      [],
    );
  });
});
