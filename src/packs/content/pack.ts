import type { HandoverState } from '../../engine/handovers/handover.js';
import type { SectionState } from '../../engine/handovers/section.js';
import type { TaskState } from '../../engine/tasks/task.js';
import type { Translated } from '../../engine/tasks/template.js';
import type { Desk, IsoDate, IsoInstant, Marking, Role, Side } from '../../engine/words.js';
import type { NamedMember } from '../../handovers/handover-frame.queries.js';
import type { MeetingFormat, MeetingStatus, MeetingType } from '../../handovers/handovers.entity.js';
import type { Asset } from './assets.queries.js';
import type { PackPerson } from './pack-person.js';
import type { Programme } from './programme.js';
import type { Stocktaking } from './stocktaking.js';

/** A term on one side of the handover. */
export interface PackTerm {
  readonly id: string;
  readonly holders: readonly NamedMember[];
  /** As its programme is labelled, which may differ from when it ran. */
  readonly label: string | null;
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
}

/** Of which handover it is the pack, and as of when. */
export interface PackHead {
  readonly bodyId: string;
  readonly bodyName: string;
  readonly secretariatName: string;
  /** The body's; in it the days and times of the pack are told. */
  readonly zone: string;
  readonly handoverId: string;
  readonly title: string;
  readonly state: HandoverState;
  readonly version: number;
  readonly handoverDate: IsoDate | null;
  readonly effectedAt: IsoInstant | null;
  readonly meetingId: string | null;
  readonly outgoing: PackTerm;
  readonly incoming: PackTerm;
  /** The newest entry of the account, and when it was written: the pack is what stood then. */
  readonly accountSeq: number;
  readonly accountHead: string;
  readonly asOf: IsoInstant;
  /** Today in the body's zone. */
  readonly today: IsoDate;
}

/** A document in the version that counts. */
export interface PackDocument {
  readonly id: string;
  readonly title: string;
  readonly language: string | null;
  /** The stricter of that of the document and that of its version. */
  readonly marking: Marking;
  readonly version: number;
  readonly bytes: number;
  readonly mediaType: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sentAt: IsoInstant;
  readonly sentBy: PackPerson;
}

/** A reference to something that is kept elsewhere. */
export interface PackLink {
  readonly id: string;
  readonly title: string;
  readonly language: string | null;
  readonly marking: Marking;
  /** An https or mailto address. */
  readonly address: string;
}

/** A task and what came of it. */
export interface PackTask {
  readonly id: string;
  readonly sectionId: string;
  readonly title: Translated;
  readonly owner: Desk;
  readonly acceptedBy: Desk | null;
  readonly mandatory: boolean;
  readonly marking: Marking;
  readonly state: TaskState;
  readonly stateSince: IsoInstant;
  readonly dueOn: IsoDate | null;
  /** Until when the incoming chair has taken it on. */
  readonly committedOn: IsoDate | null;
  readonly version: number;
  readonly person: PackPerson | null;
  readonly officeName: string | null;
  readonly documents: readonly PackDocument[];
  readonly links: readonly PackLink[];
}

/** A section of the pack; what people wrote in it is empty for whoever may read only what is public. */
export interface PackSection {
  readonly id: string;
  /** Counted from one, in the order of the checklist. */
  readonly number: number;
  readonly title: Translated;
  readonly state: SectionState;
  readonly stateSince: IsoInstant;
  readonly version: number;
  readonly summary: string;
  /** What the incoming chair needs to do. */
  readonly needs: string;
  readonly reviewDueOn: IsoDate | null;
  readonly decidedBy: PackPerson | null;
  readonly decidedAt: IsoInstant | null;
  readonly bySilence: boolean;
  readonly reservation: string | null;
  readonly comments: number;
  readonly tasks: readonly PackTask[];
}

/** A meeting of one of the two terms. */
export interface PackMeeting {
  readonly id: string;
  readonly title: string;
  readonly type: MeetingType;
  readonly place: string | null;
  readonly countryId: string | null;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
  readonly status: MeetingStatus;
  readonly format: MeetingFormat;
  readonly isOfHandover: boolean;
  readonly coChairs: readonly NamedMember[];
  /** Whether its last day has passed. */
  readonly isOver: boolean;
  readonly note: string | null;
  readonly certainty: string | null;
  readonly sources: readonly string[];
}

/** An office of one of the sides, with those of its people who have a part today. */
export interface PackOffice {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  readonly member: NamedMember | null;
  readonly people: readonly (PackPerson & {
    readonly role: Role;
    readonly language: string;
    /** Null for whoever may read only what is public. */
    readonly mail: string | null;
  })[];
}

/** The whole pack as one reader may see it. */
export interface Pack {
  readonly head: PackHead;
  /** What the reader may read. */
  readonly markings: readonly Marking[];
  readonly sections: readonly PackSection[];
  /** Null where the body has adopted no plan. */
  readonly stocktaking: Stocktaking | null;
  readonly meetings: readonly PackMeeting[];
  readonly contacts: readonly PackOffice[];
  /** Null while nothing is known of it. */
  readonly programme: Programme | null;
  readonly assets: readonly Asset[];
}
