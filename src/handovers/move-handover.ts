import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { writeAccount } from '../audit/account.js';
import { decideHandover } from '../engine/handovers/decide-handover.js';
import type { Refused } from '../engine/decision.js';
import type { GivenSignature, HandoverChanges } from '../engine/handovers/handover-facts.js';
import type { HandoverCommand, HandoverState } from '../engine/handovers/handover.js';
import { owedFor } from '../notifications/owed.js';
import { Database, isRefused, type LockedStream } from '../storage/database.js';
import { passChairTo } from '../terms/pass-chair-to.js';
import { staleVersion } from '../people/stale-version.js';
import { refuseBystander } from './read-handover.js';
import { HandoverRow, SignatureRow } from './handovers.entity.js';
import { loadHandover, type HandoverBeforeMove } from './load-handover.js';
import { reopenChangedSections } from './reopen-section.js';

/** Which handover, who acts, and on the strength of which version of it. */
export interface HandoverRequest {
  readonly bodyId: string;
  readonly handoverId: string;
  readonly personId: string;
  readonly expectedVersion: number;
}

export interface HandoverReceipt {
  readonly id: string;
  readonly version: number;
  readonly state: HandoverState;
  readonly account: { readonly seq: number; readonly hash: string };
}

/** What else belongs to a move, in its transaction. */
export type AlongWithHandover = (em: EntityManager) => Promise<void>;

/**
 * Every move of a handover, from preparing to closing. `effect` concludes the outgoing term and starts the incoming
 * one in this same transaction: there is no instant with two chairs or, undeclared, with none.
 */
@Injectable()
export class MoveHandover {
  constructor(private readonly database: Database) {}

  /** Null when there is no such handover; a refusal lists every gate that is not met and leaves no trace. */
  async execute(
    request: HandoverRequest,
    command: HandoverCommand,
    alongWith?: AlongWithHandover,
  ): Promise<HandoverReceipt | Refused | null> {
    const { bodyId, handoverId, personId, expectedVersion } = request;
    return this.database.changeInTurn(bodyId, handoverId, async (em, locked) => {
      const before = await loadHandover(em, locked, personId);
      if (before === null) return null;
      if (before.actor.hats.length === 0) return refuseBystander(em, bodyId, handoverId, personId);
      const stale = staleVersion(expectedVersion, before.version);
      if (stale !== null) return stale;
      const decision = decideHandover(before.facts, command, before.actor, locked.at);
      if (decision.refused) return decision;
      const { changes, happenings, messages } = decision;
      const passage = await this.passChair(em, locked, before, changes);
      if (isRefused(passage)) return passage;
      await write(em, locked, before, changes);
      await alongWith?.(em);
      const owed = owedFor(messages, null, personId, locked.at);
      const after = writeAccount(em, locked, { actorId: personId, happenings, owed });
      if (command.move === 'reopen') await reopenChangedSections(em, after, before.actor);
      const account = { seq: after.seq, hash: after.head };
      return { id: handoverId, version: before.version + 1, state: changes.state, account };
    });
  }

  private async passChair(
    em: EntityManager,
    locked: LockedStream,
    before: HandoverBeforeMove,
    { effect }: HandoverChanges,
  ): Promise<Refused | null> {
    if (effect === undefined) return null;
    const { facts, actor, zone } = before;
    const command = {
      incoming: effect.startsTermId,
      on: facts.anchors.HANDOVER_DATE ?? facts.today,
      handover: facts.id,
    };
    return passChairTo(em, locked, command, actor, facts.today, zone);
  }
}

async function write(
  em: EntityManager,
  locked: LockedStream,
  { version, signingRound }: HandoverBeforeMove,
  { state, signature, signaturesVoid, effect }: HandoverChanges,
): Promise<void> {
  const key = { bodyId: locked.bodyId, id: locked.stream };
  if (signature !== undefined) {
    await em.insert(SignatureRow, signatureRow(locked, signingRound, signature));
  }
  const taken =
    effect === undefined
      ? {}
      : {
          effectedAt: new Date(effect.at),
          effectedHow: effect.how,
          effectedBy: effect.way,
          effectReference: effect.reference,
        };
  const round = signaturesVoid === true ? { signingRound: signingRound + 1 } : {};
  const written = await em.update(
    HandoverRow,
    { ...key, version },
    { state, ...taken, ...round, version: version + 1 },
  );
  if (written.affected !== 1) throw new Error('A handover changed although it was locked');
}

/** With the end of the account as it was when this was signed: that is what the signature is about. */
function signatureRow(
  { bodyId, stream, seq, head, at }: LockedStream,
  round: number,
  { side, personId, signedForId, declaration }: GivenSignature,
): SignatureRow {
  const { text, language, rank, name, paper } = declaration;
  return {
    bodyId,
    handoverId: stream,
    round,
    side,
    personId,
    signedForId,
    signedAt: new Date(at),
    declaration: text,
    language,
    rank,
    signedName: name,
    accountSeq: String(seq),
    accountHead: head,
    paperSha256: paper?.sha256 ?? null,
    paperMediaType: paper?.mediaType ?? null,
    paperBytes: paper === undefined ? null : String(paper.bytes),
  };
}
