import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { getPage, sendForm } from '../support/english-pages.js';
import { HANDOVER, must, RABAT, type PersonId } from '../support/rabat.js';
import type { PageAnswer } from '../support/visitor.js';
import { Ear } from '../web/ear.js';
import { settleTasks } from './settled-tasks.js';

const PACK = `/bodies/${RABAT}/handovers/${HANDOVER}/pack`;
const GOV = `${PACK}/sections/GOV`;
const HOSTILE = `<script>alert("'")</script>`;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await settleTasks(app.rabat, `section_id = 'GOV'`);
  must(await app.rabat.tryHandover('sec', { move: 'prepare' }));
});
afterAll(() => app.close());

/** Each rule begins with the section in review. */
beforeEach(async () => {
  const [row] = await app.rabat.rows(`SELECT state FROM section WHERE id = 'GOV'`);
  if (row?.state === 'in_review') return;
  if (row?.state !== 'drafting')
    must(
      await app.rabat.trySection('GOV', 'sec', {
        move: 'change',
        summary: `Again ${String(Math.random())}`,
        needs: '',
      }),
    );
  must(await app.rabat.trySection('GOV', 'sec', { move: 'present', summary: HOSTILE, needs: 'One\nTwo' }));
});

const get = (person: PersonId, address: string): Promise<PageAnswer> => getPage(app, person, address);

const post = (person: PersonId, address: string, fields: Readonly<Record<string, string>>): Promise<PageAnswer> =>
  sendForm(app, person, address, fields);

async function rowOf(): Promise<{ state: unknown; version: string }> {
  const [row] = await app.rabat.rows(`SELECT state, version FROM section WHERE id = 'GOV'`);
  return { state: row?.state, version: String(row?.version) };
}

describe('the page of a section', () => {
  test('gives the decision to the incoming chair alone, with nothing chosen beforehand', async () => {
    const { text } = await get('pt-lead', GOV);
    expect(text).toContain(`action="${GOV}/decision"`);
    expect(text).toContain('href="#decision"');
    expect(text.match(/<input type="radio"[^>]*>/g)).toHaveLength(3);
    expect(text).not.toMatch(/<input type="radio"[^>]* checked/);
    expect((await get('ma-lead', GOV)).text).not.toContain(`action="${GOV}/decision"`);
  });

  test('offers a reservation to a lead only', async () => {
    expect((await get('pt-delegate', GOV)).text).not.toContain('value="accept_with_reservation"');
    expect((await get('pt-lead', GOV)).text).toContain('value="accept_with_reservation"');
  });

  test('says by when, and what becomes of silence', async () => {
    const { text } = await get('pt-lead', GOV);
    expect(text).toMatch(/Please decide by \d+ October 2023\./);
    expect(text).toContain('it goes on waiting for you, and you are reminded');
  });

  test('says the other rule of silence where the body has it, to those who send a section too', async () => {
    const rule = (silence: string): Promise<unknown> =>
      app.rabat.database.change(RABAT, (em) => em.query('UPDATE body SET review_silence = $1', [silence]));
    await rule('accepts');
    const [read, sent] = [await get('pt-lead', GOV), await get('ma-lead', GOV)];
    must(await app.rabat.trySection('GOV', 'pt-lead', { move: 'return', reason: 'No date' }));
    const sending = await get('ma-lead', `${GOV}/present`);
    await rule('waits');
    expect(read.text).toContain('If nobody has decided by then, the section counts as accepted.');
    expect(sent.text).toContain('If nobody decides by then, it counts as accepted.');
    expect(sending.text).toContain('If nobody decides by then, it counts as accepted.');
  });

  test('shows what people wrote as text, one need on each line', async () => {
    const { text } = await get('pt-lead', GOV);
    expect(text).not.toContain(HOSTILE);
    expect(text).toContain('&lt;script>alert(&quot;');
    expect(text.match(/<li><bdi>(One|Two)<\/bdi><\/li>/g)).toHaveLength(2);
  });

  test('says of what is not ready which task it waits for', async () => {
    const { text } = await get('ma-delegate', `${PACK}/sections/SOM`);
    expect(text).toContain('Before it can be sent for review:');
    expect(text).toContain('Task SOM-01 belongs before the handover and is not settled');
  });
});

