import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { writeAccount } from '../../audit/account.js';
import type { Hat, Refused } from '../../engine/decision.js';
import { decideAddendum } from '../../engine/handovers/addendum.js';
import type { HandoverState } from '../../engine/handovers/handover.js';
import { refuseBystander } from '../../handovers/read-handover.js';
import { owedFor } from '../../notifications/owed.js';
import { Database, type LockedStream } from '../../storage/database.js';
import type { ReceivedContent } from '../incoming-files.js';
import { KeepContent } from '../keep-content.js';
import type { MediaType } from '../media-types.js';

/** A late entry as somebody wrote it. */
export interface WrittenAddendum {
  readonly title: string;
  readonly text: string;
  readonly document: AddendumDocument | null;
}

export interface AddendumDocument {
  readonly content: ReceivedContent;
  readonly mediaType: MediaType;
  readonly fileName: string;
}

export interface AddendumReceipt {
  readonly number: number;
  readonly account: { readonly seq: number; readonly hash: string };
}

interface Before {
  readonly state: HandoverState;
  readonly count: number;
  readonly hats: readonly Hat[];
}

/** Values: body, handover, acting person. */
const BEFORE = `
  SELECT h.state, hats_in_handover($1, $2, $3, gavel_now()) AS hats,
    (SELECT count(*)::int FROM addendum a WHERE a.body_id = h.body_id AND a.handover_id = h.id) AS count
  FROM handover h WHERE h.body_id = $1 AND h.id = $2`;

const INSERT = `
  INSERT INTO addendum (body_id, handover_id, number, title, text, added_by, added_at, sha256, bytes, media_type, file_name)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/** Adds what came after the signing: numbered, told in the account, and beside what was signed, not in it. */
@Injectable()
export class AddAddendum {
  constructor(
    private readonly database: Database,
    private readonly content: KeepContent,
  ) {}

  /** Null when there is no such handover. Whatever it answers, a received file is gone. */
  async execute(
    bodyId: string,
    handoverId: string,
    personId: string,
    written: WrittenAddendum,
  ): Promise<AddendumReceipt | Refused | null> {
    const add = (): Promise<AddendumReceipt | Refused | null> =>
      this.database.changeInTurn(bodyId, handoverId, (em, locked) => this.add(em, locked, personId, written));
    return written.document === null ? add() : this.content.around(bodyId, written.document.content, add);
  }

  private async add(
    em: EntityManager,
    locked: LockedStream,
    personId: string,
    { title, text, document }: WrittenAddendum,
  ): Promise<AddendumReceipt | Refused | null> {
    const { bodyId, stream: handoverId, at } = locked;
    const [before]: Before[] = await em.query(BEFORE, [bodyId, handoverId, personId]);
    if (before === undefined) return null;
    const { hats, ...found } = before;
    if (hats.length === 0) return refuseBystander(em, bodyId, handoverId, personId);
    const file = document === null ? null : { ...sizeOf(document.content), mediaType: document.mediaType };
    const said = { title, text, ...(file === null ? {} : { document: file }) };
    const decision = decideAddendum({ handoverId, ...found }, said, { personId, hats });
    if (decision.refused) return decision;
    const { number } = decision.changes;
    if (file !== null) await this.content.expect(em, { bodyId, sha256: file.sha256 });
    const kept = [file?.sha256 ?? null, file?.bytes ?? null, file?.mediaType ?? null, document?.fileName ?? null];
    await em.query(INSERT, [bodyId, handoverId, number, title, text, personId, at, ...kept]);
    const owed = owedFor(decision.messages, null, personId, at);
    const after = writeAccount(em, locked, { actorId: personId, happenings: decision.happenings, owed });
    return { number, account: { seq: after.seq, hash: after.head } };
  }
}

function sizeOf({ sha256, bytes }: ReceivedContent): { readonly sha256: string; readonly bytes: number } {
  return { sha256, bytes };
}
