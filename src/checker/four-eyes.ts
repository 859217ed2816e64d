import { bySubject, readMoves, type Move } from './moves.js';
import { peopleThen, type PeopleThen } from './people-then.js';
import type { Finding, Rule } from './rule.js';

interface SignatureRow {
  readonly handoverId: string;
  readonly round: number;
  readonly side: string;
  readonly persons: readonly string[];
}

const SIGNATURES = `
  SELECT handover_id::text AS "handoverId", round, side, ARRAY[person_id::text, signed_for_id::text] AS persons
  FROM signature WHERE body_id = $1 ORDER BY handover_id, round, side`;

/** A task that nobody accepts is accepted with its submission, which says so. */
const UNREVIEWED = `SELECT 'task:' || id || ' of ' || handover_id AS about FROM task WHERE body_id = $1 AND accepted_by IS NULL`;

/** Product invariant 3: no one accepts what their own side submitted; a stand-in counts as both people. */
export const fourEyes: Rule = {
  name: 'four eyes on everything accepted',
  async check(view) {
    const people = await peopleThen(view);
    const unreviewed = new Set((await view.ask<{ about: string }>(UNREVIEWED)).map(({ about }) => about));
    const histories = [...bySubject(await readMoves(view))].filter(
      ([about]) => about.startsWith('task:') && !unreviewed.has(about),
    );
    const judged = histories.map(([about, history]) => judgeTask(about, history, people));
    const signatures = await view.ask<SignatureRow>(SIGNATURES);
    const looked = judged.reduce((sum, one) => sum + one.looked, signatures.length);
    const found = judged.flatMap((one) => one.findings);
    return { looked, findings: [...found, ...twice(signatures)].map((finding) => ({ body: view.id, ...finding })) };
  },
};

type Found = Omit<Finding, 'body'>;

interface Voices {
  readonly persons: readonly string[];
  readonly sides: readonly string[];
}

function judgeTask(about: string, history: readonly Move[], people: PeopleThen): { looked: number; findings: Found[] } {
  const findings: Found[] = [];
  let submitted: Voices | null = null;
  let agreed: Voices[] = [];
  let looked = 0;
  for (const move of history) {
    const own = voicesOf(move, people);
    if (answers(move)) {
      looked += 1;
      const overlaps =
        submitted === null ? [] : [...shared(own.persons, submitted.persons), ...shared(own.sides, submitted.sides)];
      const again = agreed.flatMap((one) => shared(one.persons, own.persons));
      for (const what of overlaps)
        findings.push({ about, what: `entry ${String(move.seq)}: ${what} submitted it too` });
      for (const what of again)
        findings.push({ about, what: `entry ${String(move.seq)}: ${what} answered for both chairs` });
      agreed.push(own);
    } else if (move.from !== move.to) {
      submitted = move.action === 'task.submitted' ? own : null;
      agreed = [];
    }
  }
  return { looked, findings };
}

/** Accepting, and letting off what somebody had submitted; both halves of a joint answer. */
function answers({ action, from }: Move): boolean {
  return from === 'submitted' && /^task\.(accepted|acceptance_given|waived|waiver_given)$/.test(action);
}

function voicesOf(move: Move, people: PeopleThen): Voices {
  const sides = [...move.sides, ...people.sides(move.stream, move.actor, move.at)];
  return { persons: people.persons(move.actor, move.at), sides: [...new Set(sides)] };
}

function shared(one: readonly string[], other: readonly string[]): string[] {
  return one.filter((each) => other.includes(each));
}

function twice(signatures: readonly SignatureRow[]): Found[] {
  return signatures.flatMap((one) => {
    const others = signatures.filter(
      (other) => other.handoverId === one.handoverId && other.round === one.round && other.side > one.side,
    );
    return others
      .flatMap((other) => [...new Set(shared(one.persons, other.persons))])
      .map((person) => ({ about: `handover:${one.handoverId}`, what: `${person} signed for both chairs` }));
  });
}
