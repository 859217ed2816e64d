import { plural } from '../plural.js';

/** What is said when others change something, and the demo’s mailbox. */
export const live = {
  taskChanged: 'This task has changed since you opened the page.',
  sectionChanged: 'This section has changed since you opened the page.',
  pageChanged: 'What this page shows has changed since you opened it.',
  showNow: 'Show it as it is now',
  sessionOver: 'Your session has ended.',
  signInAgain: 'Sign in again',
  changes: (count: number) =>
    plural('en', count, { one: '# change by others in this handover', other: '# changes by others in this handover' }),
  mailbox: {
    title: 'Mailbox of the demo',
    lead: 'Every mail that was sent, the newest first. None of them leaves this machine.',
    empty: 'No mail has been sent yet. Move the clock to the next deadline to see some.',
    emptyFor: 'No mail like this has been sent yet.',
    count: (count: number) => plural('en', count, { one: '# mail', other: '# mails' }),
    filter: 'Which mails',
    person: 'To',
    everyone: 'Everyone',
    language: 'Language',
    allLanguages: 'All languages',
    apply: 'Show',
    all: 'All mails',
    sent: 'Sent',
    download: 'Download this mail (.eml)',
    newer: 'Newer mails',
    older: 'Older mails',
  },
};
