import type { Accepted, Actor, Audience, Happening, Message } from '../decision.js';
import { actingSides } from '../desks.js';
import type { Facts, IsoDate, Side } from '../words.js';
import type { ContentChange } from './section-content.js';
import { sectionMoves, type SectionChanges, type SectionCommand, type SectionFacts } from './section.js';

const ACTIONS: Readonly<Record<SectionCommand['move'], string>> = {
  present: 'section.presented',
  accept: 'section.accepted',
  accept_with_reservation: 'section.accepted_with_reservation',
  return: 'section.returned',
  change: 'section.reopened',
};

type Named = Pick<SectionFacts, 'id'>;

/** The line for the account about one decision: from which state to which, under which rule, and of which content. */
export function sectionHappenings(
  facts: SectionFacts,
  command: SectionCommand,
  actor: Actor,
  changes: SectionChanges,
): Accepted<SectionChanges>['happenings'] {
  const told: Facts = {
    from: facts.state,
    to: changes.state,
    rule: `section.${command.move}`,
    sides: actingSides(actor, sectionMoves[command.move].by),
    content: facts.content,
    ...detailsOf(facts, command),
  };
  const text = textOf(command);
  return [{ ...happening(facts, ACTIONS[command.move], told), ...(text.trim() === '' ? {} : { text }) }];
}

/** The line for a section that is accepted because nobody has spoken until its day. */
export function silenceHappenings(facts: SectionFacts): Accepted<SectionChanges>['happenings'] {
  const told = { from: facts.state, to: 'accepted', rule: 'section.silence', sides: [], content: facts.content };
  return [happening(facts, 'section.accepted_by_silence', told)];
}

/** What reminds the reviewer of a section on which nobody has decided by its day; the section stays as it is. */
export function silenceReminder(
  facts: Pick<SectionFacts, 'id' | 'state'>,
  dueOn: IsoDate | null,
): { readonly happening: Happening; readonly message: Message } {
  return {
    happening: happening(facts, 'section.reminded', { dueOn }),
    message: message(facts, 'section.reminded', facts.state, ['incoming'], { dueOn }),
  };
}

/** The line for a section whose tasks or documents have changed under its review; names them, and holds the new content fast. */
export function reopeningHappenings(
  facts: Pick<SectionFacts, 'id' | 'state' | 'content'>,
  changed: readonly ContentChange[],
  sides: readonly Side[],
): Accepted<SectionChanges>['happenings'] {
  const what = [
    ...new Set(changed.map((change) => ('task' in change ? change.task : 'id' in change ? change.id : change.what))),
  ];
  const told = {
    from: facts.state,
    to: 'drafting',
    rule: 'section.content_changed',
    sides,
    content: facts.content,
    what,
  };
  return [happening(facts, 'section.reopened', told)];
}

/** Who is told, and whether it can wait for the day's digest: only what asks somebody to work again cannot. */
export function sectionMessages(
  facts: SectionFacts,
  command: SectionCommand,
  state: SectionChanges['state'],
): Message[] {
  switch (command.move) {
    case 'present':
      return [message(facts, 'section.presented', state, ['incoming'], { dueOn: facts.reviewDueOn })];
    case 'accept':
    case 'accept_with_reservation':
      return [message(facts, ACTIONS[command.move], state, ['outgoing', 'secretariat'])];
    case 'return':
      return [{ ...message(facts, 'section.returned', state, ['outgoing', 'secretariat']), urgent: true }];
    case 'change':
      return reopeningMessages(facts);
  }
}

/** All three are told when silence has decided: it is nobody's deed, and binds both chairs. */
export function silenceMessages(facts: Named): Message[] {
  return [message(facts, 'section.accepted_by_silence', 'accepted', ['outgoing', 'incoming', 'secretariat'])];
}

/** The reviewer is told that what it had, or had decided on, is being changed; of what it returned it expects that. */
export function reopeningMessages(facts: Pick<SectionFacts, 'id' | 'state'>): Message[] {
  return facts.state === 'returned' ? [] : [message(facts, 'section.reopened', 'drafting', ['incoming'])];
}

/** Whoever was mentioned, or is answered, gets one message; nobody else does. */
export function commentMessages(facts: Pick<SectionFacts, 'id'>, persons: readonly string[]): Message[] {
  const to = [...new Set(persons)].map((person) => ({ person }));
  const told = { section: facts.id };
  return [{ kind: 'section.commented', subject: `section:${facts.id}`, to, urgent: false, facts: told }];
}

/** The line for a comment; who is mentioned is part of it. */
export function commentHappening(facts: Named, comment: string, text: string, mentions: readonly string[]): Happening {
  return { ...happening(facts, 'section.commented', { comment, mentions }), text };
}

function message(
  { id }: Named,
  kind: string,
  state: SectionChanges['state'],
  to: readonly Audience[],
  more: Facts = {},
): Message {
  return { kind, subject: `section:${id}`, to, urgent: false, facts: { section: id, state, ...more } };
}

function happening({ id }: Named, action: string, facts: Facts): Happening {
  return { action, subject: `section:${id}`, facts };
}

function detailsOf(facts: SectionFacts, command: SectionCommand): Facts {
  if (command.move === 'present') return { dueOn: facts.reviewDueOn };
  if (command.move === 'accept_with_reservation' && command.followUp !== undefined)
    return { followUp: { ...command.followUp } };
  return command.move === 'change' ? { what: ['summary'] } : {};
}

function textOf(command: SectionCommand): string {
  switch (command.move) {
    case 'present':
    case 'change':
      return [command.summary, command.needs].filter((text) => text.trim() !== '').join('\n\n');
    case 'accept':
      return command.note ?? '';
    case 'accept_with_reservation':
      return command.reservation;
    case 'return':
      return command.reason;
  }
}
