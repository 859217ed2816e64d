import { plural } from '../plural.js';

/** What is wrong with a plan. */
export const planWords = {
  weekend: 'weekend',
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
