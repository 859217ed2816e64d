import { Injectable } from '@nestjs/common';
import { decideTerm } from '../engine/terms/decide-term.js';
import type { Accepted, Refused } from '../engine/decision.js';
import { passChair } from '../engine/terms/pass-chair.js';
import type { TermChange } from '../engine/terms/term-change.js';
import type { TermCommand } from '../engine/terms/term-moves.js';
import type { TermState } from '../engine/terms/term.js';
import { staleVersion } from '../people/stale-version.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import { withKnownHolders } from './known-members.js';
import { loadRotation, type RotationFacts } from './load-rotation.js';
import type { VersionedTerm } from './term-rows.js';
import { inOneMessageEach, toPersons } from './term-messages.js';
import { writeDecision } from './write-decision.js';

/** Which term, who acts, and on the strength of which version of it. */
export interface TermRequest {
  readonly bodyId: string;
  readonly termId: string;
  readonly personId: string;
  readonly expectedVersion: number;
}

/** What became of a term, and where the account of the body tells of it. */
export interface TermReceipt {
  readonly id: string;
  readonly version: number;
  readonly state: TermState;
  readonly account: { readonly seq: number; readonly hash: string };
}

/**
 * Every move of a term takes this path. `start` lets the chair pass where there is nobody to hand it over: to the first
 * chair of a body, at the end of a vacancy, and into a vacancy or a caretaker term that was declared. Whoever serves
 * otherwise gives the chair up by a handover.
 */
@Injectable()
export class ChangeTerm {
  constructor(private readonly database: Database) {}

  /** Null when there is no such term; a refusal lists every gate that is not met and leaves no trace. */
  async execute(request: TermRequest, command: TermCommand): Promise<TermReceipt | Refused | null> {
    const { bodyId, termId, personId, expectedVersion } = request;
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const facts = await loadRotation(em, bodyId, personId, locked.at);
      const term = facts?.terms.find(({ id }) => id === termId);
      if (facts === null || term === undefined) return null;
      const stale = staleVersion(expectedVersion, term.version);
      if (stale !== null) return stale;
      const holders = command.move === 'change-holder' ? command.holders : [];
      const decision = await withKnownHolders(em, bodyId, holders, decide(term, command, facts));
      if (decision.refused) return decision;
      const { changes, happenings } = decision;
      const named = await toPersons(
        em,
        bodyId,
        { terms: facts.terms, changes, messages: decision.messages },
        locked.at,
      );
      const account = await writeDecision(
        em,
        locked,
        facts,
        changes,
        happenings,
        inOneMessageEach(named, command.move),
      );
      const state = changes.find(({ after }) => after.id === termId)?.after.state ?? term.state;
      return { id: termId, version: term.version + 1, state, account: { seq: account.seq, hash: account.head } };
    });
  }
}

function decide(
  term: VersionedTerm,
  command: TermCommand,
  { terms, actor, today }: RotationFacts,
): Accepted<readonly TermChange[]> | Refused {
  if (command.move === 'start') {
    const passed = passChair(terms, { incoming: term.id, on: command.on, handover: null }, actor, today);
    return passed.refused ? passed : { ...passed, changes: passed.changes.terms };
  }
  const decision = decideTerm(term, terms, command, actor, today);
  return decision.refused ? decision : { ...decision, changes: [decision.changes] };
}
