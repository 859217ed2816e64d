/** The page with the records of a handover and their archives. */
export const recordFiles = {
  title: 'Record and files',
  lead: 'A record says what the handover was when it was made: parties, sections, decisions, signatures, documents. It is signed and never altered. Its archive is one file that can be read and checked without this service, years from now.',
  pack: 'The handover pack as a PDF',
  packHint:
    'As the pack is when the file is made: sections, tasks, meetings, contacts. Documents are named in it; they are in the archive.',
  language: 'Language',
  purpose: 'Purpose',
  purposes: { 'ua-1': 'for reading (PDF/UA-1)', 'a-2a': 'for keeping (PDF/A-2a)' },
  restricted: 'Restricted documents',
  holdings: { all: 'with restricted documents', open: 'without restricted documents' },
  /** Between the parts of the name of a file. */
  comma: ', ',
  askPdf: 'Make the PDF',
  compare: 'What to compare it by',
  none: 'There is no record yet. The first is made when both chairs have signed.',
  record: (number: number) => `Record no. ${String(number)}`,
  make: 'Make a record now',
  makeHint: 'It says how the handover stands at this moment, and is entered in the activity.',
  recordMade: (number: number) => `Record no. ${String(number)} has been made.`,
  ask: 'Make the archive',
  askAll: 'Make the archive with restricted documents',
  askOpen: 'Make the archive without restricted documents',
  asked: 'The file is being made. This page shows how far it has come.',
  archive: 'Archive (ZIP)',
  queued: 'waits to be made',
  making: (percent: number) => `${String(percent)} % made`,
  reload: 'Look how far it has come',
  problems: {
    content:
      'it cannot be made, because a document is not the one that the record names. Tell whoever runs this service.',
    gave_up: 'making it was tried three times and failed. Ask for it again, or tell whoever runs this service.',
  },
  check: 'Whether an archive is whole can be checked by anybody:',
  checkLink: 'check an archive',
  back: 'Back to the handover pack',
};
