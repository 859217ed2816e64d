import { refusalOf, type Refused, type UnmetGate } from '../engine/decision.js';
import { codeOf } from './outage.js';

/**
 * What each constraint of the schema means when it stops a change that the rules had let through, which happens
 * when two people act at once. Constraints that are missing here can only be broken by a bug.
 */
const MEANING: Readonly<Record<string, Pick<UnmetGate, 'code' | 'whose'>>> = {
  term_one_chair_at_any_instant: { code: 'term.two_chairs', whose: 'secretariat' },
  term_one_is_serving: { code: 'term.another_is_serving', whose: 'secretariat' },
  term_pkey: { code: 'term.exists', whose: 'secretariat' },
  holder_member_is_known: { code: 'member.unknown', whose: 'secretariat' },
  handover_pkey: { code: 'handover.exists', whose: 'secretariat' },
  handover_is_one_per_outgoing_term: { code: 'handover.exists', whose: 'secretariat' },
  handover_is_one_per_incoming_term: { code: 'handover.exists', whose: 'secretariat' },
  handover_outgoing_term_is_known: { code: 'term.unknown', whose: 'secretariat' },
  handover_incoming_term_is_known: { code: 'term.unknown', whose: 'secretariat' },
  handover_meeting_is_known: { code: 'meeting.unknown', whose: 'secretariat' },
  handover_template_is_known: { code: 'template.unknown', whose: 'secretariat' },
  handover_outgoing_calendar_is_known: { code: 'calendar.unknown', whose: 'secretariat' },
  handover_incoming_calendar_is_known: { code: 'calendar.unknown', whose: 'secretariat' },
  handover_secretariat_calendar_is_known: { code: 'calendar.unknown', whose: 'secretariat' },
  account_pkey: { code: 'handover.exists', whose: 'secretariat' },
  meeting_pkey: { code: 'meeting.exists', whose: 'secretariat' },
  template_pkey: { code: 'template.exists', whose: 'secretariat' },
  task_person_is_known: { code: 'person.unknown', whose: 'secretariat' },
  notification_recipient_is_known: { code: 'person.unknown', whose: 'secretariat' },
  task_office_is_known: { code: 'office.unknown', whose: 'secretariat' },
  signature_pkey: { code: 'handover.already_signed', whose: 'nobody' },
  person_pkey: { code: 'person.exists', whose: 'secretariat' },
  person_mail_is_used_once: { code: 'person.mail_taken', whose: 'secretariat' },
  person_office_is_known: { code: 'office.unknown', whose: 'secretariat' },
  office_pkey: { code: 'office.exists', whose: 'secretariat' },
  office_member_is_known: { code: 'member.unknown', whose: 'secretariat' },
  office_calendar_is_known: { code: 'calendar.unknown', whose: 'secretariat' },
  member_pkey: { code: 'member.exists', whose: 'secretariat' },
  member_calendar_is_known: { code: 'calendar.unknown', whose: 'secretariat' },
  calendar_pkey: { code: 'calendar.exists', whose: 'secretariat' },
  role_person_is_known: { code: 'person.unknown', whose: 'secretariat' },
  role_is_given_once_at_a_time: { code: 'role.already_given', whose: 'secretariat' },
  stand_in_person_is_known: { code: 'person.unknown', whose: 'secretariat' },
  stand_in_stand_in_is_known: { code: 'person.unknown', whose: 'secretariat' },
  stand_in_is_one_at_a_time: { code: 'stand_in.already_named', whose: 'secretariat' },
  token_person_is_known: { code: 'person.unknown', whose: 'secretariat' },
};

/** The refusal that a broken constraint stands for; null for every other error. */
export function refusalOfConstraint(error: unknown): Refused | null {
  const constraint = constraintOf(error);
  const meaning = constraint === null ? undefined : MEANING[constraint];
  return meaning === undefined ? null : refusalOf([{ ...meaning, facts: { constraint } }]);
}

/** The name of the constraint that an error is about: SQLSTATE class 23 (integrity), else null. */
function constraintOf(error: unknown): string | null {
  if (!codeOf(error).startsWith('23') || typeof error !== 'object' || error === null) return null;
  if ('constraint' in error && typeof error.constraint === 'string') return error.constraint;
  return 'driverError' in error ? constraintOf(error.driverError) : null;
}
