/** What changes hands with the chair: accounts, mailing lists, calendars. */
export const packAssets = {
  kinds: { mailing_list: 'Mailing list', account: 'Account', calendar: 'Calendar', other: 'Something else' },
};
