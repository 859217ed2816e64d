import type { EntityManager } from 'typeorm';
import type { Rotation } from '../engine/terms/rotation-import.js';
import type { Facts } from '../engine/words.js';

/** A member that was added, as the account tells of it. */
export interface AddedMember {
  readonly id: string;
  readonly facts: Facts;
}

/** The longest name, or name of a group, that is taken over. */
const LONGEST_NAME = 200;

/**
 * Adds every holder of the rotation who is no member yet: with the name and group that the document gives where it
 * tells of them as the only chair of a term, with the code for a name otherwise. Gives them in the order of their ids.
 */
export async function addMissingMembers(
  em: EntityManager,
  bodyId: string,
  rotation: Rotation,
): Promise<readonly AddedMember[]> {
  const holders = [...new Set(rotation.terms.flatMap((term) => term.holders))];
  const wanted = holders.map((id) => ({ id, ...toldOf(rotation, id) }));
  const rows: { id: string }[] = await em.query(
    `INSERT INTO member (body_id, id, name, rotation_group)
     SELECT $1, id, name, "rotationGroup" FROM jsonb_to_recordset($2) AS m(id text, name text, "rotationGroup" text)
     ON CONFLICT ON CONSTRAINT member_pkey DO NOTHING RETURNING id::text`,
    [bodyId, JSON.stringify(wanted)],
  );
  const added = new Set(rows.map(({ id }) => id));
  return wanted
    .filter(({ id }) => added.has(id))
    .map(({ id, ...told }) => ({ id, facts: { ...told, status: 'partner', calendarId: null } }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function toldOf(
  { terms, remarks }: Rotation,
  id: string,
): { readonly name: string; readonly rotationGroup: string | null } {
  const own = new Set(terms.filter(({ holders }) => holders.join() === id).map((term) => term.id));
  const told = remarks.filter(({ term }) => own.has(term)).map(({ facts }) => facts);
  const said = (field: string): string | null => {
    const text = told
      .map((facts) => facts[field])
      .find((value) => typeof value === 'string' && value.length <= LONGEST_NAME);
    return typeof text === 'string' ? text : null;
  };
  return { name: said('chair') ?? id, rotationGroup: said('region') };
}
