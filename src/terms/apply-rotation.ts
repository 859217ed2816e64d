import { Injectable } from '@nestjs/common';
import type { Refused } from '../engine/decision.js';
import type { RotationCommand } from '../engine/terms/rotation.js';
import type { TermState } from '../engine/terms/term.js';
import { BODY_STREAM, Database, isRefused } from '../storage/database.js';
import { planOperation, type RotationPreview } from './plan-operation.js';
import { writeDecision } from './write-decision.js';

/** What was applied: each term that changed, with its version now. */
export interface RotationReceipt {
  readonly token: string;
  readonly operation: RotationCommand['operation'];
  readonly terms: readonly { readonly id: string; readonly version: number; readonly state: TermState }[];
  /** Handovers whose dates are to be re-planned next. */
  readonly handovers: readonly string[];
  readonly told: readonly string[];
  readonly account: { readonly seq: number; readonly hash: string };
}

/** The refusal to apply what is no longer so, with what is so now. */
export interface StaleRotation extends Refused {
  readonly preview: RotationPreview;
}

/**
 * Applies a previewed operation: terms, revisions, account and one message per person in one transaction. If anything
 * that the preview showed has changed since, nothing happens and the answer is the new preview.
 */
@Injectable()
export class ApplyRotation {
  constructor(private readonly database: Database) {}

  /**
   * @param token of the preview that is applied.
   * @returns null when there is no such body; a refusal lists every gate that is not met.
   */
  async execute(
    bodyId: string,
    personId: string,
    command: RotationCommand,
    token: string,
  ): Promise<RotationReceipt | StaleRotation | Refused | null> {
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const planned = await planOperation(em, bodyId, personId, command, locked.at);
      if (planned === null || isRefused(planned)) return planned;
      const { facts, decision, messages, preview } = planned;
      if (preview.token !== token) return stale(preview);
      const { operation, terms, handovers, told } = preview;
      const account = await writeDecision(em, locked, facts, decision.changes.terms, decision.happenings, messages);
      return {
        token,
        operation,
        terms: terms.map(({ id, version, state }) => ({ id, version: (version ?? 0) + 1, state })),
        handovers,
        told,
        account: { seq: account.seq, hash: account.head },
      };
    });
  }
}

function stale(preview: RotationPreview): StaleRotation {
  const facts = { token: preview.token };
  return { refused: true, gates: [{ code: 'rotation.preview_stale', facts, whose: 'secretariat' }], preview };
}
