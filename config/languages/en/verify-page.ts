/** The page on which an archive is checked. */
export const verifyPage = {
  title: 'Check an archive',
  lead: 'Whether an archive of a handover is whole, and is what was signed. It is checked in this browser: nothing of it is sent anywhere.',
  needsScript:
    'This page needs JavaScript, because it checks the archive here and not on a server. Without it, check the archive with the command below.',
  choose: 'Archive (ZIP)',
  drop: 'Choose the file, or drop it anywhere on this page.',
  progress: 'How much of it has been checked',
  checking: 'Checking {name} …',
  whole: 'The archive is whole',
  keyKnown: 'It was signed by a key of this installation.',
  keyUnknown:
    'It was signed by a key that is not of this installation. Compare the fingerprint of the key with the one that whoever made the archive has made known: anybody can sign with a key of their own.',
  facts: {
    title: 'Handover',
    body: 'Body',
    number: 'Number of the record',
    madeAt: 'Made',
    documents: 'Documents in it',
    leftOut: 'Restricted documents left out',
    sha256: 'SHA-256 of the record',
    head: 'Head of the account',
    fingerprint: 'Fingerprint of the key',
  },
  wrong: 'The archive is not what was signed',
  wrongHelp: 'This is the first thing that is wrong; there may be more. Ask whoever gave it to you for another copy.',
  unable: 'This browser cannot check signatures',
  unableHelp: 'Use a newer browser, over an address that begins with https, or the command below.',
  unread: 'The file could not be read to its end',
  unreadHelp: 'It may have been changed or removed meanwhile. Choose it again.',
  command: {
    title: 'Without this page',
    text: 'The same check, offline, on a computer that has Gavel:',
    without: 'Without Gavel, unpack the archive and check files and signature with tools that every system has:',
  },
  keys: {
    title: 'Keys of this installation',
    text: 'Fingerprints (SHA-256) of the keys that sign or have signed records here.',
    since: (day: string) => `Signs since ${day}`,
    between: (from: string, until: string) => `Signed from ${from} to ${until}; what it signed stays good`,
  },
};
