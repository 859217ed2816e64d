export const signIn = {
  title: 'Sign in',
  what: 'Chair Handover keeps the tasks, deadlines and documents of a handover between two chairs in one place, and reminds both sides in time.',
  demoTitle: 'Try it out',
  demoHint: 'This is a demo with invented people. Choose whom to be; nothing you do here reaches anyone.',
  signInAs: (name: string) => `Sign in as ${name}`,
  signedOut: 'You are signed out.',
  titles: {
    'ma-lead': 'Outgoing chair’s team, lead (Morocco)',
    'ma-delegate': 'Outgoing chair’s team (Morocco)',
    'pt-lead': 'Incoming chair’s team, lead (Portugal)',
    'pt-delegate': 'Incoming chair’s team (Portugal)',
    'sec-lead': 'Secretariat',
    observer: 'Observer',
  } as Readonly<Record<string, string>>,
};
