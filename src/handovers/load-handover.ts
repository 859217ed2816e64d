import type { EntityManager } from 'typeorm';
import type { Actor, Hat } from '../engine/decision.js';
import type { HandoverFacts, Signature } from '../engine/handovers/handover-facts.js';
import type { HandoverTask } from '../engine/handovers/handover-task.js';
import type { HandoverState } from '../engine/handovers/handover.js';
import type { TermState } from '../engine/terms/term.js';
import type { IsoDate } from '../engine/words.js';
import type { LockedStream } from '../storage/database.js';

/** What a decision about a handover needs, read under its lock. */
export interface HandoverBeforeMove {
  readonly facts: HandoverFacts;
  readonly actor: Actor;
  readonly version: number;
  readonly signingRound: number;
  /** Of the body: its days begin there. */
  readonly zone: string;
}

interface Row {
  readonly id: string;
  readonly state: HandoverState;
  readonly version: number;
  readonly signingRound: number;
  readonly handoverDate: IsoDate | null;
  readonly termStart: IsoDate | null;
  readonly meetingStart: IsoDate | null;
  readonly meetingEnd: IsoDate | null;
  readonly outgoingTerm: { readonly id: string; readonly state: TermState };
  readonly incomingTerm: { readonly id: string; readonly state: TermState; readonly holders: readonly string[] };
  readonly vacancyTermId: string | null;
  readonly signatures: readonly Signature[];
  readonly tasks: readonly HandoverTask[];
  readonly sections: HandoverFacts['sections'];
  readonly zone: string;
  readonly today: IsoDate;
  readonly hats: readonly Hat[];
}

const LOAD = `
  SELECT h.id, h.state, h.version, h.signing_round AS "signingRound", h.handover_date AS "handoverDate",
    h.term_start AS "termStart", m.starts_on AS "meetingStart", m.ends_on AS "meetingEnd",
    jsonb_build_object('id', o.id, 'state', o.state) AS "outgoingTerm",
    jsonb_build_object('id', i.id, 'state', i.state, 'holders',
      (SELECT coalesce(jsonb_agg(th.member_id ORDER BY th.position), '[]') FROM term_holder th
        WHERE th.body_id = i.body_id AND th.term_id = i.id)) AS "incomingTerm",
    (SELECT v.id FROM term v WHERE v.body_id = h.body_id AND v.kind = 'vacancy' AND v.state = 'serving') AS "vacancyTermId",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('side', s.side, 'personId', s.person_id, 'signedForId', s.signed_for_id)), '[]')
      FROM signature s WHERE s.body_id = h.body_id AND s.handover_id = h.id AND s.round = h.signing_round) AS signatures,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'state', t.state, 'mandatory', t.mandatory,
        'blocksHandover', t.blocks_handover, 'owner', t.owner, 'acceptedBy', t.accepted_by, 'due', t.due_on,
        'pinned', t.pinned_on,
        'rule', jsonb_build_object('anchor', t.due_anchor, 'offset', t.due_offset, 'unit', t.due_unit)) ORDER BY t.position), '[]')
      FROM task t WHERE t.body_id = h.body_id AND t.handover_id = h.id) AS tasks,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'state', c.state) ORDER BY c.position), '[]')
      FROM section c WHERE c.body_id = h.body_id AND c.handover_id = h.id) AS sections,
    b.zone, ($4::timestamptz AT TIME ZONE b.zone)::date AS today, hats_in_handover($1, $2, $3, $4) AS hats
  FROM handover h
  JOIN body b ON b.id = h.body_id
  JOIN term o ON o.body_id = h.body_id AND o.id = h.outgoing_term_id
  JOIN term i ON i.body_id = h.body_id AND i.id = h.incoming_term_id
  LEFT JOIN meeting m ON m.body_id = h.body_id AND m.id = h.meeting_id
  WHERE h.body_id = $1 AND h.id = $2`;

/** Facts of a handover, locked where they are acted on, and who acts; null when there is no such handover. */
export async function loadHandover(
  em: EntityManager,
  locked: Pick<LockedStream, 'bodyId' | 'stream' | 'at'>,
  personId: string,
): Promise<HandoverBeforeMove | null> {
  const [row]: Row[] = await em.query(LOAD, [locked.bodyId, locked.stream, personId, locked.at]);
  if (row === undefined) return null;
  const anchors = {
    HANDOVER_DATE: row.handoverDate,
    TERM_START: row.termStart,
    MEETING_START: row.meetingStart,
    MEETING_END: row.meetingEnd,
  };
  const { id, state, tasks, sections, outgoingTerm, incomingTerm, vacancyTermId, signatures, today } = row;
  return {
    facts: { id, state, anchors, today, tasks, sections, outgoingTerm, incomingTerm, vacancyTermId, signatures },
    actor: { personId, hats: row.hats },
    version: row.version,
    signingRound: row.signingRound,
    zone: row.zone,
  };
}
