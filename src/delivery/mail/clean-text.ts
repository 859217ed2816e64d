/** Control characters, line and paragraph separators, and marks that turn the direction of what follows. */
const UNWANTED = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** A text of people's as one line of a mail: nothing in it can end a header, hide what follows or turn it round. */
export function oneLine(text: string): string {
  return text.replace(UNWANTED, ' ').replace(/\s+/g, ' ').trim();
}
