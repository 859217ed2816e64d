import type { BodyDocuments } from '../commands/body-file.js';
import type { IsoDate, IsoInstant } from '../engine/words.js';
import type { Absence } from './cast.js';
import type { ConductTable } from './conduct.js';
import type { Stage } from './stage.js';

/** Something that happens once, at a moment of the story. */
export interface Scene {
  readonly day: IsoDate;
  /** Local time where it happens. */
  readonly time: string;
  readonly zone: string;
  readonly run: (stage: Stage) => Promise<unknown>;
}

/** A story that is played without a person: scenes, and between them everyone's daily work. */
export interface Story {
  readonly title: string;
  readonly bodyId: string;
  readonly begins: IsoInstant;
  /** The last day, in the zone of the body. */
  readonly ends: IsoDate;
  /** The documents of the body as they were known when it begins. */
  asKnown(documents: BodyDocuments): BodyDocuments;
  readonly absences: readonly Absence[];
  readonly scenes: readonly Scene[];
  /** The handovers that are worked on, once a scene has made them. */
  readonly handovers: readonly { readonly id: string; readonly conduct: ConductTable }[];
}
