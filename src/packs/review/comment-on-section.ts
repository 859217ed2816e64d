import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { writeAccount } from '../../audit/account.js';
import { refusalOf, type Refused } from '../../engine/decision.js';
import { commentGates } from '../../engine/handovers/section-gates.js';
import { commentHappening, commentMessages } from '../../engine/handovers/section-happenings.js';
import { SectionCommentRow } from '../../handovers/handovers.entity.js';
import { refuseBystander } from '../../handovers/read-handover.js';
import { loadSection, type SectionKey } from '../../handovers/section-facts.js';
import { owedFor } from '../../notifications/owed.js';
import { Database } from '../../storage/database.js';

/** What somebody says about a section. */
export interface SectionRemark {
  readonly text: string;
  /** People who are to be told of it, by id. */
  readonly mentions: readonly string[];
  /** The comment that it answers. */
  readonly parentId: string | null;
}

/** Where the comment is, and where the account tells of it. */
export interface CommentReceipt {
  readonly id: string;
  readonly account: { readonly seq: number; readonly hash: string };
}

/** Says something about a section, to everyone who works in the handover; whoever is mentioned or answered is told. */
@Injectable()
export class CommentOnSection {
  constructor(private readonly database: Database) {}

  /** Null when there is no such section, or no such comment to answer. A mention of somebody outside is refused. */
  async execute(request: SectionKey, remark: SectionRemark): Promise<CommentReceipt | Refused | null> {
    const { bodyId, handoverId, sectionId, personId: authorId } = request;
    return this.database.changeInTurn(bodyId, handoverId, async (em, locked) => {
      const before = await loadSection(em, request, locked.at);
      if (before === null) return null;
      if (before.actor.hats.length === 0) return refuseBystander(em, bodyId, handoverId, request.personId);
      const answered = await authorOf(em, request, remark.parentId);
      if (answered === null) return null;
      const mentions = [...new Set(remark.mentions)];
      const inside = await peopleInside(em, request);
      const refusal = refusalOf(
        commentGates(
          before.facts,
          remark.text,
          mentions.filter((person) => !inside.has(person)),
        ),
      );
      if (refusal !== null) return refusal;
      const id = uuid();
      const { text, parentId } = remark;
      const row = { bodyId, handoverId, sectionId, id, parentId, authorId, at: new Date(locked.at), text, mentions };
      await em.insert(SectionCommentRow, row);
      const told = [...mentions, ...answered.filter((person) => inside.has(person))];
      const messages = told.length === 0 ? [] : commentMessages(before.facts, told);
      const after = writeAccount(em, locked, {
        actorId: authorId,
        happenings: [commentHappening(before.facts, id, text, mentions)],
        owed: owedFor(messages, null, authorId, locked.at),
      });
      return { id, account: { seq: after.seq, hash: after.head } };
    });
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Who wrote the comment that is answered; nobody where none is, null where there is no such comment. */
async function authorOf(
  em: EntityManager,
  { bodyId, handoverId, sectionId }: SectionKey,
  parentId: string | null,
): Promise<string[] | null> {
  if (parentId === null) return [];
  if (!UUID.test(parentId)) return null;
  const key = { bodyId, handoverId, sectionId, id: parentId };
  const parent = await em.findOneBy(SectionCommentRow, key);
  return parent === null ? null : [parent.authorId];
}

async function peopleInside(em: EntityManager, { bodyId, handoverId }: SectionKey): Promise<ReadonlySet<string>> {
  const sql = 'SELECT person_id FROM people_of_handover($1, $2, gavel_now())';
  const rows: { person_id: string }[] = await em.query(sql, [bodyId, handoverId]);
  return new Set(rows.map(({ person_id: id }) => id));
}
