import type { RecordedFile } from '../../engine/archive/archive-files.js';
import type { HandoverState } from '../../engine/handovers/handover.js';
import type { SectionState } from '../../engine/handovers/section.js';
import type { TaskState } from '../../engine/tasks/task.js';
import type { Translated } from '../../engine/tasks/template.js';
import type { Desk, IsoDate, IsoInstant, Marking } from '../../engine/words.js';

/** Why a record was made: both have signed, the chair has passed, or the secretariat asked. */
export type RecordReason = 'signed' | 'effect' | 'asked';

interface RecordedPerson {
  readonly id: string;
  readonly name: string;
  readonly office: string;
}

interface RecordedTerm {
  readonly term: string;
  readonly label: string | null;
  readonly plannedStart: IsoDate | null;
  readonly plannedEnd: IsoDate | null;
  readonly effectiveStart: IsoDate | null;
  readonly effectiveEnd: IsoDate | null;
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

export interface RecordedTask {
  readonly id: string;
  readonly section: string;
  readonly title: Translated;
  readonly state: TaskState;
  readonly owner: Desk;
  readonly dueOn: IsoDate | null;
  readonly committedOn: IsoDate | null;
  readonly fulfilledAt: IsoInstant | null;
  readonly responsible: RecordedPerson | null;
  readonly links: readonly { readonly title: string; readonly reference: string; readonly marking: Marking }[];
}

/** A document with what people call it, beside what the checker needs. */
export interface RecordedDocument extends RecordedFile {
  readonly task: string | null;
  readonly title: string;
  readonly version: number;
  readonly language: string | null;
  readonly mediaType: string;
}

/** The signed, frozen account of a handover, as its canonical JSON says it. */
export interface HandoverRecord {
  readonly format: string;
  readonly body: { readonly id: string; readonly name: string; readonly shortName: string; readonly zone: string };
  readonly handover: { readonly id: string; readonly title: string; readonly state: HandoverState };
  readonly parties: {
    readonly outgoing: RecordedTerm;
    readonly incoming: RecordedTerm;
    readonly secretariat: string;
  };
  readonly terms: { readonly handoverDate: IsoDate | null; readonly termStart: IsoDate | null };
  readonly meeting: {
    readonly title: string;
    readonly place: string | null;
    readonly startsOn: IsoDate | null;
    readonly endsOn: IsoDate | null;
  } | null;
  readonly effect: {
    readonly at: IsoInstant;
    readonly how: 'signed' | 'without_signature';
    readonly reference: string | null;
  } | null;
  readonly sections: readonly {
    readonly id: string;
    readonly title: Translated;
    readonly state: SectionState;
    readonly summary: string;
    readonly needs: string;
    readonly decision: {
      readonly by: RecordedPerson | null;
      readonly at: IsoInstant;
      readonly note: string | null;
      readonly reservation: string | null;
      readonly bySilence: boolean;
    } | null;
  }[];
  readonly tasks: readonly RecordedTask[];
  readonly signatures: readonly {
    readonly inForce: boolean;
    readonly side: 'outgoing' | 'incoming';
    readonly person: RecordedPerson;
    readonly signedFor: RecordedPerson;
    readonly at: IsoInstant;
    readonly declaration: string | null;
    readonly language: string | null;
    readonly rank: string | null;
    readonly signedName: string | null;
  }[];
  readonly addenda: readonly {
    readonly number: number;
    readonly title: string;
    readonly text: string;
    readonly addedBy: RecordedPerson;
    readonly addedAt: IsoInstant;
  }[];
  readonly assets: readonly {
    readonly kind: string;
    readonly name: string;
    readonly transferredAt: IsoInstant | null;
    readonly confirmedAt: IsoInstant | null;
  }[];
  readonly files: readonly RecordedDocument[];
  readonly record: {
    readonly number: number;
    readonly reason: RecordReason;
    readonly madeAt: IsoInstant;
    readonly madeBy: string;
  };
  /** The newest entry of the account when the record was made; the next one names the record. */
  readonly account: { readonly stream: string; readonly seq: number; readonly head: string };
  readonly key: { readonly algorithm: 'ed25519'; readonly fingerprint: string };
}
