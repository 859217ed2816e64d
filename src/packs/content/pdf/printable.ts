import type { Fonts } from './fonts.js';

/** Embeddings, overrides, isolates and marks of direction, and what else is there without being seen. */
const UNSEEN = /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/gu;
const BROKEN = /\p{Cs}/gu;

/**
 * A text of people as it can be set: what turns the text around it or cannot be seen is taken out, and a character that
 * no font has is told by its number, so that nothing disappears. Line breaks stay, and long words can be broken.
 */
export function printable(text: string, { characters }: Pick<Fonts, 'characters'>): string {
  const seen = text
    .normalize('NFC')
    .replace(BROKEN, '\ufffd')
    .replace(UNSEEN, (sign) => (sign === '\n' ? sign : /\s/u.test(sign) ? ' ' : ''));
  const shown = Array.from(seen, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    if (sign === '\n' || sign === ' ' || (characters.has(code) && !isPrivate(code))) return sign;
    return /\s/u.test(sign) ? ' ' : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  }).join('');
  return shown.replace(LONG_WORD, breakable);
}

/** Longer than the narrowest column: it would run over what stands beside it, and off the page. */
const LONG_WORD = /\S{25,}/gu;
const BREAK = '\u200b';

/** The columns of mail addresses hold so much. Whoever copies a broken one copies the break, too. */
const LONGEST_MAIL = 44;

/** Lets a long word go on in the next line, best after a sign; addresses of the web are broken by the typesetter. */
function breakable(word: string): string {
  if (/^https?:\/\//.test(word) || (word.includes('@') && word.length <= LONGEST_MAIL)) return word;
  return word.replace(/[@._/-](?=\S)|[^@._/-]{24}(?=\S)/gu, `$&${BREAK}`);
}

/** For private use: every font may mean something else by it, and archives must not hold it. */
function isPrivate(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
}

const STRONG_RIGHT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;
const STRONG = /\p{L}/u;

/** The direction of a text by its first letter, as `dir="auto"` finds it; null where it has none. */
export function directionOfText(text: string): 'ltr' | 'rtl' | null {
  for (const sign of text) if (STRONG.test(sign)) return STRONG_RIGHT.test(sign) ? 'rtl' : 'ltr';
  return null;
}
