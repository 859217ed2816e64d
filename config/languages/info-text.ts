/** A page that only explains: its parts in their order. */
export interface InfoText {
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly {
    readonly title: string;
    readonly text: readonly string[];
    readonly list?: readonly string[];
  }[];
}

/** The pages that explain. */
export type InfoTexts = Readonly<Record<'help' | 'accessibility' | 'personalData', InfoText>>;
