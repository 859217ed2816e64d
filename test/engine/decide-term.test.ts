import { describe, expect, test } from '@jest/globals';
import { chairInterval } from '../../src/engine/terms/chair.js';
import { decideTerm, proposeTerm } from '../../src/engine/terms/decide-term.js';
import type { Term, TermDraft } from '../../src/engine/terms/term.js';
import {
  aTerm,
  changesOf,
  codesOf,
  concluded,
  gatesOf,
  grounds,
  outgoingLead,
  planned,
  secretariat,
  serving,
} from '../support/terms.js';

const TODAY = '2024-01-12';
const morocco = serving('2022-ma', 1, '2022-12-14', '2024-01-31');
const portugal = planned('2024-pt', 2, '2024-02-01', '2025-01-30');
const draft: TermDraft = {
  id: '2025-ng',
  holders: ['NG'],
  kind: 'regular',
  planned: { start: '2025-01-30', end: '2026-01-30' },
  boundary: 'shared_day',
  label: null,
  sources: [],
};

describe('proposing', () => {
  test('a proposed term stands last in the rotation', () => {
    const { before, after } = changesOf(proposeTerm(draft, [morocco, portugal], secretariat));
    expect(before).toBeNull();
    expect(after).toMatchObject({
      id: '2025-ng',
      state: 'proposed',
      position: 3,
      effective: { start: null, end: null },
    });
  });

  test('a term may be proposed before its holder or its dates are known', () => {
    const open = { ...draft, holders: [], planned: { start: null, end: null } };
    expect(changesOf(proposeTerm(open, [portugal], secretariat)).after.precision).toEqual({
      start: 'unknown',
      end: 'unknown',
    });
  });

  test('every fault of a proposal is named at once', () => {
    const faulty = {
      ...draft,
      id: '2024-pt',
      holders: ['NG', 'NG'],
      planned: { start: '2025-02-30', end: '2026-01-30' },
    };
    expect(codesOf(proposeTerm(faulty, [portugal], outgoingLead))).toEqual([
      'term.not_your_side',
      'term.id_taken',
      'term.holder_repeated',
      'term.date_not_real',
    ]);
  });

  test('a proposal on the days of another term is refused with both named', () => {
    const early = { ...draft, planned: { start: '2025-01-01', end: '2026-01-30' } };
    expect(gatesOf(proposeTerm(early, [portugal], secretariat))).toEqual([
      {
        code: 'term.overlaps',
        facts: { first: '2024-pt', second: '2025-ng', from: '2025-01-01', until: '2025-01-30' },
        whose: 'secretariat',
        about: { kind: 'term', id: '2025-ng' },
      },
    ]);
  });
});

describe('confirming', () => {
  test('a term is confirmed only once its holder is known', () => {
    const open = aTerm({ id: '2024-os', state: 'proposed', holders: [] });
    expect(codesOf(decideTerm(open, [], { move: 'confirm' }, secretariat, TODAY))).toEqual(['term.holder_unknown']);
  });

  test('co-chairs are confirmed as the holders of one term', () => {
    const pair = aTerm({ id: '2024-co', state: 'proposed', holders: ['FR', 'GQ'] });
    const { after } = changesOf(decideTerm(pair, [], { move: 'confirm' }, secretariat, TODAY));
    expect(after).toMatchObject({ state: 'confirmed', holders: ['FR', 'GQ'] });
  });

  test('a declared vacancy is confirmed without a holder and refuses to have one', () => {
    const vacancy = aTerm({ id: '2024-va', state: 'proposed', kind: 'vacancy', holders: [] });
    expect(changesOf(decideTerm(vacancy, [], { move: 'confirm' }, secretariat, TODAY)).after.state).toBe('confirmed');
    const held = { ...vacancy, holders: ['PT'] };
    expect(codesOf(decideTerm(held, [], { move: 'confirm' }, secretariat, TODAY))).toEqual(['term.vacancy_has_holder']);
  });
});

