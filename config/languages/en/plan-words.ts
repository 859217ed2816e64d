import { plural } from '../plural.js';

/** Why a date is what it is, and what is wrong with a plan. */
export const planWords = {
  units: {
    working_days: (count: number) => plural('en', count, { one: '# working day', other: '# working days' }),
    calendar_days: (count: number) => plural('en', count, { one: '# day', other: '# days' }),
  },
  /** What dates hang on: as it is said after "before" and "after", as a day, and when it has none. */
  anchors: {
    HANDOVER_DATE: { name: 'the handover', day: 'On the day of the handover', undated: 'The handover has no date.' },
    TERM_START: {
      name: 'the start of the new term',
      day: 'On the first day of the new term',
      undated: 'The new term has no first day.',
    },
    MEETING_START: {
      name: 'the first day of the meeting',
      day: 'On the first day of the meeting',
      undated: 'The meeting has no date.',
    },
    MEETING_END: {
      name: 'the last day of the meeting',
      day: 'On the last day of the meeting',
      undated: 'The meeting has no date.',
    },
  },
  before: (count: string, anchor: string, date: string) => `${count} before ${anchor} (${date}).`,
  after: (count: string, anchor: string, date: string) => `${count} after ${anchor} (${date}).`,
  onDay: (day: string, date: string) => `${day} (${date}).`,
  passedOver: (holidays: string) => `Not counted: ${holidays}.`,
  holiday: (name: string, date: string) => `${name} (${date})`,
  weekend: 'weekend',
  movedBack: (date: string, why: string) => `${date} is a day off (${why}), so the working day before it.`,
  movedForward: (date: string, why: string) => `${date} is a day off (${why}), so the working day after it.`,
  provisional: 'A holiday on the way is only expected: the date may still change.',
  compressed: 'The day by the rule has passed, so it is due at once.',
  overdue: 'It is late already: a new plan gives no more time.',
  kept: {
    done: 'It is done.',
    waived: 'It was waived.',
    committed: 'The incoming chair took it on for this day.',
    pinned: 'Its day was fixed by hand.',
  },

  findings: {
    compressed: (due: string, rule: string) => `should have been done by ${rule}; it would be due at once, on ${due}.`,
    noWorkingDay: (due: string) => `no working day is left until ${due}.`,
    littleTime: (due: string, days: number) =>
      plural('en', days, {
        one: `only # working day is left until ${due}.`,
        other: `only # working days are left until ${due}.`,
      }),
    waitsForLater: (due: string, waitsForDue: string) => `due on ${due}, but it waits for this, due on ${waitsForDue}:`,
    waitsForUndated: (due: string) => `due on ${due}, but it waits for this, which has no date:`,
    dayOff: (date: string, place: string, why: string) => `${date} is a day off for ${place}: ${why}.`,
    dayOffExpected: (date: string, place: string, why: string) =>
      `${date} is expected to be a day off for ${place}, not decreed yet: ${why}.`,
  },
};
