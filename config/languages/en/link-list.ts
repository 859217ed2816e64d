import { plural } from '../plural.js';

/** Many links brought in at once. */
export const linkList = {
  title: 'Add many links',
  help: 'One link in each line: task, address, title, and if you like the language (en, fr, pt, ar, es) and who may see it (public, participants, restricted). Separate them by tabs, semicolons or commas, as spreadsheets copy them.',
  label: 'Links',
  whole: 'All are added, or none where one is wrong.',
  button: 'Add all links',
  back: 'Back to the tasks',
  none: 'Give at least one link',
  most: (most: number) => `Give at most ${String(most)} links at a time`,
  line: (line: number, what: string) => `Line ${String(line)}: ${what}`,
  fields: { task: 'task', title: 'title', reference: 'address', language: 'language', marking: 'who may see it' },
  faults: {
    no_task: 'is no task of this handover',
    listed_twice: 'stands in the list twice',
    there_already: 'is evidence of this task already',
  },
  done: (count: number) => plural('en', count, { one: '# link is added.', other: '# links are added.' }),
};
