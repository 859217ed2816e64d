import { expect, test } from '@jest/globals';
import { PAGE_LANGUAGES, textsOf } from '../../config/languages/pages.js';

/** English words that are French ones too, and names of places. */
const ALIKE = new Set(
  ['documents', 'dates', 'section', 'public', 'participants', 'version', 'rotation', 'page', 'archive', 'zip'].concat([
    'casablanca',
    'madrid',
  ]),
);

/** Every text by its place; of a function the words that it is written with. */
function leavesOf(texts: unknown, place = ''): ReadonlyMap<string, string> {
  if (typeof texts === 'string') return new Map([[place, texts]]);
  if (typeof texts === 'function') return new Map([[place, literalsOf(String(texts))]]);
  if (typeof texts !== 'object' || texts === null) return new Map();
  return new Map(
    Object.entries(texts).flatMap(([key, value]) => [...leavesOf(value, place === '' ? key : `${place}.${key}`)]),
  );
}

/** The words of a function, without the names by which it asks for a fact. */
function literalsOf(source: string): string {
  const literals =
    source
      .replaceAll(/\.\w+\('\w+'\)/g, ' ')
      .replaceAll(/\$\{[^}]*\}/g, ' ')
      .match(/`[^`]*`|'[^']*'|"[^"]*"/g) ?? [];
  return literals.join(' ');
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]{3,}/g) ?? [];

const english = leavesOf(textsOf('en'));

test.each(PAGE_LANGUAGES.filter((language) => language !== 'en'))('nothing is left in English in %s', (language) => {
  const left = [...leavesOf(textsOf(language))].filter(
    ([place, text]) => english.get(place) === text && wordsOf(text).some((word) => !ALIKE.has(word)),
  );
  expect(left).toEqual([]);
});
