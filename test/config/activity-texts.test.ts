import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { en } from '../../config/languages/en/pages.js';
import { directionOf, LOCALES, PAGE_LANGUAGES, textsOf, type PageLanguage } from '../../config/languages/pages.js';
import type { ActivityLine } from '../../src/audit/account.queries.js';
import { DEEDS } from '../../src/handovers/activity.js';
import { detailOf, sentenceParts, subjectOf } from '../../src/handovers/views/line-words.js';
import { projectFolder } from '../../src/storage/project-folder.js';
import type { PageRequest } from '../../src/web/page-request.js';

/** The names of rules, which stand among those of deeds in the engine. */
const RULES =
  /^(task\.(accepted_without_review|waive_mandatory|accept|waive|\w+_jointly)|handover\.effect(_without_\w+)?|section\.(content_changed|silence))$/;

/** Every deed that the sources write into the record. */
function deeds(): string[] {
  const folder = projectFolder('src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const found = files.flatMap((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const written = [...text.matchAll(/\baction: '([a-z_]+\.[a-z_]+)'/g)];
    const listed = /engine\/.*(happenings|decide-term|rotation-change)\.ts$/.test(file)
      ? [...text.matchAll(/'((?:task|handover|term|section)\.[a-z_]+)'/g)]
      : [];
    return [...written, ...listed].flatMap(([, deed]) => deed ?? []);
  });
  return [...new Set(found)].filter((deed) => !RULES.test(deed)).sort();
}

function pageIn(language: PageLanguage): PageRequest {
  return {
    viewer: null,
    language,
    locale: LOCALES[language],
    direction: directionOf(language),
    texts: textsOf(language),
    address: '/',
    origin: 'https://gavel.secretariat.example',
    notice: null,
    savesData: false,
    formToken: '',
  };
}

const line = (action: string, facts: ActivityLine['facts'] = {}, subject = 'task:SOM-01'): ActivityLine => ({
  seq: 1,
  at: '2024-01-12T08:00:00.000Z',
  actor: 'ma-lead',
  actorName: 'Kim Ahorn',
  action,
  subject,
  facts,
  text: null,
  hash: '',
  names: { 'pt-lead': 'Inês Areal' },
});

describe('what is written into the record', () => {
  test('is found in the sources', () => {
    expect(deeds()).toEqual(
      expect.arrayContaining(['task.submitted', 'handover.signed', 'role.given', 'term.extended']),
    );
  });

  test('has a line for every deed', () => {
    expect(deeds().filter((deed) => !Object.hasOwn(en.activity.lines, deed))).toEqual([]);
  });

  test('belongs to one kind of the page’s filter when it is about a handover', () => {
    const kinds = Object.values(DEEDS).flat() as string[];
    const ofHandovers = deeds().filter((deed) => /^(task|handover|section)\./.test(deed));
    expect(kinds).toHaveLength(new Set(kinds).size);
    expect([...kinds].sort()).toEqual([...ofHandovers, 'plan.revised'].sort());
  });

  test.each(['fr', 'pt', 'ar'] as const)('is told in %s, not in English', (language) => {
    const said = (of: PageLanguage, deed: string): string => sentenceParts(pageIn(of), line(deed)).join('…');
    expect(deeds().filter((deed) => said(language, deed) === said('en', deed))).toEqual([]);
  });

  test.each(PAGE_LANGUAGES)('never says undefined in %s', (language) => {
    const page = pageIn(language);
    for (const deed of Object.keys(en.activity.lines)) {
      const told = [
        sentenceParts(page, line(deed)).join(subjectOf(page, line(deed), new Map()).text),
        detailOf(page, line(deed)),
      ];
      expect(told.join()).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  test('names the new dates, the people and the sides', () => {
    const page = pageIn('en');
    const change = { kind: 'meeting', startsOn: '2024-04-24', endsOn: '2024-04-25' };
    expect(detailOf(page, line('plan.revised', { change, moved: 12 }))).toBe(
      'the meeting is from 24 April 2024 to 25 April 2024 · 12 dates moved',
    );
    expect(detailOf(page, line('plan.revised', { change: { kind: 'meeting', startsOn: null }, moved: 0 }))).toBe(
      'the meeting is postponed without a date · no date moved',
    );
    expect(detailOf(page, line('task.reassigned', { person: { from: null, to: 'pt-lead' } }))).toBe('to Inês Areal');
    expect(detailOf(page, line('task.committed', { dueOn: '2024-03-01' }))).toBe('until 1 March 2024');
    expect(detailOf(page, line('handover.signed', { side: 'incoming' }))).toBe('for the incoming chair');
  });

  test('tells of a deed that it does not know by what it is about', () => {
    const titles = new Map([['SOM-01', { en: 'Agenda' }]]);
    expect(subjectOf(pageIn('en'), line('task.unheard_of'), titles)).toEqual({
      text: 'Agenda',
      lang: 'en',
      task: 'SOM-01',
    });
    expect(sentenceParts(pageIn('en'), line('constructor'))).toEqual(['changed ', '']);
  });
});
