import type { Role } from '../engine/words.js';

const EVERYONE: readonly Role[] = ['secretariat', 'lead', 'delegate', 'observer'];
const SECRETARIAT: readonly Role[] = ['secretariat'];
/** Those who do the work of a handover; which side they are on is for the gates of each move to judge. */
const AT_WORK: readonly Role[] = ['secretariat', 'lead', 'delegate'];

/**
 * Who may ask for what: the one table of permissions. A role here opens the door and no more: whether a move is
 * possible, and for which side, is decided by the gates; whose own things someone may touch, by the use case.
 * Observers read, delegates and leads work on what their side owns, the secretariat plans and administers.
 */
export const PERMISSIONS = {
  'me.read': EVERYONE,
  'me.change': EVERYONE,
  'body.read': EVERYONE,
  'member.read': EVERYONE,
  'member.add': SECRETARIAT,
  'member.change': SECRETARIAT,
  'office.read': EVERYONE,
  'office.add': SECRETARIAT,
  'office.change': SECRETARIAT,
  'person.read': EVERYONE,
  'person.add': SECRETARIAT,
  'person.change': SECRETARIAT,
  'person.leave': SECRETARIAT,
  'role.read': EVERYONE,
  'role.give': SECRETARIAT,
  'role.end': SECRETARIAT,
  'stand_in.read': EVERYONE,
  /** One's own stand-in, and anyone's for the secretariat. */
  'stand_in.name': AT_WORK,
  'stand_in.end': AT_WORK,
  /** One's own tokens, and anyone's for the secretariat. */
  'token.read': EVERYONE,
  'token.issue': EVERYONE,
  'token.revoke': EVERYONE,
  /** One's own. */
  'second_factor.change': EVERYONE,
  /** Anyone's, when it is lost. */
  'second_factor.reset': SECRETARIAT,
  'calendar.read': EVERYONE,
  'calendar.add': SECRETARIAT,
  'calendar.change': SECRETARIAT,

  'term.read': EVERYONE,
  'term.propose': SECRETARIAT,
  'term.confirm': SECRETARIAT,
  'term.start': SECRETARIAT,
  'term.conclude': SECRETARIAT,
  'term.lapse': SECRETARIAT,
  'term.suspend': SECRETARIAT,
  'term.resume': SECRETARIAT,
  'term.extend': SECRETARIAT,
  'term.shorten': SECRETARIAT,
  'term.change_holder': SECRETARIAT,
  'term.relabel': SECRETARIAT,
  'rotation.swap': SECRETARIAT,
  'rotation.skip': SECRETARIAT,
  'rotation.shift': SECRETARIAT,
  'rotation.insert': SECRETARIAT,
  'rotation.bridge': SECRETARIAT,
  'rotation.declare_vacancy': SECRETARIAT,
  'rotation.appoint_caretaker': SECRETARIAT,
  'rotation.move_passage': SECRETARIAT,
  'rotation.set_successor': SECRETARIAT,
  'rotation.withdraw': SECRETARIAT,
  'rotation.import': SECRETARIAT,

  'meeting.read': EVERYONE,
  'meeting.add': SECRETARIAT,
  'meeting.change': SECRETARIAT,
  'template.read': EVERYONE,
  'template.add': SECRETARIAT,

  'handover.read': EVERYONE,
  /** All running handovers side by side. */
  'handover.oversee': SECRETARIAT,
  'handover.create': SECRETARIAT,
  'handover.move': AT_WORK,
  'handover.sign': AT_WORK,
  /** What came after the signing. */
  'addendum.add': AT_WORK,
  'task.read': EVERYONE,
  'task.export': SECRETARIAT,
  'task.start': AT_WORK,
  'task.submit': AT_WORK,
  'task.return': AT_WORK,
  'task.accept': AT_WORK,
  'task.waive': AT_WORK,
  'task.commit': AT_WORK,
  'task.reopen': AT_WORK,
  /** Of what the incoming chair took on. */
  'task.fulfil': AT_WORK,
  'task.comment': AT_WORK,
  'task.reassign': AT_WORK,
  'task.pin': SECRETARIAT,
  /** The review of the pack is between the chairs and the secretariat. */
  'section.read': AT_WORK,
  'section.present': AT_WORK,
  'section.decide': AT_WORK,
  'section.comment': AT_WORK,
  'evidence.add': AT_WORK,
  'evidence.remove': AT_WORK,
  'record.read': AT_WORK,
  'record.make': SECRETARIAT,
  /** Archives and PDFs: of those who work in the handover. */
  'pack_file.read': AT_WORK,
  'pack_file.make': AT_WORK,
  'plan.read': EVERYONE,
  'plan.preview': SECRETARIAT,
  'plan.apply': SECRETARIAT,
  /** One's own address for calendar programs, of a handover that one may read. */
  'feed.make': EVERYONE,
  'feed.revoke': EVERYONE,
  /** What changes hands with the chair: listed and handed over by one side, confirmed by the other. */
  'asset.add': AT_WORK,
  'asset.change': AT_WORK,
  'account.read': EVERYONE,
  'account.read_body': SECRETARIAT,
  'account.export': AT_WORK,
  'activity.export': SECRETARIAT,

  'notification.read': SECRETARIAT,
  'delivery.read': SECRETARIAT,
  'delivery.resend': SECRETARIAT,

  /** Only a demo has a clock that can be moved. */
  'demo.clock': SECRETARIAT,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** The name of something that can be asked for. */
export type Action = keyof typeof PERMISSIONS;

/** Whether someone with these roles may ask for this. */
export function mayAsk(action: Action, roles: readonly Role[]): boolean {
  const opening: readonly Role[] = PERMISSIONS[action];
  return roles.some((role) => opening.includes(role));
}
