import { plural } from '../plural.js';
import { planWords } from './plan-words.js';

/** Moving a meeting, or whatever else moves dates. */
export const move = {
  ...planWords,
  titles: {
    meeting: 'Move the meeting',
    postponed: 'Postpone the meeting without a new date',
    effect_date: 'Change the day on which the chair passes',
    holiday: 'A public holiday was decreed',
    working_day: 'An expected holiday is a working day',
    rules: 'Work out all dates anew',
  },
  /** The same, once it is known what it is about. */
  asked: {
    meeting: (dates: string) => `Move the meeting to ${dates}?`,
    postponed: 'Postpone the meeting without a new date?',
    effect_date: (date: string) => `Pass the chair on ${date}?`,
    effectUndated: 'Leave open when the chair passes?',
    holiday: (date: string, place: string) => `Make ${date} a day off for ${place}?`,
    working_day: (date: string, place: string) => `Make ${date} a working day for ${place}?`,
    rules: 'Work out all dates anew?',
  },
  undated: 'no date',
  lead: 'Nothing changes yet: first you see every date, every reminder and everyone who would be told.',
  now: 'As it stands',
  meeting: 'Meeting',
  firstDay: 'First day',
  lastDay: 'Last day',
  meetingStart: 'Meeting, first day',
  meetingEnd: 'Meeting, last day',
  handover: 'Handover',
  termStart: 'New term',
  newDates: 'New dates',
  candidate: (number: number) => `Dates ${String(number)}`,
  compare: 'Compare with other dates',
  compareHint: 'Fill in one or two more pairs to see what each would do, side by side.',
  keep: 'The chair passes on the agreed day all the same',
  keepHint: (date: string) =>
    `The handover stays on ${date}. Otherwise it moves with the meeting, if it lies on a day of it.`,
  preview: 'See what would change',
  otherCauses: 'Has something else happened?',
  withOthers: (count: number) =>
    plural('en', count, {
      one: 'One more handover hangs on this meeting and moves with it:',
      other: '# more handovers hang on this meeting and move with it:',
    }),
  tooLate: {
    effected: 'The chair has passed: neither the meeting nor the day of the handover can be moved any more.',
    closed: 'This handover is closed: its dates stay as they are.',
    cancelled: 'This handover was cancelled: its dates stay as they are.',
  },
  postponedHint:
    'All tasks that hang on the meeting lose their dates and their reminders until there is a new date. What is done stays as it is.',
  effectDate: 'Day on which the chair passes',
  effectStart: 'First day of the new term, if it is another day',
  undatedEffect: 'No day is agreed',
  calendar: 'Whose calendar',
  holidayDay: 'Day',
  holidayName: 'Name of the holiday',
  expected: 'It is only expected, not decreed yet',
  workingDayHint: 'Only a day that was entered by itself can be taken back, not a yearly feast.',
  rulesHint: 'For when a calendar was edited: each rule is applied to the calendars as they are now.',

  comparing: 'Compare dates',
  comparisonCaption: 'What each pair of dates would do',
  measures: {
    measure: 'What would happen',
    moved: 'Tasks that get another date',
    tight: 'Tasks with too little time',
    outOfOrder: 'Tasks due before what they wait for',
    daysOff: 'Days of the meeting on a day off',
    vanish: 'Reminders that vanish',
    moveOn: 'Reminders that move',
    appear: 'Reminders that appear',
    told: 'People who are told',
    handoverDate: 'Day of the handover',
  },
  choose: 'See in full',
  fewest: 'fewest',
  changeDates: 'Choose other dates',

  summary: (moved: number, total: number) => `${String(moved)} of ${String(total)} tasks get another date`,
  nobodyTold: 'nobody is told',
  toDecision: 'Go to your decision',
  nothingChanges: 'Nothing would change: all dates are as they would be.',
  anchorsTitle: 'The days that everything hangs on',
  anchorsCaption: 'Days before and after the change',
  was: 'Before',
  becomes: 'After',
  attention: 'What to look at first',
  noFindings:
    'Nothing becomes too tight, no day of the meeting is a day off, and no task comes before what it waits for.',
  tightTitle: 'Too little time',
  orderTitle: 'Due before what it waits for',
  daysOffTitle: 'The meeting on a day off',
  goneTitle: (count: number) =>
    plural('en', count, { one: '# concern of today is gone', other: '# concerns of today are gone' }),
  changes: 'What changes',
  movedIn: (count: number, total: number) => `${String(count)} of ${String(total)} get another date`,
  otherSections: 'In the other sections no date changes.',
  noDates: 'No date changes.',
  task: 'Task',
  why: 'Why',
  later: (days: number) => plural('en', days, { one: '# day later', other: '# days later' }),
  earlier: (days: number) => plural('en', days, { one: '# day earlier', other: '# days earlier' }),
  loses: 'loses its date',
  gets: 'gets a date',
  atOnce: 'due at once',
  stays: 'What stays',
  pinned: 'These days were fixed by hand and stay, although the rule would move them:',
  keptDates: (count: number) =>
    plural('en', count, {
      one: '# task is settled and keeps its date.',
      other: '# tasks are settled and keep their dates.',
    }),
  unchanged: (count: number) =>
    plural('en', count, {
      one: '# task has the same date as before.',
      other: '# tasks have the same dates as before.',
    }),
  staysOn: (date: string, rule: string) => `stays on ${date}; by the rule it would be ${rule}`,
  reminders: 'Reminders',
  remindersMove: (count: number) =>
    plural('en', count, { one: '# reminder moves with its task.', other: '# reminders move with their tasks.' }),
  remindersVanish: (count: number) =>
    plural('en', count, {
      one: '# reminder vanishes, because its day is over or its task has no date:',
      other: '# reminders vanish, because their day is over or their task has no date:',
    }),
  remindersAppear: (count: number) => plural('en', count, { one: '# reminder is new:', other: '# reminders are new:' }),
  noReminders: 'No reminder changes.',
  toldTitle: 'Who is told',
  toldHint: 'Each gets one message about the dates of their own side, in their language.',
  notYou: 'You are not written to about what you do yourself.',
  chart: 'When tasks fall due, now and then',
  chartNow: 'Now',
  chartThen: 'Then',
  chartToday: 'today',
  chartText: (now: string, then: string) =>
    `Each dot is a task on its due date; the diamond is the meeting, now ${now}, then ${then}.`,
  perHandover: 'Handovers that move together',
  perHandoverCaption: 'What the change does to each handover',
  thisOne: 'this one',

  decision: 'Your decision',
  reason: 'Why do the dates move?',
  reasonHint: 'In the words of whoever decided. It stands in the activity, and everyone of the handover can read it.',
  apply: (moved: number, told: number) =>
    `${plural('en', moved, { one: 'Move # task', other: 'Move # tasks' })} and ${plural('en', told, { one: 'tell # person', other: 'tell # people' })}`,
  applyUndated: (undated: number, told: number) =>
    `${plural('en', undated, { one: 'Take the date of # task away', other: 'Take the dates of # tasks away' })} and ${plural('en', told, { one: 'tell # person', other: 'tell # people' })}`,
  applyMany: (moved: number, handovers: number, told: number) =>
    `Move ${plural('en', moved, { one: '# task', other: '# tasks' })} of ${String(handovers)} handovers and ${plural('en', told, { one: 'tell # person', other: 'tell # people' })}`,
  working: (handovers: number) =>
    plural('en', handovers, {
      one: 'The dates are being moved. This page goes on by itself.',
      other: 'The dates of # handovers are being moved. This takes a few seconds; this page goes on by itself.',
    }),
  longWork: (handovers: number) =>
    `All ${String(handovers)} handovers are moved in one go, or none. It may take a few seconds; pressing twice does nothing twice.`,
  done: (moved: number, told: number) =>
    `${plural('en', moved, { one: '# task has', other: '# tasks have' })} another date, and ${plural('en', told, { one: '# person is', other: '# people are' })} told.`,

  staleTitle: 'Something has changed since you looked',
  staleHelp:
    'Nothing was moved, and your reason is kept. This page shows what is so now: look at it, then decide again.',
  staleCounts: (before: string, after: string) => `You saw: ${before}. Now: ${after}.`,
  counts: (moved: number, told: number) =>
    `${plural('en', moved, { one: '# task moves', other: '# tasks move' })}, ${plural('en', told, { one: '# person is told', other: '# people are told' })}`,
  countsUndated: (undated: number, told: number) =>
    `${plural('en', undated, { one: '# task loses its date', other: '# tasks lose their dates' })}, ${plural('en', told, { one: '# person is told', other: '# people are told' })}`,
  since: 'Since then:',
  refusedTitle: 'These dates cannot be moved',

  revisions: 'The plan and its revisions',
  revisionsLead: 'Whenever dates are worked out anew, the plan gets a new number. The newest stands on top.',
  revision: (number: number) => `Plan, revision ${String(number)}`,
  revisionsCaption: 'Revisions of the plan',
  columns: { revision: 'Revision', when: 'When', who: 'By', what: 'What happened', moved: 'Dates changed' },
  causes: {
    created: 'The first plan',
    meeting: 'The meeting was moved',
    postponed: 'The meeting was postponed without a date',
    effect_date: 'The day of the handover was changed',
    holiday: 'A public holiday was decreed',
    working_day: 'An expected holiday is a working day',
    rules: 'All dates were worked out anew',
    task: (task: string) => `The day of one task was changed: ${task}`,
  },
  current: 'in force',
  firstPlan: 'All tasks got their first dates.',
  older: 'Older revisions',
  toRevisions: 'All revisions of the plan',
};
