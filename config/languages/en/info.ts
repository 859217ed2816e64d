import type { InfoTexts } from '../info-text.js';

/** Help, accessibility, personal data. */
export const info: InfoTexts = {
  help: {
    title: 'Help',
    lead: 'This service carries a handover from one chair to the next: who has to do what, by when, and what shows that it is done.',
    parts: [
      {
        title: 'Where to begin',
        text: [
          'The overview shows what needs your attention, the most urgent on top. Each line leads to its task. The number beside “Tasks” is how many wait for you.',
        ],
      },
      {
        title: 'How a task goes',
        text: ['The word beside a task says on whose desk it lies:'],
        list: [
          'Not started: nobody has begun.',
          'In progress: the responsible side works on it.',
          'With reviewer: it was sent for review; the other side decides.',
          'Returned: it needs more work; the comment says what.',
          'Accepted: it is done.',
          'Waived: the side that would accept it no longer asks for it.',
          'Taken on: the incoming chair finishes it after the handover.',
        ],
      },
      {
        title: 'When something is not possible',
        text: [
          'The page then lists every reason at once, says whose move each one is, and links to where to look. Nothing that you typed is lost.',
          'Nobody accepts what their own side has sent. Whoever stands in for somebody counts as both people.',
        ],
      },
      {
        title: 'Dates and mails',
        text: [
          'A date ends at the end of the day in the place of the side that is responsible. When a meeting moves, the dates that hang on it move too, and everyone concerned is told once.',
          'Mails come in the working hours of your office, in your language, at most one summary a day; only what cannot wait comes at once. Each mail says why you get it and when it stops.',
        ],
      },
      {
        title: 'Slow lines, phones, paper',
        text: [
          'Every page works without scripts, on small screens and with the keyboard alone, and prints as a plain page.',
        ],
      },
      {
        title: 'Somebody to ask',
        text: ['Ask the Secretariat: it plans the handover, gives roles, and can name a stand-in for you.'],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'These pages are made to be used by everyone: with a keyboard, a screen reader, a magnifier, on a phone, or printed.',
    parts: [
      {
        title: 'What they keep to',
        text: [
          'The measure is level AA of the Web Content Accessibility Guidelines (WCAG) 2.2, which European standard EN 301 549 also asks for.',
        ],
        list: [
          'Everything can be reached and done with the keyboard, and what has the focus can be seen.',
          'Nothing is said by colour alone: each state has an icon and a word.',
          'Text can be enlarged fourfold without scrolling sideways.',
          'Mistakes in a form are listed on top, with links to the fields, and what was typed is kept.',
          'Nothing moves, blinks or ends by itself while you read.',
        ],
      },
      {
        title: 'How that is checked',
        text: [
          'Each page is checked by machine, in all four languages and at several widths, whenever something changes. Machines find only a part of all barriers. An inspection by people from outside has not taken place yet.',
        ],
      },
      {
        title: 'What is not good enough yet',
        text: [],
        list: [
          'Documents that people add are as accessible as their authors made them.',
          'Titles of tasks are written in up to three languages; where one is missing, the English title is shown and marked as English.',
        ],
      },
      {
        title: 'Tell us',
        text: [
          'If something keeps you from doing your work here, tell the Secretariat. It can also send you what you need in another form.',
        ],
      },
      { title: 'This statement', text: ['It was written in November 2026, from our own checks.'] },
    ],
  },
  personalData: {
    title: 'Personal data',
    lead: 'What is kept about you, who sees it, how long, and what you can ask for.',
    parts: [
      {
        title: 'What is kept',
        text: [],
        list: [
          'Your name, office, mail address and language, and the roles you were given, with their days.',
          'What you did here and when. The record holds a short code in place of your name.',
          'What you wrote: comments, reasons, notes; and the documents that you added.',
          'Which mails were sent to you, and whether they arrived.',
          'When you signed in, with which kind of browser, and when you were last here.',
        ],
      },
      {
        title: 'What is not done',
        text: [
          'Nobody is followed or measured, and nothing is loaded from other places. Your browser keeps three small entries (cookies): your session, the language you chose, and the line that tells what a form has done.',
        ],
      },
      {
        title: 'Who sees it',
        text: [
          'The people of your organisation’s handovers see your name, office and roles, and what you did. Observers do not see what was written. People of other bodies see nothing. The Secretariat sees all of its own body.',
        ],
      },
      {
        title: 'How long',
        text: [
          'A session ends after half an hour without use, and after twelve hours in any case. The record of a handover is kept as long as the Secretariat keeps its archive, because it shows what both chairs have signed.',
        ],
      },
      {
        title: 'What you can ask for',
        text: [
          'You can ask the Secretariat what is kept about you, have it put right, and have it erased. Your name, your mail address and what you wrote can be erased without breaking the record: it only ever held a code for them, and can still be checked afterwards.',
          'You may also complain to the data-protection authority of your country.',
        ],
      },
    ],
  },
};
