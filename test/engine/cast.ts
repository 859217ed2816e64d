import type { Actor, Hat } from '../../src/engine/decision.js';

const hat = (personId: string, side: Hat['side'], role: Hat['role']): Hat => ({ personId, side, role });

export const hats = {
  outgoingDelegate: hat('rachid', 'outgoing', 'delegate'),
  outgoingLead: hat('salma', 'outgoing', 'lead'),
  incomingDelegate: hat('tiago', 'incoming', 'delegate'),
  incomingLead: hat('ines', 'incoming', 'lead'),
  officer: hat('vera', 'secretariat', 'secretariat'),
  clerk: hat('karl', 'secretariat', 'secretariat'),
} as const;

/** Someone who acts in their own hat and in those of the people they stand in for. */
export function actor(own: Hat, ...standsInFor: readonly Hat[]): Actor {
  return { personId: own.personId, hats: [own, ...standsInFor] };
}

/** The people of the tables. A column such as `lead+in` is the outgoing lead, standing in for the incoming one. */
const cast: Readonly<Record<string, Actor>> = {
  outDelegate: actor(hats.outgoingDelegate),
  outLead: actor(hats.outgoingLead),
  inDelegate: actor(hats.incomingDelegate),
  inLead: actor(hats.incomingLead),
  officer: actor(hats.officer),
  observer: { personId: 'otto', hats: [] },
  'outLead+inLead': actor(hats.outgoingLead, hats.incomingLead),
  'officer+outLead': actor(hats.officer, hats.outgoingLead),
  'officer+inLead': actor(hats.officer, hats.incomingLead),
};

/** The actor of that name in the cast; a slip of the pen in a table is an error. */
export function played(name: string): Actor {
  const found = cast[name];
  if (found === undefined) throw new Error(`Nobody is called ${name}`);
  return found;
}
