import { describe, expect, test } from '@jest/globals';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { en } from '../../config/languages/en/pages.js';
import { directionOf, LOCALES, PAGE_LANGUAGES, textsOf, type PageLanguage } from '../../config/languages/pages.js';
import type { UnmetGate } from '../../src/engine/decision.js';
import type { Facts } from '../../src/engine/words.js';
import { Refusals } from '../../src/web/components/refusals.js';
import { gateSentence } from '../../src/web/gate-words.js';
import type { PageRequest } from '../../src/web/page-request.js';
import { gateCodes } from '../support/gate-codes.js';

const CODES = gateCodes();

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

const gate = (code: string, facts: Facts = {}, more: Partial<UnmetGate> = {}): UnmetGate => ({
  code,
  facts,
  whose: 'secretariat',
  ...more,
});

/** Every fact that any condition carries, with a value of its kind. */
const FACTS: Facts = {
  ...{ move: 'submit', state: 'started', allowedFrom: ['open', 'returned'], handoverState: 'closed' },
  ...{ desks: ['outgoing', 'secretariat'], side: 'incoming', sides: ['incoming'], persons: ['pt-lead'] },
  ...{ task: 'SOM-01', term: '2024-pt', first: '2024-pt', second: '2025-xx', before: '2024-pt', inTheChair: '2022-ma' },
  ...{
    turns: ['2025-a', '2026-b'],
    holders: ['PT', 'ES'],
    role: 'lead',
    office: 'aima',
    member: null,
    field: 'reason',
  },
  ...{ due: '2024-01-12', handoverDate: '2024-02-01', today: '2024-01-09', start: '2024-02-01', end: '2024-01-31' },
  ...{ on: '2024-01-01', since: '2024-01-02', now: '2024-12-31', from: '2024-01-01', until: '2024-02-01' },
  ...{ date: '2024-02-30', day: '2024-01-01', leftOn: '2024-01-01', untilDay: '2024-01-01', startsOn: null },
  ...{ months: 5, most: 20, count: 20, problems: 3, expected: 1, actual: 2, revokedAt: '2024-01-01T00:00:00.000Z' },
};

describe('the reasons why something is not possible', () => {
  test('are found in the sources', () => {
    expect(CODES).toEqual(
      expect.arrayContaining(['task.waits_for', 'term.wrong_state', 'task.not_your_side', 'handover.already_signed']),
    );
    expect(CODES.length).toBeGreaterThan(90);
  });

  test('each have a text', () => {
    const said = Object.keys(en.gates.sentences);
    expect(CODES.filter((code) => !said.includes(code))).toEqual([]);
  });

  test('have no text that no condition uses', () => {
    expect(Object.keys(en.gates.sentences).filter((code) => !CODES.includes(code))).toEqual([]);
  });

  test.each(PAGE_LANGUAGES)('read as sentences in %s, also where a fact is missing', (language) => {
    const page = pageIn(language);
    const sentences = Object.keys(en.gates.sentences).flatMap((code) => [
      gateSentence(page, gate(code, FACTS)),
      gateSentence(page, gate(code)),
    ]);
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|Invalid/);
      expect(sentence).toMatch(/[.؟!]$/u);
    }
  });

  test.each(['fr', 'pt', 'ar'] as const)('are said in %s, not in English', (language) => {
    const english = pageIn('en');
    const same = Object.keys(en.gates.sentences).filter(
      (code) => gateSentence(pageIn(language), gate(code)) === gateSentence(english, gate(code)),
    );
    expect(same).toEqual([]);
  });

  test('fall back to a general sentence when a code is not known', () => {
    expect(gateSentence(pageIn('en'), gate('pack.never_heard_of'))).toBe('A condition for this is not met yet.');
    expect(gateSentence(pageIn('en'), gate('constructor'))).toBe('A condition for this is not met yet.');
  });
});

describe('a refusal on a page', () => {
  const render = (gates: UnmetGate[], language: PageLanguage = 'en'): string =>
    renderToString(h(Refusals, { page: pageIn(language), gates, bodyId: 'rabat-process', handoverId: '2024-pt' }));

  test('lists every reason, whose move each is, and where to look', () => {
    const html = render([
      gate(
        'task.waits_for',
        { task: 'SOM-01', state: 'open' },
        { whose: 'outgoing', about: { kind: 'task', id: 'SOM-01' } },
      ),
      gate('handover.date_missing'),
      gate('handover.not_a_party', {}, { about: { kind: 'handover', id: '2025-x' } }),
    ]);
    expect(html).toContain('It waits for task SOM-01, which is “Not started”.');
    expect(html).toContain('Waiting for the outgoing chair.');
    expect(html).toContain('href="/bodies/rabat-process/handovers/2024-pt/tasks/SOM-01"');
    expect(html).toContain('No date is set on which the chair passes.');
    expect(html).toContain('href="/bodies/rabat-process/handovers/2025-x"');
    expect(html).toContain('3 conditions are not met:');
  });

  test('shows what people wrote as text', () => {
    const html = render([
      gate('term.holder_known', { holders: ['<b>x'] }),
      gate('rotation.holder_known', { holders: ['<b>x'] }),
    ]);
    expect(html).not.toContain('<b>');
  });

  test('keeps names of things apart from Arabic around them', () => {
    const html = render([gate('rotation.term_unknown', { term: '2024-pt' })], 'ar');
    expect(html).toContain('\u20682024-pt\u2069');
  });
});
