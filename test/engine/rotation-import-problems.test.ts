import { describe, expect, test } from '@jest/globals';
import { readRotation, readRotations } from '../../src/engine/terms/rotation-import.js';
import { readable } from '../support/terms.js';
import { body, entry, problems, TODAY } from '../support/rotation-documents.js';

describe('bad input', () => {
  const good = entry('PT', '2020-01-01', '2020-06-30');

  test.each([
    ['30 February', body([entry('PT', '2024-02-30', null)]), 'terms[0].start: must be a date that exists'],
    ['a date with a time', body([entry('PT', '2024-02-03T00:00', null)]), 'terms[0].start: must be a date that exists'],
    ['a number for a date', body([entry('PT', 2024, null)]), 'terms[0].start: must be a date that exists'],
    ['a thirteenth month', body([entry('PT', '2024-13', null)]), 'terms[0].start: must be a date that exists'],
    [
      'an end before its start',
      body([entry('PT', '2020-06-30', '2020-01-01')]),
      'terms[0].end: 2020-01-01 is not after',
    ],
    [
      'a wrong length',
      body([entry('PT', '2020-01-01', '2020-06-30', { lengthDays: 180 })]),
      'terms[0].lengthDays: says 180, but from start to end it is 181',
    ],
    [
      'an unknown field of a term',
      body([{ ...(good as object), chairman: 'x' }]),
      'terms[0].chairman: is not known here',
    ],
    ['an unknown field of a body', body([good], { Terms: [] }), 'Terms: is not known here'],
    ['a missing field', body([{ chair: 'PT', start: '2020-01-01', end: null }]), 'terms[0].certainty: is missing'],
    ['a small country code', body([entry('pt', '2020-01-01', null)]), 'terms[0].chair: must be a country code'],
    ['a long country code', body([entry('PRT', '2020-01-01', null)]), 'terms[0].chair: must be a country code'],
    [
      'a wrong code in a list',
      body([entry(['FR', 7], '2020-01-01', null)]),
      'terms[0].chair[1]: must be a country code',
    ],
    ['a co-chair named twice', body([entry(['FR', 'FR'], '2020-01-01', null)]), 'terms[0].chair: names a holder twice'],
    [
      'U+0000',
      body([entry('PT', '2020-01-01', null, { certainty: 'con\u0000firmed' })]),
      'terms[0].certainty: must not contain control characters',
    ],
    [
      'a control character',
      body([entry('PT', '2020-01-01', null, { place: 'Rabat\u0007' })]),
      'terms[0].place: must not contain control characters',
    ],
    [
      'a right-to-left override',
      body([good], { name: 'Rabat \u202eprocess' }),
      'name: must not contain control characters',
    ],
    ['a lone surrogate', body([good], { name: 'Rabat \ud800' }), 'name: must not contain control characters'],
    ['a key with spaces', body([good], { key: 'Rabat Process' }), 'key: must be small letters'],
    ['an unknown boundary', body([good], { boundary: 'noon' }), 'boundary: must be shared_day or inclusive'],
    ['no boundary and no dates that show one', body([good], { boundary: undefined }), 'boundary: is missing'],
    [
      'terms out of order',
      body([good, entry('FR', '2019-01-01', '2019-06-30')]),
      'terms[1].start: 2019-fr begins before 2020-pt',
    ],
    ['no terms', body([]), 'terms: must have at least 1 entries'],
    ['terms as an object', { ...(body([]) as object), terms: {} }, 'terms: must be a list'],
    ['a term as a text', body(['PT']), 'terms[0]: must be an object'],
    [
      'an irregularity without words',
      body([good], { irregularities: [{ kind: 'swap' }] }),
      'irregularities[0].what: is missing',
    ],
    ['a text for all', 'rotation', ': must be an object'],
  ])('%s is named with its path', (_what, json, problem) => {
    expect(problems(json)).toContainEqual(expect.stringContaining(problem));
  });

  test('a rotation that overlaps names both terms', () => {
    expect(problems(body([good, entry('FR', '2020-06-29', '2020-12-31')]))).toEqual([
      'terms[1].start: 2020-fr overlaps with 2020-pt',
    ]);
  });

  test('an overlap with any earlier term is found, not only with the one before', () => {
    const long = entry('DE', '2020-01-01', '2021-12-31');
    const terms = [long, entry('FR', null, '2020-12-31'), entry('PT', '2021-06-01', '2021-12-31')];
    expect(problems(body(terms))).toContain('terms[2].start: 2021-pt overlaps with 2020-de');
  });

  test('a precision that contradicts its date is named', () => {
    const term = {
      key: '2015-MA',
      chairIso: 'MA',
      start: '2015',
      startPrecision: 'day',
      end: null,
      endPrecision: 'never',
      certainty: 'x',
    };
    expect(problems(body([term]))).toEqual([
      'terms[0].startPrecision: says day, but the date is given as: year',
      'terms[0].endPrecision: must be one of day, month, year, approximate, unknown',
    ]);
  });

  test('two terms of one key are named', () => {
    const term = (start: string, end: string) => ({
      key: '2020-PT',
      chairIso: 'PT',
      start,
      startPrecision: 'day',
      end,
      endPrecision: 'day',
      certainty: 'confirmed',
    });
    expect(problems(body([term('2020-01-01', '2020-06-30'), term('2020-07-01', '2020-12-31')]))).toEqual([
      'terms[1].key: 2020-pt is used by another term',
    ]);
  });

  test('all problems come at once, each with the path in its file', () => {
    const file = { bodies: [body([good]), body([entry('xx', '2020-02-30', '2020-01-01')], { name: '' })], extra: 1 };
    const result = readRotations(file, TODAY);
    expect('problems' in result && result.problems.map((problem) => problem.path)).toEqual([
      'extra',
      'bodies[1].terms[0].chair',
      'bodies[1].terms[0].start',
      'bodies[1].name',
      'bodies[1].key',
    ]);
  });

  test('__proto__ is an unknown field and changes nothing', () => {
    const json: unknown = JSON.parse('{"key":"a","name":"A","terms":[],"__proto__":{"boundary":"inclusive"}}');
    expect(problems(json)).toContainEqual(expect.stringContaining('__proto__: is not known here'));
    expect(Object.hasOwn(Object.prototype, 'boundary')).toBe(false);
  });

  test('a thousand terms are read and one more is refused', () => {
    const many = (count: number) =>
      body(
        Array.from({ length: count }, (_, at) =>
          entry('PT', `${String(1900 + at)}-01-01`, `${String(1900 + at)}-12-31`),
        ),
      );
    expect(readable(readRotation(many(1000), TODAY)).terms).toHaveLength(1000);
    expect(problems(many(1001))).toContain('terms: must have at most 1000 entries');
  });
});
