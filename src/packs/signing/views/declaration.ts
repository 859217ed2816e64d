import { LOCALES, textsOf, type PageLanguage } from '../../../../config/languages/pages.js';
import { leadingHats, CHAIRS, type Chair } from '../../../engine/desks.js';
import type { Actor, Hat } from '../../../engine/decision.js';
import type { HandoverFrame } from '../../../handovers/handover-frame.queries.js';
import { holdersOf } from '../../../handovers/views/handover-page.js';
import { fullDay } from '../../../web/dates.js';
import type { Passing } from '../passing.queries.js';

/** What one chair declares, in one language. */
export interface DeclaredWords {
  /** The whole of it. */
  readonly text: string;
  /** The words that are typed to confirm it. */
  readonly confirm: string;
}

/** What the declaration of a handover is made of. */
export interface DeclaredFacts {
  readonly frame: Pick<HandoverFrame, 'outgoing' | 'incoming' | 'handoverDate' | 'meeting'>;
  readonly passing: Pick<Passing, 'bodyName'>;
}

/** The declaration that a chair signs, in any language of the pages. */
export function declarationIn(language: PageLanguage, { frame, passing }: DeclaredFacts, side: Chair): DeclaredWords {
  const texts = textsOf(language);
  const { declaration } = texts.signing;
  const named = (chair: Chair): string => holdersOf({ language, texts }, frame[chair]);
  const text = declaration.text({
    body: isolate(language, passing.bodyName),
    outgoing: named('outgoing'),
    incoming: named('incoming'),
    day: frame.handoverDate === null ? null : fullDay({ locale: LOCALES[language], texts }, frame.handoverDate),
    meeting: frame.meeting === null ? null : isolate(language, frame.meeting.title),
  });
  return { text, confirm: declaration.confirm(named(side)) };
}

/** What was entered in other letters keeps its direction among Arabic ones. */
function isolate(language: PageLanguage, name: string): string {
  return language === 'ar' ? `\u2068${name}\u2069` : name;
}

/** What is written down: the declaration, and the words that confirm it. */
export function wholeDeclaration({ text, confirm }: DeclaredWords): string {
  return `${text} ${confirm}.`;
}

/** Whether these are the words, however they were spaced, and whichever apostrophe a keyboard gave. */
export function areSame(typed: string, words: string): boolean {
  return normal(typed) === normal(words);
}

/** As whom somebody would sign: as lead of a chair, in their own name where they can. Null for all others. */
export function signingHat(actor: Actor): (Hat & { readonly side: Chair }) | null {
  const hats = leadingHats(actor, CHAIRS).filter(
    (hat): hat is Hat & { readonly side: Chair } => hat.side !== 'secretariat',
  );
  return hats.find(({ personId }) => personId === actor.personId) ?? hats[0] ?? null;
}

function normal(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200e\u200f\u2066-\u2069]/gu, '')
    .replace(/[’ʼ]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\.$/u, '');
}
