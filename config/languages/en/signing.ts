import { plural } from '../plural.js';

/** Passing the chair: what is met, who signs, and what comes after. */
export const signing = {
  title: 'Passing the chair',
  link: 'Passing the chair',
  lead: {
    open: (count: number) =>
      plural('en', count, {
        one: '# condition is still to be met before the chair can pass.',
        other: '# conditions are still to be met before the chair can pass.',
      }),
    ready: 'Everything is there: the Secretariat can let the chair pass.',
    passed: (day: string) => `The chair passed on ${day}.`,
    cancelled: 'This handover was cancelled: the chair does not pass by it.',
  },
  facts: {
    from: 'From',
    to: 'To',
    day: 'Day on which the chair passes',
    meeting: 'Meeting',
    noMeeting: 'No meeting',
    noDay: 'No day is set yet',
  },
  conditions: {
    title: 'What has to be there',
    met: 'Met',
    notMet: 'Not met',
    names: {
      tasks: 'The mandatory tasks before the handover are settled',
      sections: 'The incoming chair has decided on every section of the pack',
      frozen: 'The pack is frozen for the signatures',
      signed_outgoing: 'The outgoing chair has signed',
      signed_incoming: 'The incoming chair has signed',
      blocking: 'The tasks that the handover waits for are settled',
      terms: 'The chair can be given up and taken over: the terms are in order',
      date: 'The day has come',
    },
    settled: (done: number, of: number) => `${String(done)} of ${String(of)} settled`,
    decided: (done: number, of: number) => `${String(done)} of ${String(of)} decided`,
    more: (count: number) => plural('en', count, { one: 'and # more', other: 'and # more' }),
    evidence: 'See it in the activity',
    signedBy: (name: string, day: string) => `${name}, ${day}`,
  },
  moves: {
    title: 'What you can do now',
    freeze: 'Freeze the pack',
    sign: (member: string) => `Sign for ${member}`,
    reopen: 'Reopen the pack',
    effect: 'Let the chair pass',
    close: 'Close the file',
    addendum: 'Add a late entry',
    commitments: 'Commitments of the new term',
    nothing: 'There is nothing for you to do here now.',
  },
  signatures: {
    title: 'Who has signed',
    none: 'Nobody has signed yet.',
    waits: (member: string) => `${member}: not signed yet`,
    for: (member: string) => `For ${member}`,
    standsIn: (name: string) => `standing in for ${name}`,
    declared: 'What was signed',
    over: (seq: number) => `Signed on the account of this handover up to entry ${String(seq)}, whose digest is`,
    paper: (size: string) => `The signed paper (PDF, ${size})`,
    digest: 'SHA-256 of the paper:',
    void: 'Signatures that count no more',
    voidHelp: 'The pack was reopened after they were given. They stay readable.',
    noWords: 'The words were not kept at that time.',
  },
  declaration: {
    title: 'The declaration',
    help: 'The same in the languages of both chairs; you sign it in the language of this page.',
    text: (f: { body: string; outgoing: string; incoming: string; day: string | null; meeting: string | null }) =>
      `${f.body}: the chair passes from ${f.outgoing} to ${f.incoming}${f.day === null ? '' : ` on ${f.day}`}${
        f.meeting === null ? '' : `, at the meeting “${f.meeting}”`
      }. The handover pack is handed over and taken over as the account of this handover tells it.`,
    confirm: (member: string) => `I confirm for ${member}`,
  },
  sign: {
    title: (member: string) => `Sign for ${member}`,
    lead: 'What you sign is written down with your name, your rank and the moment. It cannot be taken back; only the Secretariat can reopen the pack.',
    standingIn: (name: string) => `You sign in the name of ${name}, for whom you stand in. Both names are kept.`,
    signer: 'Who signs',
    role: 'Lead of the chair’s team',
    standInRole: (name: string) => `Stand-in for ${name}`,
    rank: 'Your office or rank',
    rankHint: 'As it would stand under your name on paper, for example “Director General”.',
    confirmation: 'Type the words',
    confirmationHint: (words: string) => `Exactly these: ${words}`,
    differ: (words: string) => `Type exactly: ${words}`,
    button: (member: string) => `Sign for ${member}`,
    done: 'You have signed.',
    doneBoth: 'You have signed. Both chairs have signed now.',
    notFresh: 'Before you sign, show once more who you are. You come back here afterwards.',
    prove: 'Sign in once more',
    toPaper: 'It was signed by hand: upload the signed paper instead',
    staleLanguage: 'The language of the page has changed: read the declaration again before you sign it.',
  },
  paper: {
    title: (member: string) => `Upload the paper signed for ${member}`,
    lead: 'The scan is kept by its digest, and the account names it. It counts as the signature of your chair.',
    file: 'Signed paper',
    fileHint: (limit: string) => `PDF, ${limit} at most.`,
    onlyPdf: 'Choose a PDF: the signed paper as a scan',
    button: 'Sign with this paper',
  },
  effect: {
    title: 'Let the chair pass?',
    lead: (outgoing: string, incoming: string) =>
      `In one instant the term of ${outgoing} ends and that of ${incoming} begins. This cannot be taken back.`,
    help: [
      'All three sides are told by mail at once.',
      'Open tasks go on, and are reminded of, until the file is closed.',
    ],
    way: 'How does it pass?',
    ways: {
      meeting: 'At the meeting',
      date: 'On its date, without a meeting',
      remote: 'Remotely',
      decision: 'By decision of the Secretariat',
    },
    reference: 'Reference of the written decision',
    referenceHint: 'Needed where the Secretariat decides, and where something below is missing.',
    unsigned: 'It passes although not both chairs have signed',
    unsettled: 'It passes although tasks that it waits for are open',
    excuse: 'Only with a written decision: the reference above is kept with it.',
    confirmation: 'Type the words',
    words: (incoming: string) => `The chair passes to ${incoming}`,
    button: 'Let the chair pass',
    done: (incoming: string) => `The chair has passed to ${incoming}, and all three sides are told.`,
    keep: 'No, not now',
  },
  passed: {
    title: 'How the chair passed',
    ways: {
      meeting: 'at the meeting',
      date: 'on its date',
      remote: 'remotely',
      decision: 'by decision of the Secretariat',
    },
    signed: 'signed by both chairs',
    unsigned: 'without both signatures',
    reference: 'Written decision',
    when: 'When it passed',
    how: 'How',
  },
  rights: {
    title: (outgoing: string) => `What ${outgoing} can do afterwards`,
    writes: (days: number, until: string | null) =>
      until === null
        ? plural('en', days, {
            one: 'It works here for # more day; on tasks that are open then, until the file is closed.',
            other: 'It works here for # more days; on tasks that are open then, until the file is closed.',
          })
        : `It works here until ${until}, that day included; on those of its tasks that are open then, until the file is closed.`,
    reads: (days: number, until: string | null) =>
      until === null
        ? plural('en', days, { one: 'It reads everything for # day.', other: 'It reads everything for # days.' })
        : `It reads everything until ${until}, that day included.`,
    archive: 'After that it has the archive of the pack, and no more.',
    aftercare: (count: number) =>
      plural('en', count, {
        one: '# task is still open; it goes on until the file is closed.',
        other: '# tasks are still open; they go on until the file is closed.',
      }),
  },
  addenda: {
    title: 'Late entries',
    help: 'What came after the signing. It changes nothing of what was signed.',
    none: 'There are none.',
    number: (number: number) => `Addendum ${String(number)}`,
    addTitle: 'Add a late entry',
    lead: 'It gets the next number, stands beside what was signed, and all three sides are told.',
    name: 'Title',
    text: 'What is to be known',
    file: 'Document (optional)',
    button: 'Add the late entry',
    done: (number: number) => `Addendum ${String(number)} was added.`,
  },
  commitments: {
    title: 'Commitments of the new term',
    lead: (incoming: string) =>
      `What ${incoming} took on from the handover. Each is reminded of until it is done, also after the chair has passed.`,
    caption: 'Commitments with the person responsible and the day by which they are due',
    none: 'Nothing was taken on.',
    columns: { task: 'Commitment', person: 'Responsible', due: 'Due', state: 'State' },
    open: 'To be done',
    late: 'Late',
    done: (day: string) => `Done on ${day}`,
    markDone: 'Mark as done',
    back: 'Back to passing the chair',
  },
};
