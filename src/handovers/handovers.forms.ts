import { IsKey, IsLine, IsProse, IsRealDate } from '../api/text-fields.js';
import { IsOneOf, IsShaped } from '../api/value-fields.js';
import { EFFECT_WAYS, type EffectWay } from '../engine/handovers/handover.js';

/** The calendars of the three sides, where the holders' own are not meant. */
export class HandoverCalendarsForm {
  @IsKey({ optional: true }) outgoingCalendarId?: string;
  @IsKey({ optional: true }) incomingCalendarId?: string;
  @IsKey({ optional: true }) secretariatCalendarId?: string;
}

export class NewHandoverForm {
  @IsKey({ example: '2024-pt', says: 'A name for addresses, unique in the body.' })
  id!: string;

  @IsLine(200, { example: 'Morocco to Portugal, Rabat 2024' })
  title!: string;

  @IsKey({ example: '2022-ma' })
  outgoingTermId!: string;

  @IsKey({ example: '2024-pt' })
  incomingTermId!: string;

  @IsKey({
    optional: true,
    nullable: true,
    says: 'The meeting at which the handover is made; null while there is none.',
  })
  meetingId?: string | null;

  @IsKey({ example: 'rabat-som-handover' })
  templateId!: string;

  @IsLine(40, { example: '1.0.0' })
  templateVersion!: string;

  @IsRealDate({
    optional: true,
    nullable: true,
    says: 'The day on which the chair passes; the last of the meeting if left out.',
  })
  handoverDate?: string | null;

  @IsRealDate({
    optional: true,
    nullable: true,
    says: 'The first day of the incoming term; the handover date if left out.',
  })
  termStart?: string | null;

  @IsShaped(() => HandoverCalendarsForm, { optional: true })
  calendars?: HandoverCalendarsForm;
}

/** Why: kept with the account, and erasable. */
export class ReasonForm {
  @IsProse(4000, { says: 'Why, in words for the others.' })
  reason!: string;
}

/** The written decision of the secretariat by which a gate is passed over. */
export class WrittenDecisionForm {
  @IsLine(300, { example: 'Note of the secretariat, 7 December 2020' })
  reference!: string;
}

export class EffectForm {
  @IsOneOf(EFFECT_WAYS, {
    optional: true,
    says: 'How it passes: at the meeting, on its date, remotely, or by decision; by decision if one is given and nothing is said.',
  })
  way?: EffectWay;

  @IsShaped(() => WrittenDecisionForm, {
    optional: true,
    says: 'The decision by which it passes; needed for `decision`. It excuses nothing.',
  })
  decision?: WrittenDecisionForm;

  @IsShaped(() => WrittenDecisionForm, {
    optional: true,
    says: 'The chair passes although not both sides have signed.',
  })
  withoutSignature?: WrittenDecisionForm;

  @IsShaped(() => WrittenDecisionForm, {
    optional: true,
    says: 'The chair passes although tasks it waits for are open.',
  })
  withoutCeremony?: WrittenDecisionForm;
}
