import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chairInterval, endBefore } from '../../src/engine/terms/chair.js';
import { chairsOn } from '../../src/engine/terms/chairs-on.js';
import { addDays } from '../../src/engine/time/days.js';
import { decideTerm, proposeTerm } from '../../src/engine/terms/decide-term.js';
import type { Actor, Decision } from '../../src/engine/decision.js';
import { passChair } from '../../src/engine/terms/pass-chair.js';
import { applied, type RotationChanges } from '../../src/engine/terms/rotation-change.js';
import { decideRotation, type RotationCommand } from '../../src/engine/terms/rotation.js';
import type { TermChange } from '../../src/engine/terms/term-change.js';
import type { TermCommand } from '../../src/engine/terms/term-moves.js';
import { isInTheChair, isToCome, type Boundary, type Term, type TermDraft } from '../../src/engine/terms/term.js';
import type { IsoDate } from '../../src/engine/words.js';
import { codesOf, grounds, outgoingLead, planned, secretariat } from '../support/terms.js';

const FIRST = '2020-01-01';
const DAYS = 400;
const MEMBERS = ['BE', 'BF', 'FR', 'GQ', 'ES', 'MA', 'PT', 'NG'];

const day = fc.integer({ min: 0, max: DAYS }).map((days) => addDays(FIRST, days));
const anyDate = fc.oneof(
  { weight: 9, arbitrary: day },
  { weight: 1, arbitrary: fc.constantFrom('2020-02-30', 'soon') },
);
const boundary = fc.constantFrom<Boundary>('shared_day', 'inclusive');
const someone = fc.subarray(MEMBERS, { maxLength: 2 });
const months = fc.integer({ min: -7, max: 7 });
/** Which term is meant: its place in the list, as far as it reaches. */
const which = fc.nat({ max: 11 });

type Step = (terms: readonly Term[], id: string) => Decision<RotationChanges> | Decision<TermChange> | null;
type Chosen = { readonly at: number; readonly other: number; readonly today: IsoDate; readonly actor: Actor };

const chosen = fc.record<Chosen>({
  at: which,
  other: which,
  today: day,
  actor: fc.oneof(
    { weight: 9, arbitrary: fc.constant(secretariat) },
    { weight: 1, arbitrary: fc.constant(outgoingLead) },
  ),
});
const drafted = fc.record({
  holders: someone,
  kind: fc.constantFrom('regular', 'bridging', 'vacancy', 'caretaker'),
  start: fc.option(anyDate),
  end: fc.option(anyDate),
  boundary,
}) satisfies fc.Arbitrary<unknown>;

type Drafted = typeof drafted extends fc.Arbitrary<infer Value> ? Value : never;

function draftOf(id: string, { holders, kind, start, end, ...rest }: Drafted): TermDraft {
  const named = kind === 'vacancy' ? [] : holders;
  return {
    id,
    holders: named,
    kind,
    planned: { start, end },
    label: null,
    sources: [],
    ...rest,
  };
}

const termCommand: fc.Arbitrary<TermCommand> = fc.oneof(
  fc.constant<TermCommand>({ move: 'confirm' }),
  anyDate.map((on): TermCommand => ({ move: 'start', on })),
  anyDate.map((on): TermCommand => ({ move: 'conclude', on, ...grounds })),
  fc.constant<TermCommand>({ move: 'lapse', ...grounds }),
  anyDate.map((on): TermCommand => ({ move: 'suspend', on, ...grounds })),
  anyDate.map((on): TermCommand => ({ move: 'resume', on, ...grounds })),
  fc.option(anyDate).map((end): TermCommand => ({ move: 'extend', end, ...grounds })),
  anyDate.map((end): TermCommand => ({ move: 'shorten', end, ...grounds })),
  someone.map((holders): TermCommand => ({ move: 'change-holder', holders, cause: 'replaced', ...grounds })),
  fc
    .option(fc.string())
    .map((label): TermCommand => ({ move: 'relabel', label: label === '\u0000' ? '' : label, ...grounds })),
);

