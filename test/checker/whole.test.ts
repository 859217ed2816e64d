import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RABAT } from '../support/rabat.js';
import { broken, entryPlanted, Field, logOf, ofTask, reminderSent, set } from './planting.js';

let field: Field;

beforeAll(async () => {
  field = await Field.lay();
});

afterAll(async () => {
  await field.close();
});

const BORDERS = 'no row reaches across bodies';
const ARRIVED = 'mails that arrived are those of the ledger';

describe('where everything was done by the rules', () => {
  test('everything holds, and was looked at', async () => {
    const report = await field.after(reminderSent('SOM-01', 'on'));
    expect(broken(report)).toEqual({});
    expect(report).toMatchObject({ ok: true, bodies: [RABAT], duplicates: null });
    expect(report.rules.filter(({ looked }) => looked === 0)).toEqual([]);
  });
});

test('whoever is fenced to one body at a time sees the same', async () => {
  const fenced = await field.after([...reminderSent('SOM-01', 'on'), 'SET LOCAL ROLE gavel_app']);
  const owner = await field.after(reminderSent('SOM-01', 'on'));
  expect(fenced.rules).toEqual(owner.rules);
});

describe('bodies are fenced from one another', () => {
  test('a row that points to somebody who is not of its body is found', async () => {
    const stranger = set('task', `person_id = 'somebody-else'`, ofTask('GOV-01'));
    expect(broken(await field.after([stranger]))[BORDERS]).toEqual([
      expect.stringContaining('task_person_is_known: no such person in this body'),
    ]);
  });

  test('an entry by somebody who is not of its body is found', async () => {
    const found = broken(await field.after([entryPlanted('task:GOV-01', 'task.seen', {}, { actor: 'stranger' })]));
    expect(found[BORDERS]).toEqual([
      expect.stringContaining('was written by person:stranger, who is not of this body'),
    ]);
  });

  test('a table whose fence was taken down is found', async () => {
    expect(broken(await field.after(['ALTER TABLE task NO FORCE ROW LEVEL SECURITY']))[BORDERS]).toEqual([
      'table:task: has no fence between bodies',
    ]);
  });

  test('a foreign key that leads out of a body is found, and one to a key of the installation is none', async () => {
    const crossing = [
      'ALTER TABLE evidence ADD COLUMN of_body text, ADD COLUMN sealed_with text',
      `ALTER TABLE evidence ADD CONSTRAINT evidence_of_body FOREIGN KEY (of_body) REFERENCES body (id)`,
      `ALTER TABLE evidence ADD CONSTRAINT evidence_sealed FOREIGN KEY (sealed_with) REFERENCES installation_key (id)`,
    ];
    expect(broken(await field.after(crossing))[BORDERS]).toEqual(['table:evidence: evidence_of_body crosses bodies']);
  });
});

describe('the mails that arrived are those of the ledger', () => {
  const sent = reminderSent('SOM-01', 'on', { messageId: '<one@gavel.example>', attempts: 2 });

  test('a mail that arrived as often as it was tried is right, and counted', async () => {
    const report = await field.after(sent, { mails: logOf({ '<one@gavel.example>': 2 }) });
    expect(broken(report)).toEqual({});
    expect(report).toMatchObject({ ok: true, duplicates: 1 });
    const strict = await field.after(sent, { mails: logOf({ '<one@gavel.example>': 2 }), duplicates: 0 });
    expect(strict.ok).toBe(false);
  });

  test('a mail that never arrived, one too many and a strange one are found', async () => {
    expect(broken(await field.after(sent, { mails: logOf({}) }))[ARRIVED]).toEqual([
      expect.stringContaining('is sent by the ledger, but never arrived'),
    ]);
    const many = logOf({ '<one@gavel.example>': 3, '<other@gavel.example>': 1 });
    expect(broken(await field.after(sent, { mails: many }))[ARRIVED]).toEqual([
      expect.stringContaining('arrived 3 times, but was tried only 2 times'),
      'mail:<other@gavel.example>: arrived, and no ledger knows of it',
    ]);
  });
});
