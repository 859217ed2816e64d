import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { sha256 } from '../../src/audit/account.js';
import { AddEvidence } from '../../src/handovers/add-evidence.js';
import { ChangeTask } from '../../src/handovers/change-task.js';
import { RemoveEvidence } from '../../src/handovers/remove-evidence.js';
import { isRefused } from '../../src/storage/database.js';
import { databaseDigest } from '../support/database-digest.js';
import { HANDOVER, must, RABAT, RabatHandover, type PersonId } from '../support/rabat.js';

describe('A task of the checklist', () => {
  let rabat: RabatHandover;

  beforeAll(async () => {
    rabat = await RabatHandover.plannedAt('2023-10-02T08:00:00Z');
  });
  afterAll(() => rabat.close());

  const gatesOf = async (taskId: string, person: PersonId, command: Parameters<ChangeTask['execute']>[1]) => {
    const answer = await rabat.tryTask(taskId, person, command);
    return isRefused(answer) ? answer.gates.map(({ code }) => code) : answer;
  };

  const addEvidence = async (taskId: string, personId: PersonId) => {
    const [row] = await rabat.rows('SELECT version FROM task WHERE id = $1', [taskId]);
    const request = { bodyId: RABAT, handoverId: HANDOVER, taskId, personId, expectedVersion: Number(row?.version) };
    const piece = { title: 'Invitation letter', reference: 'https://files.ministry.example/1', language: 'fr' };
    return must(await new AddEvidence(new ChangeTask(rabat.database)).execute(request, piece));
  };

  test('goes from open to accepted through both sides, and each step is in the account', async () => {
    await rabat.task('SOM-01', 'ma-delegate', { move: 'start' });
    await addEvidence('SOM-01', 'ma-delegate');
    await rabat.task('SOM-01', 'ma-delegate', { move: 'submit', note: 'Ready' });
    const receipt = await rabat.task('SOM-01', 'sec', { move: 'accept' });
    expect(receipt.state).toBe('accepted');
    const entries = await rabat.rows(
      `SELECT action, actor FROM account_entry WHERE subject = 'task:SOM-01' ORDER BY seq`,
    );
    expect(entries).toEqual([
      { action: 'task.started', actor: 'ma-delegate' },
      { action: 'task.evidence_added', actor: 'ma-delegate' },
      { action: 'task.submitted', actor: 'ma-delegate' },
      { action: 'task.accepted', actor: 'sec' },
    ]);
  });

  test('owes the accepting desk one message for a submission, in the same transaction', async () => {
    const owed = await rabat.rows(
      `SELECT audience, urgent FROM notification WHERE kind = 'task.submitted' AND task_id = 'SOM-01'`,
    );
    expect(owed).toEqual([{ audience: ['acceptedBy'], urgent: false }]);
  });

  test('is refused with every reason at once, and the refusal leaves the database byte for byte as it was', async () => {
    const before = await databaseDigest(rabat.url);
    const gates = await gatesOf('DOC-04', 'pt-delegate', { move: 'submit' });
    expect(gates).toEqual(
      expect.arrayContaining(['task.wrong_state', 'task.not_your_side', 'task.evidence_missing', 'task.waits_for']),
    );
    expect(await databaseDigest(rabat.url)).toBe(before);
  });

  test('is not moved on the strength of a version that is no more', async () => {
    const request = { bodyId: RABAT, handoverId: HANDOVER, taskId: 'RES-01', personId: 'sec', expectedVersion: 99 };
    const answer = await new ChangeTask(rabat.database).execute(request, { move: 'start' });
    expect(answer).toMatchObject({
      refused: true,
      gates: [{ code: 'version.stale', facts: { expected: 99, actual: 2 } }],
    });
  });

  test('is nothing to a delegate of a member that is no party', async () => {
    expect(await gatesOf('RES-01', 'es-delegate', { move: 'start' })).toEqual(['handover.not_a_party']);
  });

  test('does not exist where the handover has none such', async () => {
    expect(await gatesOf('XYZ-99', 'sec', { move: 'start' })).toBeNull();
  });

  test('keeps the text of a reason apart from the chain, under a digest', async () => {
    await rabat.task('RES-02', 'sec', { move: 'start' });
    await addEvidence('RES-02', 'sec');
    await rabat.task('RES-02', 'sec', { move: 'submit' });
    await rabat.task('RES-02', 'ma-lead', { move: 'return', reason: 'The register lacks 2022' });
    const [row] = await rabat.rows(
      `SELECT e.entry, t.text FROM account_entry e JOIN account_text t USING (body_id, stream, seq) WHERE e.action = 'task.returned'`,
    );
    expect(row?.text).toBe('The register lacks 2022');
    expect(row?.entry).not.toContain('register');
    expect(JSON.parse(String(row?.entry))).toMatchObject({
      textDigest: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    });
  });

  test('loses a piece of evidence once; the second time there is none such', async () => {
    const { evidenceId, version } = await addEvidence('RES-02', 'sec').catch(() => ({ evidenceId: '', version: 0 }));
    await rabat.task('RES-02', 'sec', { move: 'start' });
    const remove = new RemoveEvidence(new ChangeTask(rabat.database));
    const request = { bodyId: RABAT, handoverId: HANDOVER, taskId: 'RES-02', personId: 'sec' };
    const once = must(await remove.execute({ ...request, expectedVersion: version + 1 }, evidenceId));
    expect(await remove.execute({ ...request, expectedVersion: once.version }, evidenceId)).toBeNull();
  });

  test('pinned to a day keeps it, and gets the day of its rule back when it is freed', async () => {
    await rabat.task('PRG-06', 'sec', { move: 'pin', on: '2024-01-19', reason: 'The minister travels' });
    const due = () => rabat.rows(`SELECT due_on FROM task WHERE id = 'PRG-06'`);
    expect(await due()).toEqual([{ due_on: '2024-01-19' }]);
    await rabat.task('PRG-06', 'sec', { move: 'unpin', reason: 'The journey is off' });
    expect(await due()).toEqual([{ due_on: '2024-01-22' }]);
  });

  test('moved by fifty people at the same instant is moved once, and the others are told why not', async () => {
    const people: PersonId[] = ['ma-lead', 'ma-delegate'];
    const request = { bodyId: RABAT, handoverId: HANDOVER, taskId: 'SOM-06', expectedVersion: 2 };
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        new ChangeTask(rabat.database).execute(
          { ...request, personId: people[index % 2] ?? 'ma-lead' },
          { move: 'start' },
        ),
      ),
    );
    expect(answers.filter((answer) => answer !== null && !isRefused(answer))).toHaveLength(1);
    expect(answers.filter(isRefused).map(({ gates }) => gates[0].code)).toEqual(Array(49).fill('version.stale'));
  });

  test('leaves a chain in which every hash follows from the one before', async () => {
    const rows = await rabat.rows(
      'SELECT seq::int, prev_hash, hash, entry FROM account_entry WHERE stream = $1 ORDER BY seq',
      [HANDOVER],
    );
    let head = '0'.repeat(64);
    for (const [index, row] of rows.entries()) {
      expect(row).toMatchObject({ seq: index + 1, prev_hash: head });
      head = sha256(head + String(row.entry));
      expect(row.hash).toBe(head);
    }
  });

  test('has an account that nobody can alter, not even the owner of the database', async () => {
    await expect(rabat.dataSource.query('UPDATE account_entry SET actor = $1', ['nobody'])).rejects.toThrow();
    const owner = new pg.Client({ connectionString: rabat.url });
    await owner.connect();
    await expect(owner.query('UPDATE account_entry SET actor = $1', ['nobody'])).rejects.toThrow(/only ever added to/);
    await expect(owner.query('DELETE FROM account_entry')).rejects.toThrow(/only ever added to/);
    await expect(owner.query('TRUNCATE account_entry CASCADE')).rejects.toThrow(/only ever added to/);
    await owner.end();
  });
});
