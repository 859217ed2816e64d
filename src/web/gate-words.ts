import type { GateFacts, GateSentence } from '../../config/languages/gate-facts.js';
import type { UnmetGate } from '../engine/decision.js';
import type { Fact } from '../engine/words.js';
import { longDay } from './dates.js';
import type { PageRequest } from './page-request.js';

type Speaker = Pick<PageRequest, 'locale' | 'texts' | 'direction'>;

/** What is read where a fact is missing or is of another kind than its sentence expects. */
const UNKNOWN = '…';

/** Why something is not possible, in the reader's words; a general sentence for a condition without one of its own. */
export function gateSentence(page: Speaker, gate: UnmetGate): string {
  const { gates } = page.texts;
  const sentences: Readonly<Record<string, GateSentence>> = gates.sentences;
  const say = Object.hasOwn(sentences, gate.code) ? sentences[gate.code] : undefined;
  return say === undefined ? gates.other : say(factsOf(page, gate));
}

/** A name as it stands in a line that may run the other way. */
export function isolated({ direction }: Pick<PageRequest, 'direction'>, name: string): string {
  return direction === 'rtl' ? `\u2068${name}\u2069` : name;
}

function factsOf(page: Speaker, { facts }: UnmetGate): GateFacts {
  const { gates, layout } = page.texts;
  const named = (name: string): string[] => strings(facts[name]);
  const worded =
    (words: Readonly<Record<string, string>>, type: Intl.ListFormatType = 'conjunction') =>
    (name: string): string =>
      listed(
        page,
        named(name).map((each) => words[each] ?? each),
        type,
      );
  return {
    text: (name) =>
      listed(
        page,
        named(name).map((each) => isolated(page, each)),
        'conjunction',
      ),
    count: (name) => (typeof facts[name] === 'number' ? facts[name] : 0),
    day: (name) => dayOf(page, facts[name]),
    desks: worded(gates.desks),
    taskStates: worded(layout.states, 'disjunction'),
    handoverStates: worded(layout.handoverStates, 'disjunction'),
    termStates: worded(layout.termStates, 'disjunction'),
    sectionStates: worded(layout.sectionStates, 'disjunction'),
    role: worded(layout.personRoles),
    field: worded(gates.fields),
  };
}

/** A text, a number or a list of such, as texts. */
function strings(fact: Fact | undefined): string[] {
  if (typeof fact === 'string' || typeof fact === 'number') return [String(fact)];
  return Array.isArray(fact) ? (fact as readonly Fact[]).flatMap(strings) : [];
}

function listed({ locale }: Speaker, words: readonly string[], type: Intl.ListFormatType): string {
  return words.length === 0 ? UNKNOWN : new Intl.ListFormat(locale, { type }).format(words);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function dayOf(page: Speaker, fact: Fact | undefined): string {
  if (typeof fact !== 'string') return UNKNOWN;
  return DAY.test(fact) ? longDay(page, fact) : fact;
}
