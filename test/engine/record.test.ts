import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createHash, createHmac } from 'node:crypto';
import { canonical, chainEntries, entryText, GENESIS, type AccountEntry } from '../../src/engine/account/record.js';
import { chainVerifier, textVerdict, verifyChain, type ExportedEntry } from '../../src/engine/account/record-check.js';
import type { Fact } from '../../src/engine/words.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const hmac = (key: string, text: string): string => createHmac('sha256', key).update(text, 'utf8').digest('hex');

function entry(seq: number, facts: AccountEntry['facts'] = {}, textDigest: string | null = null): AccountEntry {
  const at = `2024-01-10T09:00:00.${String(seq % 1000).padStart(3, '0')}Z`;
  return { seq, at, actor: 'lead-ma', action: 'task.submitted', subject: 'task:SOM-01', facts, textDigest };
}

function account(length: number): ExportedEntry[] {
  const entries = Array.from({ length }, (_, index) => entry(index + 1, { step: index, note: 'Réunion de Rabat' }));
  return chainEntries(GENESIS, entries, sha256);
}

function replaced(entries: readonly ExportedEntry[], seq: number, change: Partial<ExportedEntry>): ExportedEntry[] {
  return entries.map((one) => (one.seq === seq ? { ...one, ...change } : one));
}

const facts = fc.letrec<{ fact: Fact }>((tie) => ({
  fact: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }).filter((text) => !text.includes('\u0000')),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('fact')),
    fc.dictionary(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\u0000')),
      tie('fact'),
    ),
  ),
})).fact;

