import { expect, test } from '@jest/globals';
import { memberName } from '../../src/web/names.js';

test('a country is called as the language calls it, in English as it was entered', () => {
  const gambia = { id: 'GM', name: 'The Gambia' };
  expect(memberName('fr', gambia)).toBe('Gambie');
  expect(memberName('en', gambia)).toBe('The Gambia');
});

test('a country of which nothing but its id is known has its name all the same', () => {
  expect(memberName('en', { id: 'EG', name: 'EG' })).toBe('Egypt');
  expect(memberName('pt', { id: 'EG', name: 'EG' })).toBe('Egito');
});

test('whoever is no country is called as entered', () => {
  expect(memberName('fr', { id: 'AU Commission', name: 'AU Commission' })).toBe('AU Commission');
});
