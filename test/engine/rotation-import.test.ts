import { describe, expect, test } from '@jest/globals';
import { chairInterval, gaps, overlaps } from '../../src/engine/terms/chair.js';
import { chairsOn } from '../../src/engine/terms/chairs-on.js';
import { daysBetween } from '../../src/engine/time/days.js';
import { readRotation, readRotations, type Rotation } from '../../src/engine/terms/rotation-import.js';
import { bodyOf, readable, rotationFile, termOf } from '../support/terms.js';
import { body, entry, TODAY } from '../support/rotation-documents.js';

const others = readable(readRotations(rotationFile('other-bodies'), TODAY)).rotations;
const rabat = readable(readRotation(rotationFile('rabat-process'), TODAY));
const [council, union, asean] = ['coe-cm', 'eu-council', 'asean'].map((key) => bodyOf(others, key)) as [
  Rotation,
  Rotation,
  Rotation,
];

function uncertain(rotation: Rotation): readonly string[] {
  return rotation.terms.filter((term) => term.certainty === 'uncertain').map((term) => term.id);
}

function told(rotation: Rotation, day: string): readonly string[] {
  return chairsOn(rotation.terms, day).map((chair) => `${chair.holders.join('+')} ${chair.as}`);
}

describe('the rotations of four bodies', () => {
  test.each([
    [council, 24],
    [union, 48],
    [asean, 19],
    [rabat, 12],
  ] as const)('all terms load, without overlap or gap (%#)', (rotation, count) => {
    expect(rotation.terms).toHaveLength(count);
    expect(new Set(rotation.terms.map((term) => term.id)).size).toBe(count);
    expect(overlaps(rotation.terms)).toEqual([]);
    expect(gaps(rotation.terms)).toEqual([]);
  });

  test('exactly the terms with a doubt are uncertain, and the doubt is kept', () => {
    expect(uncertain(union)).toEqual([]);
    expect(uncertain(council)).toEqual(['2014-be', '2022-is', '2023-lv', '2024-lt', '2024-lu', '2025-md', '2026-mc']);
    expect(uncertain(asean)).toEqual([
      '2007-sg',
      '2013-bn',
      '2016-la',
      '2018-sg',
      '2019-th',
      '2020-vn',
      '2021-bn',
      '2022-kh',
    ]);
    expect(uncertain(rabat)).toEqual(['2015-ma', '2016-pt', '2016-ml', '2025-ng', '2026-ch']);
    expect(termOf(council.terms, '2025-md').certaintyNote).toBe('end planned');
    expect(termOf(rabat.terms, '2016-pt').certaintyNote).toBe('uncertain: 2016, press says 2016-2017');
  });

  test('sources that disagree on a day leave the term uncertain with both days in its note', () => {
    expect(termOf(rabat.terms, '2025-ng')).toMatchObject({
      effective: { start: '2025-01-30' },
      certaintyNote: expect.stringMatching(/30 January.*31 January/),
    });
  });

  test('a certain term may carry a remark; the label on its programme is not its term', () => {
    expect(termOf(rabat.terms, '2024-pt')).toMatchObject({
      certainty: 'confirmed',
      certaintyNote: 'confirmed; the programme label starts a month before the real start',
      label: 'January 2024 - January 2025',
      effective: { start: '2024-02-01', end: '2025-01-30' },
    });
  });

  test('facts of the bodies and their irregularities are kept', () => {
    expect(council.body).toMatchObject({ key: 'coe-cm', boundary: 'shared_day', texts: { nominalTerm: '6 months' } });
    expect(union.body.orderBeforeAmendment).toHaveLength(7);
    expect([council, union, asean].map((rotation) => rotation.irregularities.length)).toEqual([8, 4, 6]);
    expect(asean.remarks).toContainEqual({ term: '2025-my', facts: { ceremony: '2024-10-11' } });
    expect(termOf(council.terms, '2016-ee').sources).toHaveLength(2);
  });

  test('one chair on every day: shared days pass from one to the next, inclusive years follow each other', () => {
    expect(told(council, '2019-05-17')).toEqual(['FR chair', 'FI earlier_that_day']);
    expect(told(union, '2016-12-31')).toEqual(['SK chair']);
    expect(told(union, '2017-01-01')).toEqual(['MT chair']);
  });

  test('ASEAN: 24 July 2008 is shared although the body prints inclusive dates', () => {
    expect(asean.body.boundary).toBe('inclusive');
    expect(termOf(asean.terms, '2007-sg').boundary).toBe('shared_day');
    expect(termOf(asean.terms, '2008-th').boundary).toBe('inclusive');
    expect(told(asean, '2008-07-24')).toEqual(['TH chair', 'SG earlier_that_day']);
    expect(told(asean, '2009-12-31')).toEqual(['TH chair']);
  });

  test('ASEAN 2024: for 82 days after its gavel Malaysia was not the chair', () => {
    const start = termOf(asean.terms, '2025-my').effective.start ?? '';
    expect(daysBetween('2024-10-11', start)).toBe(82);
    expect(told(asean, '2024-10-11')).toEqual(['LA chair']);
    expect(told(asean, '2024-12-31')).toEqual(['LA chair']);
    expect(told(asean, '2025-01-01')).toEqual(['MY chair']);
  });

  test('Rabat Process: early years have candidates, the chain of exact days begins with Belgium', () => {
    expect(told(rabat, '2015-06-01')).toEqual(['MA candidate']);
    expect(told(rabat, '2016-08-01')).toEqual(['MA candidate', 'PT candidate', 'ML candidate']);
    expect(told(rabat, '2017-03-21')).toEqual(['BE chair', 'ML earlier_that_day']);
    expect(told(rabat, '2024-02-01')).toEqual(['PT chair', 'MA earlier_that_day']);
    expect(told(rabat, '2026-01-30')).toEqual(['NG candidate', 'CH candidate']);
    expect(told(rabat, '2026-11-23')).toEqual(['CH chair']);
  });

  test('a year or an unknown day never becomes an exact chair', () => {
    const exact = rabat.terms.filter((term) => chairInterval(term) !== null).map((term) => term.id);
    expect(exact).not.toContain('2015-ma');
    expect(exact).toEqual(['2017-be', '2018-bf', '2019-fr', '2020-gq', '2021-es', '2022-ma', '2024-pt']);
  });
});