/** Steps on the rotation, for ids that are chosen when it is known which terms there are. */
const rotationCommand: fc.Arbitrary<(first: string, second: string, fresh: string) => RotationCommand> = fc.oneof(
  fc
    .tuple(drafted, months, fc.boolean())
    .map(([draft, laterMonths, last]) => (first: string, _: string, fresh: string) => {
      const before = last ? null : first;
      return { operation: 'insert', term: draftOf(fresh, draft), before, laterMonths, ...grounds } as const;
    }),
  fc
    .constantFrom('keep_dates', 'move_up')
    .map((later) => (term: string) => ({ operation: 'skip', term, later, ...grounds }) as const),
  fc.constant((first: string, second: string) => ({ operation: 'swap', first, second, ...grounds }) as const),
  fc
    .tuple(months, fc.boolean(), fc.option(drafted))
    .map(([moved, gives, draft]) => (from: string, second: string, fresh: string) => {
      const insert = draft === null ? null : { term: draftOf(fresh, draft), before: null };
      const givenUp = gives ? [second] : [];
      return {
        operation: 'shift',
        from,
        months: moved,
        givenUp,
        insert,
        missingDay: 'last_of_month',
        ...grounds,
      } as const;
    }),
  fc.tuple(anyDate, boundary, fc.boolean()).map(([end, style, keep]) => (term: string) => {
    const later = keep ? null : { months: 3, boundary: style };
    return { operation: 'bridge', term, end, later, ...grounds } as const;
  }),
  fc.tuple(anyDate, fc.option(anyDate), boundary).map(([from, end, style]) => (_: string, __: string, id: string) => {
    return { operation: 'declare-vacancy', id, from, end, boundary: style, ...grounds } as const;
  }),
  fc
    .tuple(anyDate, fc.option(anyDate), boundary, someone)
    .map(([from, end, style, holders]) => (_: string, __: string, id: string) => {
      return { operation: 'appoint-caretaker', id, from, end, boundary: style, holders, ...grounds } as const;
    }),
  anyDate.map((on) => (incoming: string) => ({ operation: 'move-passage', incoming, on, ...grounds }) as const),
  someone.map((holders) => (term: string) => ({ operation: 'set-successor', term, holders, ...grounds }) as const),
  someone.map((holders) => (term: string, _: string, id: string) => {
    return { operation: 'withdraw', term, replacement: { id, holders }, ...grounds } as const;
  }),
);

/** Any command at all on any of the terms, as any of two people, on any day. */
const step: fc.Arbitrary<Step> = fc
  .tuple(
    chosen,
    fc.oneof(
      { weight: 4, arbitrary: fc.tuple(fc.constant('term' as const), termCommand) },
      { weight: 4, arbitrary: fc.tuple(fc.constant('rotation' as const), rotationCommand) },
      {
        weight: 4,
        arbitrary: fc.tuple(
          fc.constant('pass' as const),
          fc.record({
            on: anyDate,
            handover: fc.option(fc.constant('h'), { freq: 5 }),
            inTime: fc.boolean(),
          }),
        ),
      },
      { weight: 1, arbitrary: fc.tuple(fc.constant('propose' as const), drafted) },
    ),
  )
  .map(([{ at, other, today, actor }, [what, command]]) => (terms, fresh) => {
    const [first, second] = [terms[at % terms.length], terms[other % terms.length]];
    if (first === undefined || second === undefined) return null;
    if (what === 'term') return decideTerm(first, terms, command, actor, today);
    if (what === 'rotation') return decideRotation(terms, command(first.id, second.id, fresh), actor, today);
    if (what === 'propose') return proposeTerm(draftOf(fresh, command), terms, actor);
    // Half of the passages are those that come about in real life: the next turn, on the day itself.
    const next = command.inTime ? (terms.find(isToCome) ?? first) : first;
    return passChair(terms, { ...command, incoming: next.id }, actor, command.inTime ? command.on : today);
  });

/** Eight confirmed terms of fifty days each, end to end, in one boundary style. */
function queueOf(style: Boundary): Term[] {
  return MEMBERS.map((holder, at) => {
    const [start, next] = [addDays(FIRST, at * 50), addDays(FIRST, at * 50 + 50)];
    return planned(`t${String(at)}-${holder}`, at + 1, start, endBefore(next, style), { boundary: style });
  });
}

function after(
  terms: readonly Term[],
  decision: Decision<RotationChanges> | Decision<TermChange> | null,
): readonly Term[] {
  if (decision === null || decision.refused) return terms;
  const changes = 'terms' in decision.changes ? decision.changes : { terms: [decision.changes], dates: [], gaps: [] };
  return applied(terms, changes);
}

