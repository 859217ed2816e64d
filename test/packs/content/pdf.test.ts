import { beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { PAGE_LANGUAGES, textsOf, type PageLanguage } from '../../../config/languages/pages.js';
import { packPdf } from '../../../src/packs/content/pdf/pack-pdf.js';
import { printable } from '../../../src/packs/content/pdf/printable.js';
import { recordPdf } from '../../../src/packs/content/pdf/record-pdf.js';
import { fonts } from '../../../src/packs/content/pdf/fonts.js';
import { aPack, aRecord, HOSTILE } from './a-pack.js';

const PACK = aPack(3, 4);

/** What stands in a PDF outside its packed streams: the tree of its tags, its metadata. */
const plain = (pdf: Buffer): string => pdf.toString('latin1');
const count = (pdf: Buffer, what: RegExp): number => [...plain(pdf).matchAll(what)].length;

/** A text as PDF writes it in its metadata. */
const named = (text: string): string => text.replaceAll('&', '&amp;');

/** The text of a PDF as a reader takes it out; null where no such program is on this machine. */
function textOf(pdf: Buffer): string | null {
  const { status, stdout } = spawnSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' });
  return status === 0 ? stdout : null;
}

describe.each(PAGE_LANGUAGES)('the pack as a PDF in %s', (language: PageLanguage) => {
  let reading: Buffer;
  let keeping: Buffer;

  beforeAll(async () => {
    reading = await packPdf(PACK, language, 'ua-1');
    keeping = await packPdf(PACK, language, 'a-2a');
  });

  test('says that it is PDF/UA-1 for reading, and PDF/A-2a for keeping', () => {
    expect(plain(reading)).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(plain(keeping)).toMatch(/<pdfaid:part>2<\/pdfaid:part>/);
    expect(plain(keeping)).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/);
  });

  test('names its language and its title', () => {
    const metadata = Buffer.from(plain(reading), 'latin1').toString('utf8');
    expect(plain(reading)).toMatch(new RegExp(`/Lang ?\\(${language}\\)`));
    expect(metadata).toContain(named(textsOf(language).pack.title));
    expect(plain(reading)).toContain('/DisplayDocTitle true');
  });

  test('is tagged: a heading for each section and part, tables with heads of columns, lists of facts', () => {
    for (const pdf of [reading, keeping]) {
      expect(plain(pdf)).toContain('/StructTreeRoot');
      // The contents have a heading of their own; beside the sections there are five parts.
      expect(count(pdf, /\/S ?\/H1\b/g)).toBe(1 + PACK.sections.length + 5);
      expect(count(pdf, /\/S ?\/H2\b/g)).toBeGreaterThan(PACK.sections.length * 3);
      expect(count(pdf, /\/S ?\/Table\b/g)).toBeGreaterThan(PACK.sections.length * 3);
      expect(count(pdf, /\/Scope ?\/Column\b/g)).toBeGreaterThan(0);
    }
  });

  test('is the same to the byte when it is set again', async () => {
    expect((await packPdf(PACK, language, 'a-2a')).equals(keeping)).toBe(true);
  });

  test('shows what people wrote as they wrote it, whatever it looks like', () => {
    const text = textOf(reading);
    if (text === null) {
      process.stdout.write('pdftotext is not on this machine: the words of the PDF are not read back\n');
      return;
    }
    for (const words of ['#eval("1 + 1") #panic("no")', '[[[ ]]] { }', '*bold* _no_ `raw` @label <x> // comment']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('[U+1F600]');
    expect(text).not.toContain('\u202e');
  });
});

describe('the record as a PDF', () => {
  let pdf: Buffer;

  beforeAll(async () => {
    pdf = await recordPdf(aRecord(), ['fr', 'ar'], 'a-2a');
  });

  test('stands whole in the languages of both chairs', () => {
    const metadata = Buffer.from(plain(pdf), 'latin1').toString('utf8');
    expect(metadata).toContain('Procès-verbal de passation · محضر التسليم');
    expect(count(pdf, /\/S ?\/H1\b/g)).toBe(2);
    expect(plain(pdf)).toMatch(/\/Lang ?\(fr\)/);
    expect(plain(pdf)).toMatch(/\/Lang ?\(ar\)/);
  });

  test('is set once where both chairs speak the same', async () => {
    expect(count(await recordPdf(aRecord(), ['fr', 'fr'], 'a-2a'), /\/S ?\/H1\b/g)).toBe(1);
  });

  test('holds the head of the account, and both declarations in each language', () => {
    const text = textOf(pdf);
    if (text === null) {
      process.stdout.write('pdftotext is not on this machine: the words of the PDF are not read back\n');
      return;
    }
    expect([...text.matchAll(/c{64}/g)]).toHaveLength(2);
    expect([...text.matchAll(/Je remets\./g)]).toHaveLength(2);
    expect([...text.matchAll(/Assumo\./g)]).toHaveLength(2);
  });
});

describe('a text of people that is set', () => {
  test('loses what turns or hides the text around it, and keeps its line breaks', () => {
    expect(printable('abc\u202Etxt\u2066\n\u0000x\ty\u00ad', fonts())).toBe('abctxt\nx y');
  });

  test('tells characters that no font has by their numbers', () => {
    expect(printable('中 \u{1F600} \uE000\uD800', fonts())).toBe('[U+4E2D] [U+1F600] [U+E000][U+FFFD]');
  });

  test('can be broken within a word that no column holds, and within no other', () => {
    const word = 'a'.repeat(60);
    const set = printable(`short-words stay ${word} directorate-general@ministry-of-foreign-affairs.example`, fonts());
    expect(set.split('\u200b').join('')).toBe(
      `short-words stay ${word} directorate-general@ministry-of-foreign-affairs.example`,
    );
    expect(Math.max(...set.split(/[\u200b ]/).map(({ length }) => length))).toBeLessThanOrEqual(24);
    expect(printable('delegate@economic-inclusion.example', fonts())).not.toContain('\u200b');
    expect(printable('https://documents.example/as/long/as/it/likes/to/be', fonts())).not.toContain('\u200b');
  });

  test('keeps the letters of every language of the members', () => {
    const letters = 'Łódź Ħal Kırkağaç Ελλάδα Київ България Reykjavík São Tomé Côte d’Ivoire المغرب ٣';
    expect(printable(letters, fonts())).toBe(letters);
  });
});

test('hostile words are set in every language and both standards', async () => {
  expect(HOSTILE.length).toBeGreaterThan(4);
  for (const standard of ['ua-1', 'a-2a'] as const) {
    await expect(recordPdf(aRecord(), ['pt', 'en'], standard)).resolves.toBeInstanceOf(Buffer);
  }
});
