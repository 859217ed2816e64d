import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonical } from '../../../src/engine/account/record.js';
import type { Fact } from '../../../src/engine/words.js';
import { SealedForAnother } from '../../../src/packs/record/installation-keys.js';
import { HANDOVER, RABAT } from '../../support/rabat.js';
import { ASKED, keysOf, RecordRoom } from './making.js';

let room: RecordRoom;

beforeAll(async () => {
  room = await RecordRoom.open();
});
afterAll(() => room.close());

interface Told {
  readonly account: { readonly seq: number; readonly head: string };
  readonly tasks: readonly object[];
  readonly sections: readonly object[];
}

async function told(number: number): Promise<Told> {
  return JSON.parse((await room.kept(number)).record as string) as Told;
}

test('a record is canonical, names the head of the account, and the account names the record', async () => {
  const [head] = await room.rabat.rows('SELECT seq::int, head FROM account WHERE body_id = $1 AND stream = $2', [
    RABAT,
    HANDOVER,
  ]);
  const { number, sha256, account } = await room.record();
  const { record } = await room.kept(number);
  expect(canonical(JSON.parse(record as string) as Fact)).toBe(record);
  expect(
    createHash('sha256')
      .update(record as string)
      .digest('hex'),
  ).toBe(sha256);
  expect((await told(number)).account).toEqual({ stream: HANDOVER, seq: head?.seq, head: head?.head });
  expect((await told(number)).tasks).toHaveLength(60);
  expect((await told(number)).sections).toHaveLength(11);
  const [entry] = await room.rabat.rows(
    `SELECT action, entry::jsonb->'facts' AS facts FROM account_entry WHERE body_id = $1 AND stream = $2 AND seq = $3`,
    [RABAT, HANDOVER, account.seq],
  );
  expect(entry).toMatchObject({ action: 'handover.recorded', facts: { number, sha256, reason: 'asked' } });
});

test('a record is signed by the key of the installation, and stays good after that was rotated', async () => {
  const { number } = await room.record();
  const before = await room.keys.signing();
  const next = await room.keys.rotate();
  expect((await room.keys.signing()).id).toBe(next);
  const { sums, signature, key_id: keyId } = await room.kept(number);
  expect(keyId).toBe(before.id);
  const known = (await room.keys.list()).find(({ id }) => id === keyId);
  const key = createPublicKey({ key: Buffer.from(known?.publicKey ?? '', 'base64'), format: 'der', type: 'spki' });
  expect(verify(null, Buffer.from(sums as string), key, Buffer.from(signature as string, 'base64'))).toBe(true);
  const sealed = await room.rabat.rows('SELECT private_key FROM installation_key WHERE id = $1', [before.id]);
  expect(sealed).toEqual([{ private_key: null }]);
});

test('two processes that start at once have one key between them', async () => {
  await room.rabat.dataSource.query(
    'UPDATE installation_key SET private_key = NULL, retired_at = now() WHERE retired_at IS NULL',
  );
  const ids = await Promise.all([room.keys, room.keys, room.keys].map(async (keys) => (await keys.signing()).id));
  expect(new Set(ids).size).toBe(1);
});

test('nobody signs with a key that another secret has sealed', async () => {
  const others = keysOf(room.rabat, room.folder, 'a key of tests that is long enough, no. 2');
  await expect(others.signing()).rejects.toThrow(SealedForAnother);
});

test('a record is never altered, removed or emptied', async () => {
  await room.record();
  for (const change of ['UPDATE handover_record SET made_by = made_by', 'DELETE FROM handover_record']) {
    await expect(room.rabat.rows(change)).rejects.toThrow();
    // Also not by the owner of the tables, who is bound by triggers alone.
    await expect(asOwner(change)).rejects.toThrow('A record is never altered');
  }
  await expect(asOwner('TRUNCATE handover_record CASCADE')).rejects.toThrow('A record is never altered');
});

test('of one signing there is one record, however many ask at once', async () => {
  const asked = { ...ASKED, reason: 'signed', by: 'system' } as const;
  const made = await Promise.all([1, 2, 3].map(() => room.makeRecord.execute(RABAT, HANDOVER, asked)));
  expect(made.filter((one) => one !== null)).toHaveLength(1);
});

test('what people wrote is text in the pages, and runs nothing', async () => {
  const hostile = '</title><script>alert(1)</script>"\'';
  await room.rabat.database.change(RABAT, (em) =>
    em.query('UPDATE section SET summary = $3 WHERE body_id = $1 AND handover_id = $2', [RABAT, HANDOVER, hostile]),
  );
  const { number } = await room.record();
  const pages = (await room.kept(number)).pages as Record<string, string>;
  expect(Object.keys(pages).sort()).toEqual(['index.ar.html', 'index.fr.html', 'index.html', 'index.pt.html']);
  for (const page of Object.values(pages)) {
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;/title>');
    expect(page).not.toMatch(/undefined|\[object|NaN/);
  }
});

async function asOwner(sql: string): Promise<void> {
  const runner = room.rabat.dataSource.createQueryRunner();
  try {
    await runner.connect();
    await runner.query('SET ROLE NONE');
    await runner.query(`SELECT set_config('gavel.body', $1, false)`, [RABAT]);
    await runner.query(sql);
  } finally {
    await runner.query('SET ROLE gavel_app');
    await runner.query(`SELECT set_config('gavel.body', '', false)`);
    await runner.release();
  }
}