function chairsByDay(terms: readonly Term[], date: IsoDate): number {
  return terms.filter((term) => {
    const days = chairInterval(term);
    return days !== null && days.from <= date && (days.until === null || date < days.until);
  }).length;
}

const allDays = Array.from({ length: DAYS + 2 }, (_, at) => addDays(FIRST, at));

describe('whatever is asked, in whatever order', () => {
  test('no day ever has two chairs, and from the first chair on none has neither chair nor declared vacancy', () => {
    let passages = 0;
    fc.assert(
      fc.property(boundary, fc.array(step, { maxLength: 40, size: 'max' }), (style, steps) => {
        let terms: readonly Term[] = queueOf(style);
        steps.forEach((each, at) => {
          const decision = each(terms, `new-${String(at)}`);
          const next = after(terms, decision);
          if (next.some((term) => isInTheChair(term) && terms.find((old) => old.id === term.id)?.state !== term.state))
            passages += 1;
          terms = next;
        });
        expect(terms.filter(isInTheChair).length).toBeLessThanOrEqual(1);
        const counts = allDays.map((date) => chairsByDay(terms, date));
        expect(Math.max(...counts)).toBeLessThanOrEqual(1);
        expect(counts.join('')).toMatch(/^0*1*0*$/);
        for (const date of ['2020-03-01', '2020-07-01']) {
          const certain = chairsOn(terms, date).filter(({ as }) => !['planned', 'earlier_that_day'].includes(as));
          expect(certain.length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 600 },
    );
    expect(passages).toBeGreaterThan(400);
  });

  test('a refusal lists gates and carries no change; what is not to come is never moved by the queue', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(boundary, fc.array(step, { maxLength: 25, size: 'max' }), (style, steps) => {
        let terms: readonly Term[] = queueOf(style);
        steps.forEach((each, at) => {
          const kept = JSON.stringify(terms);
          const decision = each(terms, `new-${String(at)}`);
          if (JSON.stringify(terms) !== kept) throw new Error('A decision changed what it was asked about');
          if (decision?.refused === true) {
            expect(Object.keys(decision)).toEqual(['refused', 'gates']);
            decision.gates.forEach((gate) => seen.add(gate.code));
          }
          const next = after(terms, decision);
          for (const old of terms.filter((term) => term.state === 'concluded')) {
            const now = next.find((term) => term.id === old.id);
            if (JSON.stringify(now) !== JSON.stringify(old)) throw new Error(`${old.id} was changed after it ended`);
          }
          terms = next;
        });
      }),
      { numRuns: 200 },
    );
    expect(seen.size).toBeGreaterThan(15);
  });
});

describe('there and back', () => {
  const exact = fc.record({ style: boundary, first: which, second: which });

  test('a swap made twice changes nothing', () => {
    fc.assert(
      fc.property(exact, ({ style, first, second }) => {
        const terms = queueOf(style);
        const [a, b] = [terms[first % terms.length]?.id ?? '', terms[second % terms.length]?.id ?? ''];
        fc.pre(a !== b);
        const swap = { operation: 'swap', first: a, second: b, ...grounds } as const;
        const once = after(terms, decideRotation(terms, swap, secretariat, FIRST));
        expect(once).not.toEqual(terms);
        expect(after(once, decideRotation(once, swap, secretariat, FIRST))).toEqual(terms);
      }),
    );
  });

  test('a shift there and back changes nothing', () => {
    let shifted = 0;
    fc.assert(
      fc.property(exact, fc.integer({ min: 1, max: 40 }), ({ style, first }, moved) => {
        const terms = queueOf(style);
        const from = terms[first % terms.length]?.id ?? '';
        const shift = {
          operation: 'shift',
          from,
          givenUp: [],
          insert: null,
          missingDay: 'refuse',
          ...grounds,
        } as const;
        const there = decideRotation(terms, { ...shift, months: moved }, secretariat, FIRST);
        if (there.refused) {
          expect(new Set(codesOf(there))).toEqual(new Set(['rotation.day_missing']));
          return;
        }
        shifted += 1;
        const away = after(terms, there);
        expect(away).not.toEqual(terms);
        expect(after(away, decideRotation(away, { ...shift, months: -moved }, secretariat, FIRST))).toEqual(terms);
      }),
    );
    expect(shifted).toBeGreaterThan(30);
  });
});