describe('starting', () => {
  test('the first chair of a body starts by itself and is certain from then on', () => {
    const first = aTerm({ id: '2024-pt', certainty: 'uncertain', certaintyNote: 'planned only' });
    const { after } = changesOf(decideTerm(first, [], { move: 'start', on: '2024-01-12' }, secretariat, TODAY));
    expect(after).toMatchObject({
      state: 'serving',
      effective: { start: '2024-01-12', end: null },
      certainty: 'confirmed',
    });
    expect(after.certaintyNote).toBeNull();
  });

  test('while somebody chairs, no other term starts except by a handover', () => {
    const codes = codesOf(decideTerm(portugal, [morocco], { move: 'start', on: '2024-01-12' }, secretariat, TODAY));
    expect(codes).toEqual(['term.only_by_handover']);
  });

  test('after a chair that ended, a start that leaves days without a chair is refused', () => {
    const over = concluded('2022-ma', 1, '2022-12-14', '2023-12-31');
    const gates = gatesOf(decideTerm(portugal, [over], { move: 'start', on: '2024-01-12' }, secretariat, TODAY));
    expect(gates).toMatchObject([{ code: 'term.gap_undeclared', facts: { from: '2023-12-31', until: '2024-01-12' } }]);
  });

  test('a start on days that the last chair still had is refused', () => {
    const over = concluded('2022-ma', 1, '2022-12-14', '2024-01-11');
    const gates = gatesOf(decideTerm(portugal, [over], { move: 'start', on: '2024-01-10' }, secretariat, TODAY));
    expect(gates).toMatchObject([{ code: 'term.overlaps', facts: { from: '2024-01-10', until: '2024-01-11' } }]);
  });

  test('nothing starts on a day to come, before its turn, or on a day that does not exist', () => {
    const start = (on: string, others: readonly Term[] = []) =>
      codesOf(decideTerm(portugal, others, { move: 'start', on }, secretariat, TODAY));
    expect(start('2024-02-01')).toEqual(['term.date_in_future']);
    expect(start('2024-02-30')).toEqual(['term.date_not_real']);
    expect(start('2024-01-12', [planned('2023-es', 1, '2023-01-01', '2023-12-31')])).toContain('rotation.turn_before');
  });

  test('a disputed claim does not become the chair by starting', () => {
    const claim = aTerm({ id: '2016-ve', certainty: 'disputed' });
    expect(codesOf(decideTerm(claim, [], { move: 'start', on: TODAY }, secretariat, TODAY))).toEqual(['term.disputed']);
  });
});

describe('concluding without a successor', () => {
  test('the last turn of a rotation ends on the day before, or on the shared day, in the style of its body', () => {
    const conclude = { move: 'conclude', on: '2024-01-12', ...grounds } as const;
    expect(changesOf(decideTerm(morocco, [], conclude, secretariat, TODAY)).after.effective.end).toBe('2024-01-12');
    const inclusive = { ...morocco, boundary: 'inclusive' } as const;
    expect(changesOf(decideTerm(inclusive, [], conclude, secretariat, TODAY)).after.effective.end).toBe('2024-01-11');
  });

  test('a chair is not concluded while turns are left to hand over to', () => {
    const conclude = { move: 'conclude', on: '2024-01-12', ...grounds } as const;
    expect(gatesOf(decideTerm(morocco, [portugal], conclude, secretariat, TODAY))).toMatchObject([
      { code: 'term.turns_left', facts: { turns: ['2024-pt'] } },
    ]);
  });
});

describe('extending and shortening', () => {
  test('an extension moves the planned end and never the real start', () => {
    const decision = decideTerm(morocco, [], { move: 'extend', end: '2024-03-15', ...grounds }, secretariat, TODAY);
    const { after, revision } = changesOf(decision);
    expect(after).toMatchObject({ planned: { end: '2024-03-15' }, effective: { start: '2022-12-14', end: null } });
    expect(revision?.changed).toEqual({
      planned: { from: { start: null, end: '2024-01-31' }, to: { start: null, end: '2024-03-15' } },
    });
  });

  test('an extension without an end leaves the term open until further notice', () => {
    const open = changesOf(
      decideTerm(morocco, [portugal], { move: 'extend', end: null, ...grounds }, secretariat, TODAY),
    );
    expect(open.after).toMatchObject({ planned: { end: null }, precision: { end: 'unknown' } });
    expect(chairInterval(open.after)).toEqual({ from: '2022-12-14', until: null });
  });

  test('an open-ended term gets its end by shortening', () => {
    const open = serving('2022-ma', 1, '2022-12-14', null);
    const { after } = changesOf(
      decideTerm(open, [], { move: 'shorten', end: '2024-02-01', ...grounds }, secretariat, TODAY),
    );
    expect(after).toMatchObject({ planned: { end: '2024-02-01' }, precision: { end: 'day' } });
  });

  test('an extension into the next turn is refused and names that turn', () => {
    const decision = decideTerm(
      morocco,
      [portugal],
      { move: 'extend', end: '2024-03-15', ...grounds },
      secretariat,
      TODAY,
    );
    expect(gatesOf(decision)).toMatchObject([{ code: 'term.overlaps', about: { kind: 'term', id: '2024-pt' } }]);
  });

  test('a shared day with the next turn is no overlap, an inclusive end on its first day is one', () => {
    const extend = { move: 'extend', end: '2024-02-01', ...grounds } as const;
    expect(changesOf(decideTerm(morocco, [portugal], extend, secretariat, TODAY)).after.planned.end).toBe('2024-02-01');
    const inclusive = { ...morocco, boundary: 'inclusive' } as const;
    expect(codesOf(decideTerm(inclusive, [portugal], extend, secretariat, TODAY))).toEqual(['term.overlaps']);
  });

  test.each([
    ['an extension must be longer', { move: 'extend', end: '2024-01-31' }, ['term.not_longer']],
    ['a shortening must be shorter', { move: 'shorten', end: '2024-01-31' }, ['term.not_shorter']],
    [
      'a chair that serves today cannot have ended yesterday',
      { move: 'shorten', end: '2024-01-11' },
      ['term.end_in_past'],
    ],
    [
      'no term ends before it starts',
      { move: 'shorten', end: '2022-12-14' },
      ['term.end_in_past', 'term.end_before_start'],
    ],
    ['29 February exists in leap years only', { move: 'extend', end: '2025-02-29' }, ['term.date_not_real']],
    ['a year of five digits is a slip', { move: 'extend', end: '9999-12-31' }, ['term.date_not_real']],
  ] as const)('%s', (_rule, command, codes) => {
    expect(codesOf(decideTerm(morocco, [], { ...command, ...grounds }, secretariat, TODAY))).toEqual(codes);
  });
});

