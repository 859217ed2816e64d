import { describe, expect, test } from '@jest/globals';
import { bodyFileProblems } from '../../src/commands/body-problems.js';
import { readProjectFile } from '../support/project-file.js';

type Row = Record<string, unknown>;
type Lists = Record<'members' | 'offices' | 'people' | 'roles' | 'meetings', Row[]>;
type Loose = Lists & { body: Row; secret?: unknown };

/** The body that comes with Gavel, with something changed in it. */
function spoiled(spoil: (file: Loose) => void): string[] {
  const file = JSON.parse(readProjectFile('config/bodies/rabat-process.json')) as Loose;
  spoil(file);
  return bodyFileProblems(file).map(({ path, message }) => `${path} ${message}`);
}

test('the body that comes with Gavel has no problem', () => {
  expect(spoiled(() => undefined)).toEqual([]);
});

describe('a body file is refused whole, with every problem and its path', () => {
  test('what is no object at all', () => {
    expect(bodyFileProblems(null)).toEqual([{ path: '', message: 'must be an object' }]);
    expect(bodyFileProblems([])).toEqual([{ path: '', message: 'must be an object' }]);
  });

  test('unknown fields, and fields that are missing', () => {
    const problems = spoiled((file) => {
      file.secret = [];
      delete (file as Partial<Lists>).people;
      file.members[0]!.capital = 'Algiers';
    });
    expect(problems).toContainEqual(expect.stringMatching(/^secret is not known here/));
    expect(problems).toContain('people is missing');
    expect(problems).toContainEqual(expect.stringMatching(/^members\[0\]\.capital is not known here/));
  });

  test('a zone that does not exist, a style that there is not, a calendar that is not named', () => {
    const problems = spoiled(({ body }) => {
      Object.assign(body, { zone: 'Africa/Atlantis', boundary: 'some day', secretariatCalendarId: 'XX' });
    });
    expect(problems).toEqual([
      'body.zone must be the name of a time zone',
      'body.boundary must be one of shared_day, inclusive',
      'body.secretariatCalendarId must be one that stands in calendars',
    ]);
  });

  test('a review without days, and a silence that means nothing', () => {
    const problems = spoiled(({ body }) => {
      Object.assign(body, { review: { days: 0, silence: 'perhaps' } });
    });
    expect(problems).toEqual([
      'body.review.days must be a whole number from 1 to 60',
      'body.review.silence must be one of waits, accepts',
    ]);
  });

  test('names that nothing in the file has', () => {
    const problems = spoiled(({ offices, people, roles }) => {
      offices[0]!.memberId = 'ATLANTIS';
      people[0]!.officeId = 'nowhere';
      roles[0]!.role = 'observer';
      roles[1]!.personId = 'nobody';
    });
    expect(problems).toEqual([
      'offices[0].memberId must be one that stands in members',
      'people[0].officeId must be one that stands in offices',
      'roles[1].personId must be one that stands in people',
    ]);
  });

  test('a key that is used twice', () => {
    expect(spoiled(({ people }) => people.push({ ...people[0]! }))).toEqual(['people[19] "ma-lead" comes twice']);
  });

  test('dates that do not exist, and ends before starts', () => {
    const problems = spoiled(({ roles, meetings }) => {
      roles[0]!.fromDay = '2024-02-30';
      Object.assign(roles[1]!, { fromDay: '2024-02-01', untilDay: '2024-01-31' });
      Object.assign(meetings[0]!, { startsOn: '2024-02-01', endsOn: '2024-01-31' });
      meetings[1]!.endsOn = null;
    });
    expect(problems).toEqual([
      'roles[0].fromDay must be a date that exists, written YYYY-MM-DD',
      'roles[1].untilDay must be after fromDay',
      'meetings[0].endsOn must not be before startsOn',
      'meetings[1] must have both days or none',
    ]);
  });

  test('a role that the person’s office has no place for', () => {
    expect(spoiled(({ roles }) => (roles[0]!.role = 'secretariat'))).toEqual([
      'roles[0].role is none that the office of this person can have',
    ]);
  });

  test('texts that turn the direction of reading, carry control characters or are no addresses', () => {
    const problems = spoiled(({ members, people, body }) => {
      members[0]!.name = 'Alg\u202eeria';
      people[0]!.name = 'Nour\u0000Atlas';
      people[1]!.mail = 'a@b.example\r\nBcc: all@b.example';
      people[2]!.mail = 'a@b.example, c@d.example';
      body.facts = { said: { deep: ['ok', '\ud800'] } };
    });
    expect(problems).toEqual([
      'body.facts.said.deep[1] must not contain control characters, direction overrides or broken Unicode',
      'members[0].name must not contain control characters, direction overrides or broken Unicode',
      'people[0].name must not contain control characters, direction overrides or broken Unicode',
      'people[1].mail must be one mail address',
      'people[2].mail must be one mail address',
    ]);
  });

  test('facts that are nested beyond reason', () => {
    const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown;
    expect(spoiled(({ body }) => (body.facts = { deep }))).toEqual([expect.stringMatching(/is nested too deep$/)]);
  });
});
