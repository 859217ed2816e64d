import { Injectable } from '@nestjs/common';
import { proposeTerm } from '../engine/terms/decide-term.js';
import type { Refused } from '../engine/decision.js';
import type { TermDraft } from '../engine/terms/term.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import type { TermReceipt } from './change-term.js';
import { withKnownHolders } from './known-members.js';
import { loadRotation } from './load-rotation.js';
import { toPersons } from './term-messages.js';
import { writeDecision } from './write-decision.js';

/** Proposes a term at the end of the rotation. To put one between others, see the operations on the rotation. */
@Injectable()
export class ProposeTerm {
  constructor(private readonly database: Database) {}

  /** Null when there is no such body; a refusal lists every gate that is not met and leaves no trace. */
  async execute(bodyId: string, personId: string, draft: TermDraft): Promise<TermReceipt | Refused | null> {
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const facts = await loadRotation(em, bodyId, personId, locked.at);
      if (facts === null) return null;
      const proposed = proposeTerm(draft, facts.terms, facts.actor);
      const decision = await withKnownHolders(em, bodyId, draft.holders, proposed);
      if (decision.refused) return decision;
      const changes = [decision.changes];
      const news = { terms: facts.terms, changes, messages: decision.messages };
      const messages = await toPersons(em, bodyId, news, locked.at);
      const account = await writeDecision(em, locked, facts, changes, decision.happenings, messages);
      return { id: draft.id, version: 1, state: 'proposed', account: { seq: account.seq, hash: account.head } };
    });
  }
}
