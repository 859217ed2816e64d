import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { CommentOnSection } from '../../src/packs/review/comment-on-section.js';
import { EndSilence } from '../../src/packs/review/end-silence.js';
import { ChangeSection } from '../../src/packs/review/change-section.js';
import type { SectionCommand } from '../../src/engine/handovers/section.js';
import { isRefused } from '../../src/storage/database.js';
import { databaseDigest } from '../support/database-digest.js';
import { HANDOVER, must, RABAT, RabatHandover, type PersonId } from '../support/rabat.js';
import { settleTasks } from './settled-tasks.js';

const PRESENT: SectionCommand = { move: 'present', summary: 'What was agreed.', needs: 'Name your people.' };
const ACCEPT: SectionCommand = { move: 'accept' };

let rabat: RabatHandover;
beforeEach(async () => {
  rabat = await RabatHandover.plannedAt('2024-01-08T08:00:00Z');
  await settle(`section_id = 'GOV'`);
  must(await rabat.tryHandover('sec', { move: 'prepare' }));
});
afterEach(() => rabat.close());

const settle = (where: string): Promise<void> => settleTasks(rabat, where);

const row = async (section = 'GOV'): Promise<Record<string, unknown>> =>
  (await rabat.rows('SELECT *, review_due_on::text AS due FROM section WHERE id = $1', [section]))[0] ?? {};

const stateOf = async (section = 'GOV'): Promise<unknown> => (await row(section)).state;

async function codes(answer: Promise<unknown>): Promise<string[]> {
  const given = await answer;
  return isRefused(given) ? given.gates.map(({ code }) => code) : [];
}

const told = (kind: string): Promise<Record<string, unknown>[]> =>
  rabat.rows('SELECT audience, recipient_id, urgent FROM notification WHERE kind = $1 ORDER BY recipient_id', [kind]);

const deeds = async (): Promise<unknown[]> =>
  (await rabat.rows(`SELECT actor, action FROM account_entry WHERE subject = 'section:GOV' ORDER BY seq`)).map(
    ({ actor, action }) => `${String(actor)} ${String(action)}`,
  );

