/** What mails about signing in say in English; the other languages have the same keys, checked by type. */
export const signInMails = {
  greeting: (name: string) => `Dear ${name},`,
  linkSubject: 'Your link to sign in',
  linkHeading: 'Sign in',
  linkIntro: (minutes: number) =>
    `Open this link in the browser in which you asked for it. It works once, for ${String(minutes)} minutes.`,
  link: 'Sign in',
  codeIntro: 'Did you ask on another device? Type this code there:',
  notYou: 'You did not ask for this? Then you need do nothing: without your second factor nobody gets in.',
  newsSubject: 'How you sign in has changed',
  newsHeading: 'How you sign in has changed',
  news: {
    added: 'A second factor was set up for you.',
    removed: 'A second factor of yours was removed.',
    reset:
      'The Secretariat has reset your second factor, and all your sessions have ended. At your next sign-in you set up another.',
    recovery_used: 'Somebody signed in as you with one of your recovery codes.',
    recovery_made: 'New recovery codes were made for you; the old ones no longer work.',
  },
  look: 'Look at it',
  notYouNews: 'If this was not you, tell your Secretariat at once.',
  noReply: 'This mail was written by a machine; answers reach nobody.',
};

/** The texts of mails about signing in, in one language. */
export type SignInMailTexts = typeof signInMails;