describe('changing the holder', () => {
  test('a holder who leaves after acceptance is replaced before the term begins', () => {
    const command = { move: 'change-holder', holders: ['ES'], cause: 'withdrawn', ...grounds } as const;
    const decision = decideTerm(portugal, [morocco], command, secretariat, TODAY);
    expect(changesOf(decision).after.holders).toEqual(['ES']);
    expect(decision).toMatchObject({ happenings: [{ action: 'term.holder_changed', facts: { cause: 'withdrawn' } }] });
  });

  test('a confirmed term is not left without a holder', () => {
    const command = { move: 'change-holder', holders: [], cause: 'withdrawn', ...grounds } as const;
    expect(codesOf(decideTerm(portugal, [], command, secretariat, TODAY))).toEqual(['term.holder_unknown']);
  });

  test('in the chair a co-chair may join or leave, but a wholly new chair needs a handover', () => {
    const change = (holders: readonly string[]) =>
      decideTerm(morocco, [], { move: 'change-holder', holders, cause: 'agreed', ...grounds }, secretariat, TODAY);
    expect(changesOf(change(['MA', 'SN'])).after.holders).toEqual(['MA', 'SN']);
    expect(codesOf(change(['SN']))).toEqual(['term.only_by_handover']);
  });

  test('the same holders in another order are no change', () => {
    const pair = aTerm({ id: '2024-co', holders: ['FR', 'GQ'] });
    const command = { move: 'change-holder', holders: ['GQ', 'FR'], cause: 'agreed', ...grounds } as const;
    expect(codesOf(decideTerm(pair, [], command, secretariat, TODAY))).toEqual(['term.nothing_changes']);
  });
});

describe('pausing', () => {
  const suspend = { move: 'suspend', on: '2023-03-03', ...grounds } as const;

  test('a paused term stays the chair and keeps the days of its pause after it resumed', () => {
    const paused = changesOf(decideTerm(morocco, [], suspend, secretariat, TODAY)).after;
    expect(chairInterval(paused)).toEqual({ from: '2022-12-14', until: null });
    const resume = { move: 'resume', on: '2023-06-08', ...grounds } as const;
    const resumed = changesOf(decideTerm(paused, [], resume, secretariat, TODAY)).after;
    expect(resumed).toMatchObject({ state: 'serving', pauses: [{ from: '2023-03-03', until: '2023-06-08' }] });
  });

  test('a pause begins neither before the term nor before the last pause was over', () => {
    const pause = (pauses: { from: string; until: string }[], on: string) =>
      codesOf(decideTerm({ ...morocco, pauses }, [], { ...suspend, on }, secretariat, TODAY));
    expect(pause([], '2022-12-13')).toEqual(['term.not_begun_by_then']);
    expect(pause([{ from: '2023-01-01', until: '2023-04-01' }], '2023-03-03')).toEqual(['term.not_begun_by_then']);
  });

  test('a pause does not end before it began', () => {
    const paused = aTerm({ ...morocco, state: 'suspended', pauses: [{ from: '2023-03-03', until: null }] });
    const resume = { move: 'resume', on: '2023-03-02', ...grounds } as const;
    expect(codesOf(decideTerm(paused, [], resume, secretariat, TODAY))).toEqual(['term.not_suspended_by_then']);
  });
});

test('the label on the programme may differ from the term that ran', () => {
  const command = { move: 'relabel', label: 'January 2024 - January 2025', ...grounds } as const;
  const { after } = changesOf(decideTerm(portugal, [], command, secretariat, TODAY));
  expect(after.label).toBe('January 2024 - January 2025');
  expect(after.planned).toEqual(portugal.planned);
});

test('a refusal carries every gate and no change, happening or message', () => {
  const command = { move: 'extend', end: '2023-01-01', reason: '', decidedBy: '' } as const;
  const decision = decideTerm({ ...morocco, state: 'concluded' }, [], command, outgoingLead, TODAY);
  expect(Object.keys(decision)).toEqual(['refused', 'gates']);
  expect(codesOf(decision)).toEqual([
    'term.not_your_side',
    'term.wrong_state',
    'term.text_missing',
    'term.text_missing',
    'term.not_longer',
  ]);
});