describe('states by the day of the import', () => {
  const at = (today: string) =>
    readable(readRotation(rotationFile('rabat-process'), today)).terms.map((term) => term.state);

  test('what is over is concluded, what runs serves, what is certain is confirmed, the rest is proposed', () => {
    expect(at('2024-01-12').slice(7)).toEqual(['concluded', 'serving', 'confirmed', 'proposed', 'proposed']);
  });

  test('on the shared day the new term serves and the old one is concluded', () => {
    expect(at('2024-01-31').slice(8, 10)).toEqual(['serving', 'confirmed']);
    expect(at('2024-02-01').slice(8, 10)).toEqual(['concluded', 'serving']);
  });

  test.each(['2010-01-01', '2015-06-01', '2016-08-01', '2017-03-20', '2026-01-29', '2026-01-30', '2040-01-01'])(
    'on %s at most one term serves',
    (today) => {
      expect(at(today).filter((state) => state === 'serving').length).toBeLessThanOrEqual(1);
    },
  );

  test('a running term has its end planned, not reached', () => {
    const terms = readable(readRotation(rotationFile('rabat-process'), '2024-01-12')).terms;
    expect(termOf(terms, '2022-ma')).toMatchObject({
      effective: { start: '2022-12-14', end: null },
      planned: { start: null, end: '2024-02-01' },
    });
    expect(termOf(terms, '2024-pt')).toMatchObject({ planned: { start: '2024-02-01' }, effective: { start: null } });
  });
});

describe('shapes', () => {
  test('a dialogue’s own file gives its rotation among other sections', () => {
    const { terms } = rotationFile('rabat-process') as { terms: unknown };
    const file = {
      generated: 'x',
      dialogue: { key: 'rabat-process', name: 'Rabat Process', founded: '2006' },
      terms,
      members: {},
    };
    const { rotations } = readable(readRotations(file, TODAY));
    expect(rotations[0]?.body).toMatchObject({ key: 'rabat-process', boundary: 'shared_day' });
    expect(rotations[0]?.terms).toEqual(rabat.terms);
  });

  test('null is a vacancy, a list is co-chairs of one term', () => {
    const { terms } = readable(
      readRotation(
        body([entry(['FR', 'GQ'], '2020-01-01', '2020-06-30'), entry(null, '2020-07-01', '2020-12-31')]),
        TODAY,
      ),
    );
    expect(terms).toMatchObject([
      { id: '2020-fr-gq', holders: ['FR', 'GQ'], kind: 'regular' },
      { id: '2020-vacant', holders: [], kind: 'vacancy' },
    ]);
    expect(chairsOn(terms, '2020-10-01')).toMatchObject([{ as: 'vacancy' }]);
  });

  test('rival claims may overlap, and are told as claims', () => {
    const disputed = { certainty: 'disputed: claimed by both' };
    const rotation = readable(
      readRotation(
        body([entry('VE', '2016-07-29', null, disputed), entry('AR', '2016-09-13', null, disputed)]),
        '2016-10-01',
      ),
    );
    expect(told(rotation, '2016-10-01')).toEqual(['VE rival_claim', 'AR rival_claim']);
  });

  test('a composite state is one holder, whichever of its parts does the work', () => {
    const { terms } = readable(
      readRotation(body([entry('DK', '2025-05-12', null)], { boundary: 'shared_day' }), TODAY),
    );
    expect(terms).toMatchObject([{ holders: ['DK'], state: 'serving' }]);
  });

  test('the same member twice in a year gets two ids', () => {
    const twice = [entry('PT', '2020-01-01', '2020-06-30'), entry('PT', '2020-07-01', '2020-12-31')];
    expect(readable(readRotation(body(twice), TODAY)).terms.map((term) => term.id)).toEqual(['2020-pt', '2020-pt-2']);
  });

  test('a month is kept with its first and last day', () => {
    const { terms } = readable(readRotation(body([entry('GQ', '2020-12', '2021-02')]), TODAY));
    expect(terms[0]).toMatchObject({
      effective: { start: '2020-12-01', end: '2021-02-28' },
      precision: { start: 'month', end: 'month' },
    });
  });
});