describe('canonical form', () => {
  test('is that of the example in RFC 8785', () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('sorts names by UTF-16 code units, as RFC 8785 asks, and not by code points or letters', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
    const text = canonical(Object.fromEntries(names.map((name) => [name, 0])));
    const sorted = Object.keys(JSON.parse(text.replaceAll('"1"', '"one"')) as object);
    expect(sorted).toEqual(['\r', 'one', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33']);
  });

  test('does not depend on the order in which facts were put together', () => {
    expect(canonical({ b: 1, a: { d: 2, c: 3 } })).toBe(canonical({ a: { c: 3, d: 2 }, b: 1 }));
  });

  test('writes minus zero as zero', () => {
    expect(canonical([-0, 0])).toBe('[0,0]');
  });

  test('means the same as what it was made of, and is the canonical form of itself', () => {
    fc.assert(
      fc.property(facts, (value) => {
        const text = canonical(value);
        const read = JSON.parse(text) as Fact;
        expect(read).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(read)).toBe(text);
      }),
    );
  });

  const notFacts: readonly (readonly [string, unknown])[] = [
    ['NaN', Number.NaN],
    ['infinity', { days: Number.POSITIVE_INFINITY }],
    ['undefined', { reason: undefined }],
    ['a hole in a list', Array.from({ length: 2 }).fill(1, 1)],
    ['a date object', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['a big integer', 2n ** 63n],
    ['a function', () => 1],
    ['half of a surrogate pair', 'Rabat \ud83d'],
    ['half of a surrogate pair in a name', { '\udc00': 1 }],
    ['U+0000, which Postgres cannot keep', 'a\u0000b'],
    ['U+0000 in a name', { 'a\u0000': 1 }],
  ];
  test.each(notFacts)('refuses %s', (_, value) => {
    expect(() => canonical(value as Fact)).toThrow(TypeError);
  });

  test('refuses nesting of 100,000 levels without running out of stack', () => {
    const nested = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as Fact;
    expect(() => canonical(nested)).toThrow('nested deeper than 64');
  });
});

describe('an account', () => {
  test('hashes the hash before, in hex, followed by the entry, from 64 zeros on', () => {
    const [first, second] = chainEntries(GENESIS, [entry(1), entry(2)], sha256);
    expect(first).toEqual({
      seq: 1,
      prevHash: '0'.repeat(64),
      hash: sha256('0'.repeat(64) + entryText(entry(1))),
      entryText: entryText(entry(1)),
    });
    expect(second?.prevHash).toBe(first?.hash);
  });

  test('may be written in one go or little by little, with the same head', () => {
    const entries = [entry(1), entry(2), entry(3)];
    const atOnce = chainEntries(GENESIS, entries, sha256).at(-1);
    let head = GENESIS;
    for (const one of entries) head = chainEntries(head, [one], sha256)[0] ?? head;
    expect(head.hash).toBe(atOnce?.hash);
  });

  test('takes no entry that does not follow on its head', () => {
    expect(() => chainEntries(GENESIS, [entry(2)], sha256)).toThrow(RangeError);
    expect(() => chainEntries(GENESIS, [entry(1), entry(1)], sha256)).toThrow(RangeError);
    expect(() => chainEntries({ seq: 0, hash: 'none' }, [entry(1)], sha256)).toThrow(RangeError);
  });

  test('leaves nothing in an entry but what belongs to it', () => {
    const withName = { ...entry(1), name: 'A. Delegate' };
    expect(entryText(withName)).toBe(entryText(entry(1)));
  });
});

describe('checking an account', () => {
  const whole = account(6);
  const head = { seq: 6, hash: whole[5]?.hash ?? '' };

  test('finds a whole account whole and names its head', () => {
    expect(verifyChain(whole, sha256, { witnessed: [head] })).toEqual({ ok: true, count: 6, head });
  });

  test('finds an empty account whole', () => {
    expect(verifyChain([], sha256)).toEqual({ ok: true, count: 0, head: GENESIS });
  });

  test('sees an entry whose text was altered', () => {
    const altered = replaced(whole, 3, { entryText: entryText(entry(3, { step: 99 })) });
    expect(verifyChain(altered, sha256)).toEqual({ ok: false, firstBad: 3, reason: 'altered' });
  });

  test('sees an entry that was altered and hashed anew, at the one that follows', () => {
    const text = entryText(entry(3, { step: 99 }));
    const prevHash = whole[1]?.hash ?? '';
    const altered = replaced(whole, 3, { entryText: text, hash: sha256(prevHash + text) });
    expect(verifyChain(altered, sha256)).toEqual({ ok: false, firstBad: 4, reason: 'unlinked' });
  });

  test('sees a missing entry', () => {
    expect(
      verifyChain(
        whole.filter(({ seq }) => seq !== 3),
        sha256,
      ),
    ).toEqual({ ok: false, firstBad: 3, reason: 'missing' });
  });

  test('sees a missing entry also when those after it were numbered anew', () => {
    const closedUp = whole.filter(({ seq }) => seq !== 3).map((one, index) => ({ ...one, seq: index + 1 }));
    expect(verifyChain(closedUp, sha256)).toEqual({ ok: false, firstBad: 3, reason: 'altered' });
  });

  test('sees an entry that was put in', () => {
    const extra = chainEntries({ seq: 2, hash: whole[1]?.hash ?? '' }, [entry(3, { forged: true })], sha256);
    const grown = [...whole.slice(0, 2), ...extra, ...whole.slice(2)];
    expect(verifyChain(grown, sha256)).toEqual({ ok: false, firstBad: 3, reason: 'out_of_order' });
  });

  test('sees two entries that changed places', () => {
    const swapped = [whole[0], whole[2], whole[1], ...whole.slice(3)].filter((one) => one !== undefined);
    expect(verifyChain(swapped, sha256)).toEqual({ ok: false, firstBad: 2, reason: 'missing' });
  });

  test('sees that the end is missing, if someone holds the head', () => {
    const cut = whole.slice(0, 4);
    expect(verifyChain(cut, sha256).ok).toBe(true);
    expect(verifyChain(cut, sha256, { witnessed: [head] })).toEqual({ ok: false, firstBad: 5, reason: 'truncated' });
  });

  test('sees an account chained anew from the start, if someone holds any head of the old one', () => {
    const forged = chainEntries(
      GENESIS,
      [1, 2, 3, 4, 5, 6].map((seq) => entry(seq, { forged: true })),
      sha256,
    );
    expect(verifyChain(forged, sha256).ok).toBe(true);
    const mailed = { seq: 2, hash: whole[1]?.hash ?? '' };
    expect(verifyChain(forged, sha256, { witnessed: [head, mailed] })).toEqual({
      ok: false,
      firstBad: 2,
      reason: 'other_head',
    });
  });

  test('takes no text for an entry that is none, even with the right hash', () => {
    const prevHash = GENESIS.hash;
    for (const text of ['', '[]', 'null', '{"seq":1}', '{"seq":"1","textDigest":null}']) {
      const bogus = [{ seq: 1, prevHash, hash: sha256(prevHash + text), entryText: text }];
      expect(verifyChain(bogus, sha256)).toEqual({ ok: false, firstBad: 1, reason: 'altered' });
    }
  });

  test('names the first thing wrong and does not go on', () => {
    const verifier = chainVerifier(sha256);
    const [first, second] = replaced(whole, 1, { hash: GENESIS.hash });
    expect(first === undefined || verifier.add(first)).toBe(false);
    expect(second === undefined || verifier.add(second)).toBe(false);
    expect(verifier.finish()).toEqual({ ok: false, firstBad: 1, reason: 'altered' });
  });

  test('any single change to any account is seen by whoever holds its head', () => {
    const change = fc.record({
      at: fc.nat(),
      what: fc.constantFrom('text', 'hash', 'prevHash', 'seq', 'remove', 'repeat'),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), change, (length, { at, what }) => {
        const entries = account(length);
        const last = entries.at(-1);
        const index = at % length;
        const one = entries[index];
        if (one === undefined || last === undefined) throw new Error('the account has entries');
        const changed: Record<string, ExportedEntry[]> = {
          text: [{ ...one, entryText: one.entryText.replace('Rabat', 'Rabat ') }],
          hash: [{ ...one, hash: sha256(one.hash) }],
          prevHash: [{ ...one, prevHash: sha256(one.prevHash) }],
          seq: [{ ...one, seq: one.seq + 1 }],
          remove: [],
          repeat: [one, one],
        };
        entries.splice(index, 1, ...(changed[what] ?? []));
        const verdict = verifyChain(entries, sha256, { witnessed: [{ seq: length, hash: last.hash }] });
        expect(verdict.ok).toBe(false);
      }),
    );
  });
});

describe('what people wrote', () => {
  const kept = { key: 'a-key-of-this-entry-alone', text: 'Le rapport arrive lundi.' };
  const digest = hmac(kept.key, kept.text);
  const [link] = chainEntries(GENESIS, [entry(1, {}, digest)], sha256);
  if (link === undefined) throw new Error('one entry makes one link');

  test('is checked against its digest when it comes with the entry', () => {
    expect(verifyChain([{ ...link, kept }], sha256, { hmac }).ok).toBe(true);
    const reworded = { ...kept, text: 'Le rapport arrive mardi.' };
    expect(verifyChain([{ ...link, kept: reworded }], sha256, { hmac })).toEqual({
      ok: false,
      firstBad: 1,
      reason: 'text_differs',
    });
  });

  test('may be erased, and the account still holds', () => {
    expect(verifyChain([{ ...link, kept: null }], sha256, { hmac }).ok).toBe(true);
    expect(textVerdict(digest, null, hmac)).toBe('erased');
  });

  test('cannot be added later to an entry that had none', () => {
    expect(textVerdict(null, null, hmac)).toBe('none');
    expect(textVerdict(null, kept, hmac)).toBe('differs');
  });
});
