/** What changes hands with the chair: accounts, mailing lists, calendars. */
export const packAssets = {
  kinds: { mailing_list: 'Mailing list', account: 'Account', calendar: 'Calendar', other: 'Something else' },
  intro:
    'What the new chair needs besides papers. One side hands over, the other confirms that it works for them: never the same person.',
  caption: 'What changes hands',
  columns: {
    name: 'Name',
    kind: 'Kind',
    transferred: 'Handed over',
    confirmed: 'Confirmed by the receiver',
    act: 'What to do',
  },
  moves: {
    transfer: 'Mark as handed over',
    confirm: 'Confirm that it works',
    sendBack: 'Send back',
    remove: 'Take off the list',
  },
  add: 'Add to the list',
  addTitle: 'Add something that changes hands',
  nameHint: 'For example the address of a mailing list. Never write a password here.',
  none: 'Nothing is listed yet.',
  hidden: 'What changes hands is shown to those who work in the handover.',
  waits: { outgoing: 'Waiting for the outgoing chair or the Secretariat', incoming: 'Waiting for the incoming chair' },
  reason: 'What does not work?',
  reasonHint: 'The other side reads this.',
  sendBackTitle: (name: string) => `Send back: ${name}`,
  sendBackHelp: 'It then counts as not handed over, and the other side is told.',
  back: 'Back to the list',
  done: {
    add: (name: string) => `${name} is on the list.`,
    transfer: (name: string) => `${name} is marked as handed over. The incoming chair is told.`,
    confirm: (name: string) => `${name} is confirmed.`,
    sendBack: (name: string) => `${name} is sent back.`,
    remove: (name: string) => `${name} is off the list.`,
  },
};
