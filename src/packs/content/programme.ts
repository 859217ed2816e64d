/** What a chair means to do, as far as it is known. Its texts are in English, as the sources were read. */
export interface ProgrammeContent {
  /** The office or agency that runs it. */
  readonly coordinator?: string;
  /** The period that is printed on it. */
  readonly label?: string;
  readonly slogan?: string;
  readonly keywords?: readonly string[];
  readonly principles?: readonly string[];
  readonly priorities: readonly Priority[];
  /** Ids of the meetings that it names. */
  readonly meetings?: readonly string[];
  /** The meeting at which it was presented. */
  readonly presentedAt?: string;
  /** What could not be found out. */
  readonly unknown?: string;
}

/** One of its priorities, with its place in the action plan as far down as is known. */
export interface Priority {
  readonly text: string;
  readonly area?: string;
  readonly objective?: string;
  readonly action?: number;
  readonly certainty?: string;
}

/** The programme of a term. */
export interface Programme {
  readonly termId: string;
  readonly content: ProgrammeContent;
  readonly sources: readonly string[];
}
