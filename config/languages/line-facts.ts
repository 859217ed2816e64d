/** The facts of a line of the record, as a sentence reads them: each by its path, in the words of the language. */
export interface LineFacts {
  has(path: string): boolean;
  /** As it was written: a name, an id. */
  text(path: string): string;
  count(path: string): number;
  day(path: string): string;
  /** The name of the person whose id it is. */
  person(path: string): string;
  /** A chair or the secretariat, as it stands inside a sentence. */
  desk(path: string): string;
  role(path: string): string;
}

/** What more is said of a line, behind it; empty for nothing. */
export type LineDetail = (facts: LineFacts) => string;