describe('an open page of a section', () => {
  const OF_HANDOVER = `/bodies/${RABAT}/handovers/${HANDOVER}`;
  const CHANGED = 'This section has changed since you opened the page.';

  async function listen(section: string): Promise<Ear> {
    const [row] = await app.rabat.rows('SELECT seq FROM account WHERE stream = $1', [HANDOVER]);
    const shown = { after: String(row?.seq), of: '2023-10-02T08:00:00.000Z', place: 'pack', language: 'en' };
    const query = new URLSearchParams({ ...shown, at: `${PACK}/sections/${section}` });
    return Ear.open(app.address, await app.signIn('pt-lead'), `${OF_HANDOVER}/events?${query.toString()}`);
  }

  test('says that the section was changed by others, and nothing of what becomes of another', async () => {
    const [own, other] = [await listen('GOV'), await listen('SOM')];
    const say = { comment: 'Page 4?' };
    expect((await post('ma-lead', `${GOV}/comments`, say)).status).toBe(303);
    await own.hears(CHANGED);
    await other.hears('commented on section');
    expect(other.heard).not.toContain(CHANGED);
    own.close();
    other.close();
  });
});

describe('a decision', () => {
  test('that returns without a word is shown again with what is missing and what was chosen', async () => {
    const { version } = await rowOf();
    const { status, text } = await post('pt-lead', `${GOV}/decision`, { version, decision: 'return' });
    expect(status).toBe(422);
    expect(text).toMatch(/<title>Error: /);
    expect(text).toContain('href="#text"');
    expect(text).toMatch(/value="return" checked/);
    expect((await rowOf()).state).toBe('in_review');
  });

  test('that chooses nothing, or a task without a day, is shown again with every word that was typed', async () => {
    const { version } = await rowOf();
    const none = await post('pt-lead', `${GOV}/decision`, { version, text: 'A word' });
    expect([none.status, none.text.includes('A word')]).toEqual([422, true]);
    const fields = { version, decision: 'accept_with_reservation', text: 'A word', followUp: 'incoming' };
    const undated = await post('pt-lead', `${GOV}/decision`, fields);
    expect([undated.status, undated.text.includes('href="#dueOn"')]).toEqual([422, true]);
  });

  test('leads to what was decided, who is told, and what comes next', async () => {
    const { version } = await rowOf();
    const sent = await post('pt-lead', `${GOV}/decision`, { version, decision: 'accept', text: 'Complete' });
    expect([sent.status, sent.headers.location]).toEqual([303, `${GOV}/decision`]);
    const { text } = await get('pt-lead', `${GOV}/decision`);
    expect(text).toContain('Decision sent: Mandate and governance');
    expect(text).toContain('Morocco and the Secretariat get a message.');
    expect(text).toContain('10 sections are not accepted yet.');
  });

  test('on the strength of an older version is not made: what is there now is shown, and no word is lost', async () => {
    const { version } = await rowOf();
    must(await app.rabat.trySection('GOV', 'pt-delegate', { move: 'accept' }));
    const late = await post('pt-lead', `${GOV}/decision`, { version, decision: 'return', text: 'Page 4 is missing' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('This section has changed since you opened it');
    expect(late.text).toContain('Page 4 is missing');
    expect((await rowOf()).state).toBe('accepted');
  });

  test('of two that are made at the same instant is one; whoever was second sees which, and keeps every word', async () => {
    const { version } = await rowOf();
    const [accepting, returning] = await Promise.all([
      post('pt-lead', `${GOV}/decision`, { version, decision: 'accept', text: 'First word' }),
      post('pt-delegate', `${GOV}/decision`, { version, decision: 'return', text: 'Second word' }),
    ]);
    const { state } = await rowOf();
    const [late, word, tag] =
      state === 'accepted' ? [returning, 'Second word', 'Accepted'] : [accepting, 'First word', 'Returned'];
    expect([accepting.status, returning.status].sort()).toEqual([303, 409]);
    expect(late.text).toContain('This section has changed since you opened it');
    expect(late.text).toContain(word);
    expect(late.text).toMatch(new RegExp(`role="alert"[^]*${tag}`));
  });

  test('with a reservation shows the words and the task that follows from them, which is on the list', async () => {
    const { version } = await rowOf();
    const fields = { version, decision: 'accept_with_reservation', text: 'A shorter notice', followUp: 'incoming' };
    const past = await post('pt-lead', `${GOV}/decision`, { ...fields, dueOn: '2023-09-01' });
    expect([past.status, past.text.includes('A shorter notice')]).toEqual([409, true]);
    expect(past.text).toContain('The date given, 1 September 2023, has passed.');
    await post('pt-lead', `${GOV}/decision`, { ...fields, dueOn: '2024-05-02' });
    const { text } = await get('ma-lead', GOV);
    expect(text).toContain('A shorter notice');
    const [, task] = /href="([^"]*\/tasks\/GOV-R\d+)"/.exec(text) ?? [];
    const { text: page } = await get('pt-lead', task ?? '');
    expect(page).toContain('2 May 2024');
    expect((await get('pt-lead', `/bodies/${RABAT}/handovers/${HANDOVER}/tasks?show=all`)).text).toContain(task);
  });

  test('of somebody of the other side is refused in words', async () => {
    const { version } = await rowOf();
    const { status, text } = await post('ma-lead', `${GOV}/decision`, { version, decision: 'accept' });
    expect(status).toBe(409);
    expect(text).toContain('Only the incoming chair can do this.');
  });
});

