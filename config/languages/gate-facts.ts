/**
 * The facts of an unmet condition, as a sentence reads them: each by its name, already in the words of the language. What
 * is missing reads as `…`.
 */
export interface GateFacts {
  /** An id or a word that is the same in all languages; several are joined by "and". */
  text(name: string): string;
  count(name: string): number;
  day(name: string): string;
  /** One desk or several, as they stand inside a sentence: "the outgoing chair". */
  desks(name: string): string;
  taskStates(name: string): string;
  handoverStates(name: string): string;
  termStates(name: string): string;
  sectionStates(name: string): string;
  /** The name of a role. */
  role(name: string): string;
  /** What a text or a date is about: "the reason". */
  field(name: string): string;
}

export type GateSentence = (facts: GateFacts) => string;