describe('a section that is sent for review', () => {
  test('is due after as many working days of the incoming chair as the body gives, and waits for its decision', async () => {
    // The body gives five working days, from Monday, 8 January 2024.
    expect(must(await rabat.trySection('GOV', 'sec', PRESENT))).toMatchObject({ state: 'in_review', version: 2 });
    expect(await row()).toMatchObject({ state: 'in_review', due: '2024-01-15', summary: 'What was agreed.' });
    expect(await told('section.presented')).toEqual([{ audience: ['incoming'], recipient_id: null, urgent: false }]);
  });

  test('is due later by each holiday of the incoming chair, whatever is a holiday elsewhere', async () => {
    // Thursday, 30 November 2023: the 1st and the 8th of December are holidays in Portugal.
    await rabat.setClock('2023-11-30T09:00:00Z');
    must(await rabat.trySection('GOV', 'sec', PRESENT));
    expect((await row()).due).toBe('2023-12-11');
  });

  test('is accepted, and what was accepted is kept with its digest in the account', async () => {
    must(await rabat.trySection('GOV', 'ma-delegate', PRESENT));
    must(await rabat.trySection('GOV', 'pt-delegate', { move: 'accept', note: 'Complete.' }));
    const { accepted_content: content, ...section } = await row();
    expect(section).toMatchObject({
      state: 'accepted',
      decided_by: 'pt-delegate',
      decision_note: 'Complete.',
      due: null,
    });
    expect(content).toMatchObject({ summary: 'What was agreed.', needs: 'Name your people.' });
    expect(await deeds()).toEqual(['ma-delegate section.presented', 'pt-delegate section.accepted']);
    const digests = await rabat.rows(
      `SELECT DISTINCT entry::jsonb->'facts'->>'content' AS content FROM account_entry WHERE subject = 'section:GOV'`,
    );
    expect(digests).toEqual([{ content: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  test('comes back with a reason, which is urgent, and can be sent again', async () => {
    must(await rabat.trySection('GOV', 'ma-delegate', PRESENT));
    expect(await codes(rabat.trySection('GOV', 'pt-lead', { move: 'return', reason: ' ' }))).toEqual([
      'reason.missing',
    ]);
    must(await rabat.trySection('GOV', 'pt-lead', { move: 'return', reason: 'No date.' }));
    expect(await told('section.returned')).toEqual([
      { audience: ['outgoing', 'secretariat'], recipient_id: null, urgent: true },
    ]);
    must(await rabat.trySection('GOV', 'ma-delegate', PRESENT));
    expect(await row()).toMatchObject({ state: 'in_review', decided_by: null, decision_note: null });
  });

  test('is not sent before its tasks are settled, and a refusal leaves no trace', async () => {
    const before = await databaseDigest(rabat.url);
    const gates = await codes(rabat.trySection('SOM', 'ma-delegate', PRESENT));
    expect(new Set(gates)).toEqual(new Set(['section.task_unsettled']));
    expect(await databaseDigest(rabat.url)).toBe(before);
  });

  test('is not decided by somebody who has no part, nor on the strength of an older version', async () => {
    must(await rabat.trySection('GOV', 'ma-delegate', PRESENT));
    expect(await codes(rabat.trySection('GOV', 'es-delegate', ACCEPT))).toEqual(['handover.not_a_party']);
    const old = { bodyId: RABAT, handoverId: HANDOVER, sectionId: 'GOV', personId: 'pt-lead', expectedVersion: 1 };
    expect(await codes(new ChangeSection(rabat.database).execute(old, ACCEPT))).toEqual(['version.stale']);
    expect(await new ChangeSection(rabat.database).execute({ ...old, sectionId: 'NONE' }, ACCEPT)).toBeNull();
  });
});

describe('a reservation', () => {
  const reserve = (owner: 'outgoing' | 'incoming'): SectionCommand => ({
    move: 'accept_with_reservation',
    reservation: 'A shorter notice.',
    followUp: { owner, dueOn: '2024-04-15' },
  });
  const task = async (): Promise<unknown> =>
    (
      await rabat.rows(
        `SELECT state, owner, accepted_by, pinned_on::text AS pinned, committed_on::text AS committed, due_on::text AS due
         FROM task WHERE id = 'GOV-R1'`,
      )
    )[0];

  test('that the incoming chair follows up is a commitment of its own, in the list and in the plan', async () => {
    must(await rabat.trySection('GOV', 'ma-delegate', PRESENT));
    expect(await codes(rabat.trySection('GOV', 'pt-delegate', reserve('incoming')))).toEqual(['section.needs_lead']);
    must(await rabat.trySection('GOV', 'pt-lead', reserve('incoming')));
    expect(await task()).toMatchObject({
      state: 'committed',
      owner: 'incoming',
      committed: '2024-04-15',
      due: '2024-04-15',
    });
    expect(await row()).toMatchObject({ state: 'accepted_with_reservation', reservation_task_id: 'GOV-R1' });
    const entries = await rabat.rows(`SELECT action FROM account_entry WHERE subject = 'task:GOV-R1' ORDER BY seq`);
    expect(entries).toEqual([{ action: 'task.added' }, { action: 'task.committed' }]);
  });

  test('that the outgoing chair follows up is a task like any other, and working on it reopens nothing until it is done', async () => {
    must(await rabat.trySection('GOV', 'ma-delegate', PRESENT));
    must(await rabat.trySection('GOV', 'pt-lead', reserve('outgoing')));
    expect(await task()).toMatchObject({
      state: 'open',
      owner: 'outgoing',
      accepted_by: 'incoming',
      pinned: '2024-04-15',
    });
    must(await rabat.task('GOV-R1', 'ma-delegate', { move: 'start' }));
    must(await rabat.task('GOV-R1', 'ma-delegate', { move: 'submit' }));
    expect(await stateOf()).toBe('accepted_with_reservation');
    must(await rabat.task('GOV-R1', 'pt-delegate', { move: 'accept' }));
    expect(await stateOf()).toBe('drafting');
  });
});

describe('a section that changes', () => {
  test('reopens alone, in the transaction of the change, and keeps what was accepted', async () => {
    await settle(`section_id = 'PRO' AND id <> 'PRO-04'`);
    for (const section of ['GOV', 'PRO']) {
      must(await rabat.trySection(section, 'sec', PRESENT));
      must(await rabat.trySection(section, 'pt-delegate', ACCEPT));
    }
    must(await rabat.task('GOV-04', 'pt-delegate', { move: 'reopen', reason: 'A page is missing' }));
    expect([await stateOf('GOV'), await stateOf('PRO')]).toEqual(['drafting', 'accepted']);
    expect((await row()).accepted_content).toMatchObject({
      tasks: expect.arrayContaining([{ id: 'GOV-04', standing: 'accepted' }]),
    });
    expect((await deeds()).at(-1)).toBe('pt-delegate section.reopened');
    expect(await told('section.reopened')).toEqual([{ audience: ['incoming'], recipient_id: null, urgent: false }]);
  });

  test('is taken back by those who sent it to write its summary anew', async () => {
    must(await rabat.trySection('GOV', 'ma-delegate', PRESENT));
    const again: SectionCommand = { move: 'change', summary: 'What was agreed, and when.', needs: '' };
    expect(await codes(rabat.trySection('GOV', 'pt-lead', again))).toEqual(['section.not_your_side']);
    must(await rabat.trySection('GOV', 'ma-lead', again));
    expect(await row()).toMatchObject({ state: 'drafting', summary: 'What was agreed, and when.', due: null });
  });

  test('holds the freezing of the pack up; when the handover is reopened, what changed meanwhile counts', async () => {
    await settle(`due_on < '2024-02-01'`);
    await rabat.acceptSections();
    must(await rabat.tryHandover('sec', { move: 'freeze' }));
    await settle(`id = 'PRG-07'`);
    expect(await stateOf('PRG')).toBe('accepted');
    must(await rabat.tryHandover('sec', { move: 'reopen', reason: 'An annex changed' }));
    expect([await stateOf('PRG'), await stateOf('GOV')]).toEqual(['drafting', 'accepted']);
    expect(await codes(rabat.tryHandover('sec', { move: 'freeze' }))).toEqual(['handover.section_undecided']);
  });
});

describe('silence', () => {
  const sweep = (): Promise<number> => new EndSilence(rabat.database).execute(RABAT);
  const after = '2024-01-16T00:00:01.000Z';

  test('lets a section wait and reminds its reviewer after the day, and again after as many working days', async () => {
    must(await rabat.trySection('GOV', 'sec', PRESENT));
    expect(await sweep()).toBe(0);
    await rabat.setClock(after);
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    expect(await stateOf()).toBe('in_review');
    expect(await told('section.reminded')).toHaveLength(1);
    await rabat.setClock('2024-01-24T12:00:00.000Z');
    expect(await sweep()).toBe(1);
    expect(await deeds()).toEqual(['sec section.presented', 'system section.reminded', 'system section.reminded']);
  });

  test('accepts where that is the rule of the body: once, in the name of nobody, and however many processes look', async () => {
    await rabat.database.change(RABAT, (em) => em.query(`UPDATE body SET review_silence = 'accepts'`));
    must(await rabat.trySection('GOV', 'sec', PRESENT));
    await rabat.setClock('2024-01-15T23:00:00.000Z');
    expect(await sweep()).toBe(0);
    await rabat.setClock(after);
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(await row()).toMatchObject({ state: 'accepted', decided_by: null, by_silence: true });
    expect(await deeds()).toEqual(['sec section.presented', 'system section.accepted_by_silence']);
  });
});

describe('a comment', () => {
  const say = (personId: PersonId, mentions: readonly string[], parentId: string | null = null) =>
    new CommentOnSection(rabat.database).execute(
      { bodyId: RABAT, handoverId: HANDOVER, sectionId: 'GOV', personId },
      { text: 'Please look at page 4.', mentions, parentId },
    );

  test('is told once to each of those mentioned, and to whoever it answers', async () => {
    const { id } = must(await say('pt-delegate', ['ma-lead', 'ma-lead', 'sec']));
    expect((await told('section.commented')).map(({ recipient_id: who }) => who)).toEqual(['ma-lead', 'sec']);
    must(await say('ma-lead', ['pt-delegate'], id));
    expect((await told('section.commented')).map(({ recipient_id: who }) => who)).toEqual([
      'ma-lead',
      'pt-delegate',
      'sec',
    ]);
    expect(await rabat.rows('SELECT parent_id FROM section_comment WHERE parent_id IS NOT NULL')).toEqual([
      { parent_id: id },
    ]);
  });

  test('that mentions somebody outside the handover is refused with each name, and nothing is kept', async () => {
    const answer = await say('pt-delegate', ['es-delegate', 'ma-lead', 'nobody', 'watcher']);
    if (!isRefused(answer)) throw new Error('Expected a refusal');
    expect(answer.gates.map(({ code, facts }) => [code, facts.person])).toEqual([
      ['section.mention_outside', 'es-delegate'],
      ['section.mention_outside', 'nobody'],
      ['section.mention_outside', 'watcher'],
    ]);
    expect(await rabat.rows('SELECT id FROM section_comment')).toEqual([]);
    expect(await codes(say('es-delegate', []))).toEqual(['handover.not_a_party']);
  });

  test('answers only what was said about the same section', async () => {
    expect(await say('pt-delegate', [], uuid())).toBeNull();
    expect(await say('pt-delegate', [], 'no such thing')).toBeNull();
  });
});

test('of two people who decide at the same instant one is heard, the other is told, and the account tells one decision', async () => {
  for (let round = 0; round < 10; round++) {
    must(await rabat.trySection('GOV', 'sec', PRESENT));
    const answers = await Promise.all([
      rabat.trySection('GOV', 'pt-lead', ACCEPT),
      rabat.trySection('GOV', 'pt-delegate', { move: 'return', reason: 'No date.' }),
    ]);
    expect(answers.filter((answer) => isRefused(answer))).toHaveLength(1);
    if ((await stateOf()) === 'accepted')
      must(await rabat.trySection('GOV', 'sec', { move: 'change', summary: `Round ${String(round)}`, needs: '' }));
  }
  const decisions = (await deeds()).filter((deed) => /accepted|returned/.test(String(deed)));
  expect(decisions).toHaveLength(10);
});