describe('a section that has changed', () => {
  test('says what is no longer as it was accepted', async () => {
    must(await app.rabat.trySection('GOV', 'pt-delegate', { move: 'accept' }));
    must(await app.rabat.task('GOV-04', 'pt-delegate', { move: 'reopen', reason: 'A page is missing' }));
    const { text } = await get('pt-lead', GOV);
    expect(text).toContain('What has changed since it was accepted');
    expect(text).toContain('Task GOV-04: “Not settled”, was “Accepted”.');
    await settleTasks(app.rabat, `id = 'GOV-04'`);
  });
});

describe('sending a section for review', () => {
  test('on the strength of an older version shows the summary of the other, and keeps what was typed', async () => {
    must(await app.rabat.trySection('GOV', 'pt-lead', { move: 'return', reason: 'No date' }));
    const { version } = await rowOf();
    must(await app.rabat.trySection('GOV', 'sec', { move: 'present', summary: 'By somebody else', needs: '' }));
    const late = await post('ma-delegate', `${GOV}/present`, { version, summary: 'Typed long', needs: 'Kept too' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('This section has changed since you opened it');
    expect([late.text.includes('Typed long'), late.text.includes('Kept too')]).toEqual([true, true]);
    expect(late.text).toContain('With reviewer');
    const [row] = await app.rabat.rows(`SELECT summary FROM section WHERE id = 'GOV'`);
    expect(row?.summary).toBe('By somebody else');
  });

  test('asks for a summary, and says to whom it goes and by when they decide', async () => {
    must(await app.rabat.trySection('GOV', 'pt-lead', { move: 'return', reason: 'No date' }));
    const { text } = await get('ma-delegate', `${GOV}/present`);
    expect(text).toContain('Portugal');
    expect(text).toMatch(/They have 5 working days, until \d+ October 2023\./);
    const { version } = await rowOf();
    const empty = await post('ma-delegate', `${GOV}/present`, { version, summary: ' ', needs: 'Keep this' });
    expect([empty.status, empty.text.includes('href="#summary"'), empty.text.includes('Keep this')]).toEqual([
      422,
      true,
      true,
    ]);
    const sent = await post('ma-delegate', `${GOV}/present`, { version, summary: 'With a date', needs: '' });
    expect([sent.status, sent.headers.location]).toEqual([303, GOV]);
    expect((await rowOf()).state).toBe('in_review');
  });
});

describe('a comment', () => {
  test('has no form, and is refused in words, once the handover is over', async () => {
    const over = (state: string): Promise<unknown> =>
      app.rabat.database.change(RABAT, (em) =>
        em.query('UPDATE handover SET state = $1 WHERE body_id = $2 AND id = $3', [state, RABAT, HANDOVER]),
      );
    expect((await get('pt-lead', GOV)).text).toContain(`action="${GOV}/comments"`);
    await over('cancelled');
    const { text } = await get('pt-lead', GOV);
    const refused = await post('pt-lead', `${GOV}/comments`, { comment: 'Too late' });
    await over('preparing');
    expect(text).not.toContain(`action="${GOV}/comments"`);
    expect([refused.status, refused.text.includes('Too late')]).toEqual([409, true]);
  });

  test('appears with whom it is for; empty it is shown again, and nobody outside is mentioned', async () => {
    const said = await post('pt-delegate', `${GOV}/comments`, { comment: HOSTILE, 'mention:ma-lead': 'yes' });
    expect(said.headers.location).toBe(GOV);
    expect((await get('ma-lead', GOV)).text).toContain('<p class="quiet">For ma-lead</p>');
    expect((await post('pt-delegate', `${GOV}/comments`, { comment: '' })).status).toBe(422);
    const outside = await post('pt-delegate', `${GOV}/comments`, {
      comment: 'Keep this',
      'mention:es-delegate': 'yes',
    });
    expect([outside.status, outside.text.includes('Keep this')]).toEqual([409, true]);
    expect(outside.text).toContain('es-delegate does not work in this handover');
  });
});
