/** What mails say in English; the other languages have the same keys, checked by type. */
export const en = {
  greeting: (name: string) => `Dear ${name},`,
  places: { 'Africa/Casablanca': 'Casablanca', 'Europe/Lisbon': 'Lisbon', 'Europe/Vienna': 'Vienna' } as Readonly<
    Record<string, string>
  >,

  /** Subjects: of one message, and of several of which some are late. */
  subjectOfOne: (status: string, title: string) => `${status}: ${title}`,
  subjectOfMany: (count: number, late: number) =>
    late === 0 ? `${String(count)} messages for you` : `${String(count)} messages for you, ${String(late)} overdue`,

  headingOfOne: (status: string) => status,
  headingOfMany: (count: number, late: number) => {
    if (late === 0) return `${String(count)} things for your attention`;
    return late === 1 ? '1 task is overdue' : `${String(late)} tasks are overdue`;
  },

  handoverIsOn: (from: string, to: string, date: string, when: string) =>
    `The handover of the chair from ${from} to ${to} is on ${date}, ${when}.`,
  handoverWasOn: (from: string, to: string, date: string) => `The chair was to pass from ${from} to ${to} on ${date}.`,
  handoverUndated: (from: string, to: string) => `No date is set for the handover of the chair from ${from} to ${to}.`,
  and: (first: string, last: string) => `${first} and ${last}`,
  unknownChair: 'a chair that is not known yet',

  inDays: (days: number) => {
    if (days === 0) return 'today';
    return days === 1 ? 'tomorrow' : `in ${String(days)} days`;
  },
  due: (when: string) => `Due ${when}`,
  late: (days: number) => (days === 1 ? '1 day late' : `${String(days)} days late`),
  dueOn: (date: string, time: string, place: string) => `Due on ${date}, ${time} in ${place}`,
  elsewhere: (moment: string, place: string) => `${moment} in ${place}`,
  undated: 'No date',

  states: {
    open: 'Not started',
    started: 'In progress',
    submitted: 'Waiting for review',
    returned: 'Returned',
    accepted: 'Accepted',
    waived: 'Waived',
    committed: 'Taken on by the incoming chair',
  },
  yourMove: 'It is your move.',
  waitingFor: (whom: string) => `Waiting for ${whom}.`,
  desks: {
    outgoing: (names: string) => (names === '' ? 'the outgoing chair' : `the outgoing chair (${names})`),
    incoming: (names: string) => (names === '' ? 'the incoming chair' : `the incoming chair (${names})`),
    secretariat: () => 'the Secretariat',
    joint: (names: string) => (names === '' ? 'both chairs' : `both chairs (${names})`),
  },
  reviewUntil: (date: string) => `Decide by ${date}`,
  reviewAsked: 'Your review is asked for',

  news: {
    'task.submitted': 'Submitted for your review',
    'task.returned': 'Returned: it needs more work',
    'task.accepted': 'Accepted',
    'task.waived': 'Waived: nothing more is asked',
    'task.waiver_given': 'One chair has waived it: your answer is needed',
    'task.committed': 'Taken on by the incoming chair',
    'task.fulfilled': 'Done: what the incoming chair took on',
    'task.reopened': 'Reopened: it needs more work',
    'task.reassigned': 'Given to you',
    'section.presented': 'A section of the pack is sent for your review',
    'section.accepted': 'A section of the pack is accepted',
    'section.accepted_with_reservation': 'A section of the pack is accepted with a reservation',
    'section.accepted_by_silence': 'A section of the pack counts as accepted: nobody had decided by its day',
    'section.returned': 'A section of the pack is returned: it needs more work',
    'section.reopened': 'A section of the pack has changed: it will come for review again',
    'section.commented': 'A comment is addressed to you',
    'section.reminded': 'A section of the pack still waits for your decision',
    'handover.prepared': 'The preparation has begun',
    'handover.frozen': 'The handover is ready to be signed',
    'handover.signature_given': 'One chair has signed; the other signature is still needed',
    'handover.signed': 'Both chairs have signed',
    'handover.reopened': 'Reopened: signatures given so far no longer count',
    'handover.effected': 'The chair has passed',
    'handover.addendum_added': 'A late entry was added',
    'handover.closed': 'The handover is closed',
    'handover.cancelled': 'The handover is cancelled',
    'asset.transferred': 'Something was handed over: please confirm that it works',
    'asset.confirmed': 'What was handed over is confirmed',
    'asset.sent_back': 'Something that was handed over does not work',
    'plan.meeting': 'The meeting has moved',
    'plan.effect_date': 'The day on which the chair passes has moved',
    'plan.holiday': 'A public holiday moves dates',
    'plan.working_day': 'A day off that was expected is a working day',
    'plan.rules': 'Dates have been worked out anew',
    'term.proposed': 'A term has been proposed',
    'term.confirmed': 'A term has been confirmed',
    'term.started': 'A term has begun',
    'term.concluded': 'A term has ended',
    'term.lapsed': 'A term will not take place',
    'term.suspended': 'A term is suspended',
    'term.resumed': 'A term goes on',
    'term.extended': 'A term has been extended',
    'term.shortened': 'A term has been shortened',
    'term.holder_changed': 'A term has another holder',
    'term.relabelled': 'A term has another name',
    'term.redated': 'A term has other dates',
    'rotation.changed': 'Several terms have changed',
  },
  otherNews: 'There is news',

  anchors: {
    MEETING_START: 'The meeting begins',
    MEETING_END: 'The meeting ends',
    HANDOVER_DATE: 'The chair passes',
    TERM_START: 'The new term begins',
  },
  movedFromTo: (what: string, from: string, to: string) => `${what}: ${to} (was ${from})`,
  noDateYet: 'no date yet',
  moreDates: (count: number) => `and ${String(count)} more dates`,

  open: 'Open the handover',
  openTask: 'Open the task',
  openSection: 'Open the section',
  why: {
    person: 'You get this because it is addressed to you.',
    outgoing: 'You get this because you work for the outgoing chair.',
    incoming: 'You get this because you work for the incoming chair.',
    secretariat: 'You get this because you work in the Secretariat.',
  },
  whenItStops:
    'It stops when the task is settled, moved or given to somebody else, when the handover is closed, or when you leave your role.',
  noReply: 'This mail was written by a machine; answers reach nobody.',
};

/** The texts of mails in one language. */
export type MailTexts = typeof en;
