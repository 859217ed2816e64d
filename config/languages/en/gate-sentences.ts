import { plural } from '../plural.js';
import type { GateSentence } from '../gate-facts.js';

/** A sentence for each condition that can stand against something, by the code of the condition. */
export const gateSentences = {
  'task.wrong_state': (f) =>
    `The task is “${f.taskStates('state')}”. This can be done only when it is: ${f.taskStates('allowedFrom')}.`,
  'task.not_your_side': (f) => `Only ${f.desks('desks')} can do this.`,
  'task.needs_lead': (f) => `This task is mandatory: only a lead of ${f.desks('desks')} can do this.`,
  'task.counts_as_both_chairs': () =>
    'You stand in for somebody and count as both chairs. Each chair has to speak through a person of its own.',
  'task.date_past': (f) => `The date given, ${f.day('date')}, has passed.`,
  'task.before_new_term': (f) =>
    `The incoming chair takes it on for its own term: the day given, ${f.day('date')}, is before it begins on ${f.day('termStart')}.`,
  'task.handover_over': (f) => `The handover is “${f.handoverStates('handoverState')}”: its tasks no longer change.`,
  'task.pack_frozen': () =>
    'The handover pack is frozen for the signatures. The Secretariat has to reopen the handover first.',
  'task.waits_for': (f) => `It waits for task ${f.text('task')}, which is “${f.taskStates('state')}”.`,
  'task.evidence_missing': () => 'A document or a reference that shows that it is done is still missing.',
  'task.counts_as_acceptor': () =>
    'You also count as the side that has to accept it, so nobody would be left to review it. Somebody else of the owner’s side has to send it.',
  'task.nothing_to_change': () => 'It lies with this person and this office already.',
  'task.not_pinned': () => 'Its date is not fixed by hand.',
  'task.takes_no_evidence': () => 'This task asks for no document.',
  'task.no_evidence_yet': () => 'There is no document that could be taken away.',
  'task.own_side_submitted': () =>
    'You or your side sent it for review. Nobody accepts what their own side has sent: the other side has to decide.',
  'task.own_side_owes': () => 'You also count as the side that owes this task. Somebody else has to decide.',
  'task.already_agreed': () => 'Your side has agreed already. The other chair still has to.',
  'task.same_person_agreed': () =>
    'You agreed before for the other chair. Another person of this side has to agree now.',

  'handover.wrong_state': (f) => `The handover is “${f.handoverStates('state')}”: this cannot be done at this stage.`,
  'handover.not_your_side': (f) => `Only ${f.desks('desks')} can do this.`,
  'handover.needs_lead': (f) => `Only a lead of ${f.desks('desks')} can do this.`,
  'handover.counts_as_both_chairs': () =>
    'You stand in for somebody and count as both chairs. Each chair has to sign through a person of its own.',
  'handover.date_past': (f) => `The date given, ${f.day('date')}, has passed.`,
  'handover.task_unsettled': (f) => `Task ${f.text('task')} is not settled: it is “${f.taskStates('state')}”.`,
  'handover.already_signed': () => 'Your side has signed already.',
  'handover.same_person_signed': () =>
    'You signed before for the other chair. Another person of this side has to sign.',
  'handover.reference_missing': () =>
    'Without signatures or without a ceremony, the decision that allows it has to be named: minutes, a letter, a note.',
  'handover.pack_not_frozen': () => 'The handover pack is not frozen for the signatures yet.',
  'handover.signature_missing': (f) => `The signature of ${f.desks('side')} is still missing.`,
  'handover.term_not_serving': (f) =>
    `The outgoing term is “${f.termStates('state')}”: nobody has the chair who could pass it on.`,
  'handover.successor_not_confirmed': (f) =>
    `The incoming term is “${f.termStates('state')}”. It has to be confirmed first.`,
  'handover.successor_unknown': () => 'It is not known yet who takes over the chair.',
  'handover.date_missing': () => 'No date is set on which the chair passes.',
  'handover.too_early': (f) => `The chair passes on ${f.day('handoverDate')}; today is ${f.day('today')}.`,
  'handover.not_a_party': () => 'You have no part in this handover. The Secretariat can give you a role.',
  'handover.wrong_term_state': (f) =>
    `Term ${f.text('term')} is “${f.termStates('state')}”: it cannot be part of a new handover.`,
  'handover.calendar_missing': () => 'One of the sides has no calendar of working days yet.',
  'handover.meeting_missing': () => 'This handover has no meeting: it cannot take effect at one.',
  'handover.no_addenda_now': (f) =>
    `Late entries are added once both chairs have signed; the handover is “${f.handoverStates('state')}”.`,
  'handover.writing_ended': (f) =>
    `Your side gave up the chair. Until ${f.day('until')} it could work here; now it can only read.`,
  'handover.reading_ended': (f) =>
    `Your side gave up the chair. Until ${f.day('until')} it could read here; now it has the archive of the pack.`,
  'task.fulfilled_already': () => 'This commitment is marked as done already.',
  'handover.exists': () =>
    'There is such a handover already: each term is handed over once, and each short name is used once.',

  'section.wrong_state': (f) =>
    `The section is “${f.sectionStates('state')}”. This can be done only when it is: ${f.sectionStates('allowedFrom')}.`,
  'section.not_your_side': (f) => `Only ${f.desks('desks')} can do this.`,
  'section.needs_lead': (f) => `Only a lead of ${f.desks('desks')} can make a reservation.`,
  'section.counts_as_both_chairs': () =>
    'You stand in for somebody and count as both chairs. Each chair has to speak through a person of its own.',
  'section.date_past': (f) => `The date given, ${f.day('date')}, has passed.`,
  'section.before_new_term': (f) =>
    `The incoming chair takes it on for its own term: the day given, ${f.day('date')}, is before it begins on ${f.day('termStart')}.`,
  'section.pack_not_open': (f) =>
    `The handover is “${f.handoverStates('handoverState')}”: the sections of its pack are reviewed while it is being prepared.`,
  'section.handover_over': (f) =>
    `The handover is “${f.handoverStates('handoverState')}”: nothing more is said about its sections.`,
  'section.mention_outside': (f) =>
    `${f.text('person')} does not work in this handover and would not be allowed to read the comment.`,
  'section.summary_missing': () => 'A summary of the section has to be written.',
  'section.task_unsettled': (f) =>
    `Task ${f.text('task')} belongs before the handover and is not settled: it is “${f.taskStates('state')}”.`,
  'section.counts_as_reviewer': () =>
    'You also count as the incoming chair, so nobody would be left to decide. Somebody else has to send it.',
  'section.own_side_presented': () =>
    'You or your side sent this section for review. Nobody decides on what their own side has sent.',
  'section.nothing_to_change': () => 'The summary says this already.',
  'handover.section_undecided': (f) =>
    `Section ${f.text('section')} of the pack is not accepted: it is “${f.sectionStates('state')}”.`,

  'asset.handover_over': (f) =>
    `The handover is “${f.handoverStates('handoverState')}”: what changes hands is no longer looked after.`,
  'asset.list_frozen': () => 'The pack is frozen: nothing is added to the list or taken off it any more.',
  'asset.wrong_step': () => 'It is at another step now, so this cannot be done.',
  'asset.not_your_side': (f) => `This is for ${f.desks('desks')} to do.`,
  'asset.same_person': () =>
    'Who hands something over cannot confirm that it arrived: somebody else of the receiving side has to.',
  'reason.missing': () => 'A reason has to be written.',
  'version.stale': () =>
    'Somebody else has changed this since you opened it. Look at what is there now, then try again.',
  'plan.preview_stale': () =>
    'Something has changed since this preview was made. Look at the new one before you apply it.',
  'rotation.preview_stale': () =>
    'Something has changed since this preview was made. Look at the new one before you apply it.',

  'meeting.ends_before_start': () => 'The meeting needs both days, and the last one not before the first.',
  'meeting.unknown': () => 'There is no such meeting.',
  'meeting.exists': () => 'This short name is taken by another meeting.',
  'template.unknown': () => 'There is no such checklist.',
  'template.exists': () => 'There is a checklist of this name and version already.',

  'term.wrong_state': (f) =>
    `The term is “${f.termStates('state')}”. This can be done only when it is: ${f.termStates('allowedFrom')}.`,
  'term.not_your_side': () => 'Only the Secretariat can change terms and the rotation.',
  'term.only_by_handover': () => 'Somebody has the chair. It passes to another only by a handover.',
  'term.not_begun_by_then': (f) => `The term begins on ${f.day('start')}, not before ${f.day('on')}.`,
  'term.not_suspended_by_then': (f) => `The term was suspended on ${f.day('since')}, after ${f.day('on')}.`,
  'term.end_before_start': (f) =>
    `The term would end on ${f.day('end')}, before it has lasted a day: it begins on ${f.day('start')}.`,
  'term.date_in_past': (f) => `${f.day('on')} has passed: today is ${f.day('today')}.`,
  'term.date_in_future': (f) =>
    `${f.day('date')} has not come yet: today is ${f.day('today')}. Only what has happened is recorded.`,
  'term.date_not_real': (f) => `There is no such day for ${f.field('field')}: ${f.text('date')}.`,
  'term.text_missing': (f) => `Something has to be written for ${f.field('field')}.`,
  'term.disputed': () => 'Who holds this term is disputed. That has to be settled first.',
  'term.gap_undeclared': (f) =>
    `Between ${f.day('from')} and ${f.day('until')} nobody would have the chair. Declare a vacancy, or choose another day.`,
  'term.overlaps': (f) =>
    `Terms ${f.text('first')} and ${f.text('second')} would both have the chair from ${f.day('from')} to ${f.day('until')}.`,
  'term.holder_repeated': (f) => `${f.text('holders')} is named more than once.`,
  'term.vacancy_has_holder': () => 'A vacancy has no holder.',
  'term.holder_unknown': () => 'It is not known yet who holds this term.',
  'term.id_taken': () => 'This short name is taken by another term.',
  'term.not_longer': (f) => `The new end has to come after the present one, ${f.day('now')}.`,
  'term.not_shorter': (f) => `The new end has to come before the present one, ${f.day('now')}.`,
  'term.end_in_past': (f) => `${f.day('end')} has passed, and the term still has the chair today.`,
  'term.nothing_changes': () => 'Nothing would change.',
  'term.turns_left': (f) =>
    `Other turns are still to come: ${f.text('turns')}. The chair passes to the next one by a handover.`,
  'term.two_chairs': () => 'On some days two terms would have the chair.',
  'term.another_is_serving': () => 'Another term has the chair now.',
  'term.exists': () => 'This short name is taken by another term.',
  'term.unknown': () => 'There is no such term.',

  'rotation.term_unknown': (f) => `There is no term ${f.text('term')}.`,
  'rotation.term_fixed': (f) => `The term is “${f.termStates('state')}”: only terms still to come can be moved.`,
  'rotation.date_too_vague': () => 'Of this term only the year is known: it can be moved by whole years only.',
  'rotation.day_missing': (f) => `${f.day('date')} has no counterpart in the month it would move to.`,
  'rotation.holder_known': (f) => `The holder is known already: ${f.text('holders')}.`,
  'rotation.same_term': () => 'The same term is named twice.',
  'rotation.months_out_of_range': (f) => `${String(f.count('months'))} months are not possible here.`,
  'rotation.nothing_changes': () => 'Nothing would change.',
  'rotation.turn_before': (f) => `Another turn comes first: ${f.text('before')}. Skip or swap it before.`,
  'rotation.unreadable': (f) =>
    plural('en', f.count('problems'), {
      one: 'The document has one mistake; nothing was imported.',
      other: 'The document has # mistakes; nothing was imported.',
    }),

  'permission.not_yours': () => 'This belongs to somebody else. They can do it themselves, or the Secretariat.',
  'day.has_passed': (f) => `${f.day('day')} has passed. What was so in the past stays as it was.`,
  'person.has_left': (f) => `This person left on ${f.day('leftOn')}.`,
  'person.unknown': () => 'There is no such person.',
  'person.exists': () => 'This short name is taken by another person.',
  'person.mail_taken': () => 'Another person has this mail address.',
  'office.unknown': () => 'There is no such office.',
  'office.exists': () => 'This short name is taken by another office.',
  'member.unknown': () => 'There is no such member.',
  'member.exists': () => 'This short name is taken by another member.',
  'calendar.unknown': () => 'There is no such calendar.',
  'calendar.exists': () => 'This short name is taken by another calendar.',
  'body.exists': () => 'This short name is taken by another body.',
  'role.not_of_this_office': (f) =>
    `The role “${f.role('role')}” does not go with this office: delegates and leads belong to the office of a member, the Secretariat to its own.`,
  'role.last_secretariat': () => 'Nobody would be left in the Secretariat. Give the role to somebody else first.',
  'role.is_over': (f) => `This role ended on ${f.day('untilDay')} already.`,
  'role.already_given': () => 'This person has the role already on some of these days.',
  'stand_in.same_person': () => 'Nobody stands in for themselves.',
  'stand_in.ends_earlier': (f) => `It ends on ${f.day('untilDay')} already.`,
  'stand_in.already_named': () => 'Somebody else stands in on some of these days already.',
  'token.too_many': (f) =>
    plural('en', f.count('most'), {
      one: 'More than # access key is not possible. Revoke one first.',
      other: 'More than # access keys are not possible. Revoke one first.',
    }),
  'token.already_revoked': () => 'This access key was revoked already.',
  'delivery.not_failed': () => 'This mail has not failed: only a mail that failed can be sent again.',
} satisfies Readonly<Record<string, GateSentence>>;
