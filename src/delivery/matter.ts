import type { HandoverState } from '../engine/handovers/handover.js';
import type { SectionState } from '../engine/handovers/section.js';
import type { ReminderLadder } from '../engine/plan/reminders.js';
import type { TaskState } from '../engine/tasks/task.js';
import type { Translated } from '../engine/tasks/template.js';
import type { Desk, Facts, IsoDate, IsoInstant } from '../engine/words.js';

/** A member by id and by the name that mails call it. */
export interface NamedMember {
  readonly id: string;
  readonly name: string;
}

/** The task that a message is about, as it stands now. */
export interface TaskNow {
  readonly id: string;
  readonly title: Translated;
  readonly state: TaskState;
  readonly owner: Desk;
  readonly acceptedBy: Desk | null;
  readonly compressed: boolean;
  readonly due: IsoDate | null;
  /** The instant at which the due day ends at the owner's. */
  readonly dueAt: IsoInstant | null;
  readonly personId: string | null;
  readonly officeId: string | null;
  /** Whether what the incoming chair took on is done. */
  readonly fulfilled?: boolean;
}

/** The section of the pack that a message is about, as it stands now. */
export interface SectionNow {
  readonly id: string;
  readonly title: Translated;
  readonly state: SectionState;
  /** The last day for its review; null when it is not in review. */
  readonly reviewDueOn: IsoDate | null;
}

/** The handover that a message belongs to, as it stands now. */
export interface HandoverNow {
  readonly id: string;
  readonly title: string;
  readonly state: HandoverState;
  readonly planRevision: number;
  readonly date: IsoDate | null;
  readonly ladder: ReminderLadder;
  readonly outgoingCalendarId: string;
  readonly incomingCalendarId: string;
  readonly secretariatCalendarId: string;
}

/** The members on either side: the holders of the two terms. */
export interface Chairs {
  readonly outgoing: readonly NamedMember[];
  readonly incoming: readonly NamedMember[];
}

/** What a message is set in. */
export interface Setting {
  readonly handover: HandoverNow | null;
  readonly chairs: Chairs;
}

/** A task that a new plan gave another date, or none, with the date that it has by now. */
export interface MovedTask {
  readonly id: string;
  readonly title: Translated;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly now: IsoDate | null;
}

/** A message of the ledger, together with how the things that it speaks of stand at this moment. */
export interface Matter {
  readonly bodyId: string;
  readonly id: string;
  readonly stream: string;
  readonly kind: string;
  readonly subject: string;
  /** Step of the reminder ladder; null for a message about an event. */
  readonly rung: string | null;
  /** The due date that a reminder is about. */
  readonly forDue: IsoDate | null;
  readonly audience: readonly string[];
  readonly recipientId: string | null;
  readonly urgent: boolean;
  readonly facts: Facts;
  readonly planRevision: number | null;
  readonly dueAt: IsoInstant;
  /** Whether that instant has come, by the one clock. */
  readonly isDue: boolean;
  readonly state: 'owed' | 'addressed' | 'settled' | 'void';
  /** Why it is void. */
  readonly reason: string | null;
  /** While it is owed: people who have it already, waiting for them or sent. */
  readonly told: readonly string[];
  readonly task: TaskNow | null;
  /** The section of the pack that it is about, as it stands now. */
  readonly section: SectionNow | null;
  /** For messages about a new plan; empty for others. */
  readonly moved: readonly MovedTask[];
  readonly handover: HandoverNow | null;
  readonly chairs: Chairs;
}
