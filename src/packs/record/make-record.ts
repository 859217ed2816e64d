import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { sha256, writeAccount } from '../../audit/account.js';
import { FORMAT, PAGES, PUBLIC_KEY, RECORD, pemOf, sumsText } from '../../engine/archive/archive-files.js';
import { canonical } from '../../engine/account/record.js';
import type { Refused } from '../../engine/decision.js';
import type { Facts } from '../../engine/words.js';
import { Database, type LockedStream } from '../../storage/database.js';
import type { HandoverRecord, RecordReason } from './handover-record.js';
import { InstallationKeys, type SigningKey } from './installation-keys.js';
import { placeDocuments } from './place-documents.js';
import { readRecordContent } from './record-content.queries.js';
import { recordPages } from './views/record-page.js';

/** Why a record is made, and at whose word. */
export interface RecordAsked {
  readonly reason: RecordReason;
  readonly signingRound: number;
  /** A person's id, or `system` where the clock brought it about. */
  readonly by: string;
}

/** What became of it. */
export interface RecordReceipt {
  readonly number: number;
  readonly sha256: string;
  readonly account: { readonly seq: number; readonly hash: string };
}

const NEXT = `
  SELECT coalesce(max(number), 0) + 1 AS number,
    coalesce(bool_or(reason = $3 AND signing_round = $4), false) AS made
  FROM handover_record WHERE body_id = $1 AND handover_id = $2`;

const INSERT = `
  INSERT INTO handover_record (body_id, handover_id, number, reason, signing_round, made_at, made_by, record, sha256, pages,
    sums, key_id, signature, account_seq, account_head)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

/**
 * Makes the record of a handover as it stands: canonical JSON that names the head of the account, signed with the key of
 * the installation; the account then names the record. Neither can be changed without the other showing it.
 */
@Injectable()
export class MakeRecord {
  constructor(
    private readonly database: Database,
    private readonly keys: InstallationKeys,
  ) {}

  /** Null when there is no such handover, and where a record for this signing or effect is there already. */
  async execute(bodyId: string, handoverId: string, asked: RecordAsked): Promise<RecordReceipt | Refused | null> {
    const key = await this.keys.signing();
    return this.database.changeInTurn(bodyId, handoverId, (em, locked) => makeRecord(em, locked, asked, key));
  }
}

async function makeRecord(
  em: EntityManager,
  locked: LockedStream,
  { reason, signingRound, by }: RecordAsked,
  key: SigningKey,
): Promise<RecordReceipt | null> {
  const { bodyId, stream: handoverId, at } = locked;
  const content = await readRecordContent(em, bodyId, handoverId);
  const [next]: { number: number; made: boolean }[] = await em.query(NEXT, [bodyId, handoverId, reason, signingRound]);
  if (content === null || next === undefined || (next.made && reason !== 'asked')) return null;
  const { number } = next;
  const record = {
    ...content.told,
    format: FORMAT,
    files: placeDocuments(content.documents).map((file): Facts => ({ ...file })),
    record: { number, reason, madeAt: at, madeBy: by },
    account: { stream: handoverId, seq: locked.seq, head: locked.head },
    key: { algorithm: 'ed25519', fingerprint: key.id },
  };
  const text = canonical(record);
  const digest = sha256(text);
  const pages = recordPages(record as unknown as HandoverRecord, digest);
  const sums = sumsOf(digest, key.publicKey, pages);
  await em.query(INSERT, [
    ...[bodyId, handoverId, number, reason, signingRound, at, by, text, digest, JSON.stringify(pages), sums],
    ...[key.id, key.sign(sums), locked.seq, locked.head],
  ]);
  const facts = { number, reason, sha256: digest, key: key.id };
  const happening = { action: 'handover.recorded', subject: `handover:${handoverId}`, facts };
  const after = writeAccount(em, locked, { actorId: by, happenings: [happening], owed: [] });
  return { number, sha256: digest, account: { seq: after.seq, hash: after.head } };
}

function sumsOf(record: string, publicKey: string, pages: Readonly<Record<string, string>>): string {
  return sumsText([
    { name: RECORD, sha256: record },
    { name: PUBLIC_KEY, sha256: sha256(pemOf(publicKey)) },
    ...PAGES.map((name) => ({ name, sha256: sha256(pages[name] ?? '') })),
  ]);
}
