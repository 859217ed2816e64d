import type { LineDetail } from '../line-facts.js';
import { plural } from '../plural.js';
import { activityLines } from './activity-lines.js';

/** What happened in a handover, and the page that tells all of it. */
export const activity = {
  lines: activityLines,
  /** Between the name of whoever did it and what they did. */
  afterName: ' ',
  other: (what: string) => `changed ${what}`,
  thisHandover: 'the handover',
  details: {
    'task.committed': (f) => `until ${f.day('dueOn')}`,
    'task.reassigned': (f) => (f.has('person.to') ? `to ${f.person('person.to')}` : ''),
    'task.pinned': (f) => `to ${f.day('pinned.to')}`,
    'handover.created': (f) => plural('en', f.count('tasks'), { one: '# task', other: '# tasks' }),
    'handover.signature_given': (f) => `for ${f.desk('side')}`,
    'handover.signed': (f) => `for ${f.desk('side')}`,
    'plan.revised': (f) =>
      f.count('moved') === 0
        ? 'no date moved'
        : plural('en', f.count('moved'), { one: '# date moved', other: '# dates moved' }),
    'role.given': (f) => `${f.role('role')}, from ${f.day('fromDay')}`,
    'role.ended': (f) => `${f.role('role')}, on ${f.day('untilDay')}`,
    'stand_in.named': (f) =>
      `${f.person('standInId')}, from ${f.day('fromDay')} to the day before ${f.day('untilDay')}`,
    'stand_in.ended': (f) => `${f.person('standInId')}, on ${f.day('untilDay')}`,
    'asset.added': (f) => f.text('name'),
    'asset.removed': (f) => f.text('name'),
    'asset.transferred': (f) => f.text('name'),
    'asset.confirmed': (f) => f.text('name'),
    'asset.sent_back': (f) => f.text('name'),
    'person.left': (f) => `on ${f.day('leftOn')}`,
  } as Readonly<Record<string, LineDetail>>,
  /** Why dates moved, by what moved them. */
  causes: {
    meeting: (f) =>
      f.has('change.startsOn')
        ? `the meeting is from ${f.day('change.startsOn')} to ${f.day('change.endsOn')}`
        : 'the meeting is postponed without a date',
    effect_date: (f) =>
      f.has('change.handoverDate')
        ? `the chair passes on ${f.day('change.handoverDate')}`
        : 'the chair passes on no agreed day',
    holiday: (f) => `${f.day('change.date')} is a day off`,
    working_day: (f) => `${f.day('change.date')} is a working day`,
    rules: () => 'by the rules as they stand now',
  } as Readonly<Record<string, LineDetail>>,
  title: 'Activity',
  intro:
    'Everything that was done in this handover, the newest on top. The record is only ever added to, and each entry holds those before it fast.',
  zone: (place: string) => `Times are those of ${place}.`,
  filter: 'Which entries are shown',
  side: 'Who acted',
  kind: 'What about',
  everyone: 'Everyone',
  everything: 'Everything',
  kinds: {
    tasks: 'Tasks',
    comments: 'Comments',
    reviews: 'Review of the pack',
    documents: 'Documents',
    dates: 'Dates',
    handover: 'The handover itself',
  },
  apply: 'Show',
  none: 'No entry fits this choice.',
  noneYet: 'Nothing has been done yet.',
  showAll: 'Show the whole record',
  older: 'Older entries',
  newest: 'Back to the newest entries',
  system: 'The system',
  exportTable: 'Download as a table (CSV)',
  columns: {
    seq: 'Entry',
    at: 'When (UTC)',
    local: 'Local time',
    who: 'Who',
    side: 'Side',
    what: 'What',
    subject: 'About',
    detail: 'Detail',
    text: 'Written',
    hash: 'Hash',
  },
};
