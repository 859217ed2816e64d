import type { LineFacts } from '../../../config/languages/line-facts.js';
import type { ActivityLine } from '../../audit/account.queries.js';
import { longDay } from '../../web/dates.js';
import { isolated } from '../../web/gate-words.js';
import { inLanguage } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';

/** Tasks by id, as far as their names are needed. */
export type TaskTitles = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** What a line is about, in words; a task has an address of its own besides. */
export interface LineSubject {
  readonly text: string;
  /** The language of the text, where it may be another than the page's. */
  readonly lang?: string;
  /** The id of the task it is; null for everything else. */
  readonly task: string | null;
}

/** Where the subject stands in a sentence: no text that people write has this sign. */
const HERE = '\u0000';

/** What was done, in the parts around the subject. */
export function sentenceParts({ texts }: PageRequest, { action }: ActivityLine): readonly string[] {
  const { lines, other } = texts.activity;
  const sentences: Readonly<Record<string, (what: string) => string>> = lines;
  const say = Object.hasOwn(sentences, action) ? sentences[action] : undefined;
  return (say ?? other)(HERE).split(HERE);
}

export function subjectOf(page: PageRequest, { subject, names }: ActivityLine, titles: TaskTitles): LineSubject {
  const [kind = '', id = ''] = subject.split(/:(.*)/s);
  if (kind === 'handover') return { text: page.texts.activity.thisHandover, task: null };
  if (kind === 'person') return { text: isolated(page, names[id] ?? id), task: null };
  const title = kind === 'task' ? titles.get(id) : undefined;
  return title === undefined
    ? { text: isolated(page, id), task: null }
    : { ...inLanguage(page.language, title), task: id };
}

/** What more there is to say of a line, such as a new date; empty for nothing. */
export function detailOf(page: PageRequest, line: ActivityLine): string {
  const { details, causes } = page.texts.activity;
  const facts = factsOf(page, line);
  const cause = line.action === 'plan.revised' ? facts.text('change.kind') : '';
  const said = [
    ...(Object.hasOwn(causes, cause) ? [causes[cause]] : []),
    ...(Object.hasOwn(details, line.action) ? [details[line.action]] : []),
  ];
  return said
    .map((say) => say?.(facts) ?? '')
    .filter((words) => words !== '')
    .join(' · ');
}

function factsOf(page: PageRequest, { facts, names }: ActivityLine): LineFacts {
  const at = (path: string): unknown =>
    path.split('.').reduce<unknown>((value, name) => {
      return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? Reflect.get(value, name)
        : undefined;
    }, facts);
  const text = (path: string): string => {
    const value = at(path);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '…';
  };
  const worded = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;
  return {
    has: (path) => at(path) !== undefined && at(path) !== null,
    text,
    count: (path) => Number(at(path) ?? 0),
    day: (path) => (/^\d{4}-\d{2}-\d{2}$/.test(text(path)) ? longDay(page, text(path)) : text(path)),
    person: (path) => isolated(page, names[text(path)] ?? text(path)),
    desk: (path) => worded(page.texts.gates.desks, text(path)),
    role: (path) => worded(page.texts.layout.personRoles, text(path)),
  };
}
