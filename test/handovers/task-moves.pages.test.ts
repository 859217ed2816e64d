import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { getPage, sendForm } from '../support/english-pages.js';
import { HANDOVER, RABAT, type PersonId } from '../support/rabat.js';
import type { PageAnswer } from '../support/visitor.js';

const OF_HANDOVER = `/bodies/${RABAT}/handovers/${HANDOVER}`;
const TASKS = `${OF_HANDOVER}/tasks`;

let app: TestApp;
beforeEach(async () => {
  app = await TestApp.start();
});
afterEach(() => app.close());

const get = (person: PersonId, address: string): Promise<PageAnswer> => getPage(app, person, address);

const post = (person: PersonId, address: string, fields: Readonly<Record<string, string>>): Promise<PageAnswer> =>
  sendForm(app, person, address, fields);

async function task(id: string): Promise<Record<string, unknown>> {
  const [row] = await app.rabat.rows('SELECT * FROM task WHERE id = $1', [id]);
  return row ?? {};
}

/** The hidden fields of the form that a page shows: on the strength of what it is filled in. */
async function seen(person: PersonId, address: string): Promise<Record<string, string>> {
  const { text } = await get(person, address);
  const fields = [...text.matchAll(/<input type="hidden" name="(version|seen)" value="(\d+)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
}

async function withEvidence(id: string): Promise<void> {
  await app.rabat.task(id, 'ma-delegate', { move: 'start' });
  const fields = { title: 'Paper', reference: 'https://files.example/paper' };
  expect((await post('ma-delegate', `${TASKS}/${id}/links/new`, fields)).status).toBe(303);
}

describe('sending a task for review', () => {
  test('says what is sent, who is told and what happens next, before anything is sent', async () => {
    await withEvidence('OPN-02');
    const { text } = await get('ma-delegate', `${TASKS}/OPN-02/submit`);
    expect(text).toContain('Paper');
    expect(text).toContain('Portugal, with the mail of the day');
    expect(text).toContain('Portugal accepts it or returns it with a reason');
    expect((await task('OPN-02')).state).toBe('started');
  });

  test('leads back to the task, which says to whom it was sent', async () => {
    await withEvidence('OPN-02');
    const address = `${TASKS}/OPN-02/submit`;
    const answer = await post('ma-delegate', address, {
      ...(await seen('ma-delegate', address)),
      note: 'Complete now',
    });
    expect([answer.status, answer.headers.location]).toEqual([303, `${TASKS}/OPN-02`]);
    expect(decodeURIComponent(String(answer.headers['set-cookie']))).toContain('Sent to Portugal for review');
    expect((await task('OPN-02')).state).toBe('submitted');
    expect((await get('pt-lead', `${TASKS}/OPN-02`)).text).toContain('Complete now');
  });

  test('is not offered while evidence is missing: the page says so in its place', async () => {
    await app.rabat.task('OPN-02', 'ma-delegate', { move: 'start' });
    const { status, text } = await get('ma-delegate', `${TASKS}/OPN-02/submit`);
    expect(status).toBe(200);
    expect(text).toContain('A document or a reference that shows that it is done is still missing.');
    expect(text).not.toContain('class="main" type="submit"');
  });
});

describe('answering a task that was sent', () => {
  beforeEach(async () => {
    await withEvidence('OPN-02');
    await app.rabat.task('OPN-02', 'ma-delegate', { move: 'submit' });
  });

  test('with yes settles it', async () => {
    const address = `${TASKS}/OPN-02/accept`;
    expect((await post('pt-lead', address, await seen('pt-lead', address))).status).toBe(303);
    expect((await task('OPN-02')).state).toBe('accepted');
  });

  test('with no needs a reason, and the reason stands on the page of the task', async () => {
    const address = `${TASKS}/OPN-02/return`;
    const fields = await seen('pt-lead', address);
    const empty = await post('pt-lead', address, { ...fields, reason: '  ' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('<a href="#reason">The reason: Fill this in</a>');
    expect((await post('pt-lead', address, { ...fields, reason: 'Annex 2 is missing' })).status).toBe(303);
    const { text } = await get('ma-delegate', `${TASKS}/OPN-02`);
    expect(text).toContain('Returned by pt-lead on 2 October 2023:');
    expect(text).toContain('Annex 2 is missing');
  });

  test('is refused to the side that sent it, whatever it types into the address', async () => {
    const { version } = await task('OPN-02');
    const { status, text } = await post('ma-lead', `${TASKS}/OPN-02/accept`, { version: String(version) });
    expect(status).toBe(409);
    expect(text).toContain('This is not possible now');
    expect((await task('OPN-02')).state).toBe('submitted');
  });

  test('shows whoever was overtaken what has happened, and keeps what they typed', async () => {
    const address = `${TASKS}/OPN-02/return`;
    const fields = await seen('pt-delegate', address);
    await app.rabat.task('OPN-02', 'sec', { move: 'comment', text: 'I have called Lisbon.' });
    const late = await post('pt-delegate', address, { ...fields, reason: 'Two pages are missing' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('This task has changed since you opened it');
    expect(late.text).toContain('I have called Lisbon.');
    expect(late.text).toContain('Two pages are missing</textarea>');
    const again = { ...fields, reason: 'Two pages are missing', ...(await seen('pt-delegate', address)) };
    expect((await post('pt-delegate', address, again)).status).toBe(303);
    expect((await task('OPN-02')).state).toBe('returned');
  });

  test('keeps what was typed also where the answer is not possible any more', async () => {
    const address = `${TASKS}/OPN-02/return`;
    const fields = await seen('pt-delegate', address);
    await app.rabat.task('OPN-02', 'pt-lead', { move: 'accept' });
    const late = await post('pt-delegate', address, { ...fields, reason: 'Two pages are missing' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Two pages are missing</blockquote>');
  });

  test.each(['', '-1', '1.5', 'x', '99999999999999999999'])(
    'with the version %j counts as overtaken',
    async (version) => {
      const { status } = await post('pt-lead', `${TASKS}/OPN-02/accept`, { version });
      expect(status).toBe(409);
      expect((await task('OPN-02')).state).toBe('submitted');
    },
  );

  test('can be taken back with a reason once it was yes', async () => {
    await app.rabat.task('OPN-02', 'pt-lead', { move: 'accept' });
    const address = `${TASKS}/OPN-02/reopen`;
    const fields = { ...(await seen('pt-lead', address)), reason: 'A new annex has come' };
    expect((await post('pt-lead', address, fields)).status).toBe(303);
    expect((await task('OPN-02')).state).toBe('started');
  });
});

describe('a desk of both chairs', () => {
  test('takes the first yes as one half, and says for whom it now waits', async () => {
    await app.rabat.task('GOV-01', 'sec', { move: 'start' });
    await post('sec', `${TASKS}/GOV-01/links/new`, { title: 'Paper', reference: 'https://files.example/paper' });
    await app.rabat.task('GOV-01', 'sec', { move: 'submit' });
    const address = `${TASKS}/GOV-01/accept`;
    expect((await get('ma-lead', address)).text).toContain('then it waits for Portugal.');
    const answer = await post('ma-lead', address, await seen('ma-lead', address));
    expect(decodeURIComponent(String(answer.headers['set-cookie']))).toContain('Now it waits for Portugal');
    expect((await get('ma-lead', address)).text).toContain('This is not possible now');
    expect((await get('pt-lead', `${TASKS}/GOV-01`)).text).toContain('Accepted so far: Morocco.');
    await post('pt-lead', address, await seen('pt-lead', address));
    expect((await task('GOV-01')).state).toBe('accepted');
  });
});

describe('changing who and when', () => {
  test('a task is given to a person and taken from them again', async () => {
    const address = `${TASKS}/OPN-02/reassign`;
    const given = { ...(await seen('ma-lead', address)), personId: 'ma-delegate', officeId: '-' };
    expect((await post('ma-lead', address, given)).status).toBe(303);
    expect((await task('OPN-02')).person_id).toBe('ma-delegate');
    expect((await get('ma-lead', `${TASKS}/OPN-02`)).text).toContain('changed who is responsible to ma-delegate');
    const taken = { ...(await seen('ma-lead', address)), personId: '-', officeId: '-' };
    expect((await post('ma-lead', address, taken)).status).toBe(303);
    expect((await task('OPN-02')).person_id).toBeNull();
  });

  test('giving it to whoever has it, or to somebody who does not exist, is refused in words', async () => {
    const address = `${TASKS}/OPN-02/reassign`;
    const same = await post('ma-lead', address, { ...(await seen('ma-lead', address)), personId: '-', officeId: '-' });
    expect([same.status, same.text.includes('This is not possible now')]).toEqual([409, true]);
    const unknown = { ...(await seen('ma-lead', address)), personId: 'nobody-at-all' };
    expect((await post('ma-lead', address, unknown)).status).toBe(409);
  });

  test('the secretariat pins a date and frees it, with a reason for each', async () => {
    const [pin, unpin] = [`${TASKS}/OPN-02/pin`, `${TASKS}/OPN-02/unpin`];
    const wrong = await post('sec', pin, { ...(await seen('sec', pin)), on: '2023-11-31', reason: 'Agreed by phone' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('<a href="#on">The day: Give a day that exists');
    expect(wrong.text).toContain('value="2023-11-31"');
    expect(wrong.text).toContain('Agreed by phone</textarea>');
    const fields = { ...(await seen('sec', pin)), on: '2023-11-30', reason: 'Agreed by phone' };
    expect((await post('sec', pin, fields)).status).toBe(303);
    const { text } = await get('ma-lead', `${TASKS}/OPN-02`);
    expect(text).toContain('30 November');
    expect(text).toContain('no re-planning moves it');
    await post('sec', unpin, { ...(await seen('sec', unpin)), reason: 'No longer needed' });
    expect((await task('OPN-02')).pinned_on).toBeNull();
  });

  test('a date that is over is refused, and so is one by somebody else', async () => {
    const pin = `${TASKS}/OPN-02/pin`;
    const past = { ...(await seen('sec', pin)), on: '2023-09-01', reason: 'Late' };
    expect((await post('sec', pin, past)).status).toBe(409);
    expect((await post('ma-lead', pin, past)).status).toBe(403);
  });

  test('a lead of the incoming chair takes an unfinished task on, for a day and with the reason', async () => {
    const address = `${TASKS}/OPN-02/commit`;
    const fields = { ...(await seen('pt-lead', address)), dueOn: '2024-05-15', reason: 'Needs the spring meeting' };
    const person = { personId: 'pt-delegate' };
    expect((await post('pt-lead', address, { ...fields, ...person })).status).toBe(303);
    expect(await task('OPN-02')).toMatchObject({ state: 'committed', person_id: 'pt-delegate' });
    const { text } = await get('ma-lead', `${TASKS}/OPN-02`);
    expect(text).toContain('Taken on, to be done by 15 May 2024.');
    expect(text).toContain('took it on to pt-delegate for 15 May 2024');
  });

  test('a task that is not mandatory is waived by its accepting side', async () => {
    const address = `${TASKS}/RES-06/waive`;
    const fields = { ...(await seen('pt-delegate', address)), reason: 'The report says it all' };
    expect((await post('pt-delegate', address, fields)).status).toBe(303);
    expect((await task('RES-06')).state).toBe('waived');
  });
});

describe('sending a section for review', () => {
  const address = `${OF_HANDOVER}/sections/OPN/submit`;

  test('shows what goes to whom and what stays, each with its reasons', async () => {
    await withEvidence('OPN-02');
    await app.rabat.task('OPN-03', 'ma-delegate', { move: 'start' });
    const { text } = await get('ma-lead', address);
    expect(text).toContain('What is sent: 1 task');
    expect(text).toContain('goes to Portugal');
    expect(text).toMatch(/What stays[\s\S]+OPN-01[\s\S]+It waits for task RES-02[\s\S]+OPN-03[\s\S]+still missing/);
  });

  test('sends what was ticked, and leaves what has changed meanwhile', async () => {
    await withEvidence('OPN-02');
    await withEvidence('OPN-03');
    const ticked = {
      'task:OPN-02': String((await task('OPN-02')).version),
      'task:OPN-03': String((await task('OPN-03')).version),
    };
    await app.rabat.task('OPN-03', 'sec', { move: 'comment', text: 'Wait, please.' });
    const answer = await post('ma-lead', address, { ...ticked, note: 'As agreed' });
    expect(answer.status).toBe(303);
    expect(decodeURIComponent(String(answer.headers['set-cookie']))).toContain('Sent for review: 1.');
    expect([(await task('OPN-02')).state, (await task('OPN-03')).state]).toEqual(['submitted', 'started']);
  });

  test('sends no task of another section, whatever the form says', async () => {
    await withEvidence('SOM-01');
    const other = { 'task:SOM-01': String((await task('SOM-01')).version) };
    expect((await post('ma-lead', address, other)).headers.location).toBe(address);
    expect((await task('SOM-01')).state).toBe('started');
  });

  test('is not there for a section that does not exist', async () => {
    expect((await get('ma-lead', `${OF_HANDOVER}/sections/NONE/submit`)).status).toBe(404);
  });
});
