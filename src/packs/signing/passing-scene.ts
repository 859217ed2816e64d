import type { UnmetGate } from '../../engine/decision.js';
import type { Translated } from '../../engine/tasks/template.js';
import type { Caller } from '../../people/caller.js';
import type { IsoInstant } from '../../engine/words.js';
import { passingConditions, type Condition } from '../../engine/handovers/passing.js';
import { handoverGates } from '../../engine/handovers/handover-gates.js';
import type { HandoverCommand, HandoverMove } from '../../engine/handovers/handover.js';
import { findFrame, type HandoverFrame } from '../../handovers/handover-frame.queries.js';
import { loadHandover, type HandoverBeforeMove } from '../../handovers/load-handover.js';
import { readHandover } from '../../handovers/read-handover.js';
import { type Database } from '../../storage/database.js';
import { prepared } from '../../storage/statements.js';
import type { Refused } from '../../engine/decision.js';
import { findPassing, namesOf, type Passing } from './passing.queries.js';

/** Everything that the pages of a passing show. */
export interface PassingScene {
  readonly frame: HandoverFrame;
  readonly before: HandoverBeforeMove;
  readonly passing: Passing;
  readonly conditions: readonly Condition[];
  /** Titles of tasks by their ids, for what stands in the way. */
  readonly titles: ReadonlyMap<string, Translated>;
  /** Whom the reader's hats belong to, by name. */
  readonly names: ReadonlyMap<string, string>;
}

/** Reads how far the passing of a chair has come; null when there is no such handover. */
export async function readPassing(
  database: Database,
  reader: Caller,
  handoverId: string,
): Promise<PassingScene | Refused | null> {
  const { bodyId, personId } = reader;
  return readHandover(database, reader, handoverId, async (em, { inside }) => {
    const frame = await findFrame(em, bodyId, handoverId, personId);
    const [clock]: { at: IsoInstant }[] = await em.query('SELECT iso_instant(gavel_now()) AS at');
    const before = await loadHandover(em, { bodyId, stream: handoverId, at: clock?.at ?? '' }, personId);
    const found = await findPassing(em, bodyId, handoverId);
    const passing = found === null || inside ? found : withoutWriting(found);
    if (frame === null || before === null || passing === null) return null;
    const tasks = await prepared<{ id: string; title: Translated }>(
      em,
      'titles-of-tasks',
      'SELECT id, title FROM task WHERE body_id = $1 AND handover_id = $2',
      [bodyId, handoverId],
    );
    const names = await namesOf(em, bodyId, [personId, ...frame.hats.map((hat) => hat.personId)]);
    const titles = new Map(tasks.map(({ id, title }) => [id, title]));
    return { frame, before, passing, conditions: passingConditions(before.facts), titles, names };
  });
}

/** What people wrote is for those who take part; observers see that it was done. */
function withoutWriting(passing: Passing): Passing {
  return {
    ...passing,
    signatures: passing.signatures.map((given) => ({ ...given, rank: null, paper: null })),
    addenda: passing.addenda.map((addendum) => ({ ...addendum, text: '', document: null })),
    effect: passing.effect === null ? null : { ...passing.effect, reference: null },
  };
}

/** Stands for what is still to be written, when it is asked what else is in the way. */
const SOMETHING = '…';

/** What stands against a move for whoever reads, whatever they still have to write for it. */
export function standsAgainst({ before }: PassingScene, move: Exclude<HandoverMove, 'prepare'>): readonly UnmetGate[] {
  return handoverGates(before.facts, sampleOf(move), before.actor);
}

function sampleOf(move: Exclude<HandoverMove, 'prepare'>): HandoverCommand {
  switch (move) {
    case 'sign':
      return { move, declaration: { text: SOMETHING, language: 'en', rank: SOMETHING, name: SOMETHING } };
    case 'reopen':
    case 'cancel':
      return { move, reason: SOMETHING };
    case 'freeze':
    case 'effect':
    case 'close':
      return { move };
  }
}
