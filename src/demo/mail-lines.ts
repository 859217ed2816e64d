import type { Language } from '../engine/words.js';

/** A message in a mail that went out. */
export interface CarriedItem {
  readonly kind: string;
  /** `task:SOM-01`, `handover:2024-pt` */
  readonly subject: string;
  readonly rung: string | null;
}

/** A mail that went out, or did not. */
export interface CarriedMail {
  readonly id: string;
  readonly recipientId: string;
  readonly language: Language;
  readonly isDigest: boolean;
  readonly state: string;
  readonly items: readonly CarriedItem[];
}

/** Messages named in a line; the others are counted. */
const NAMED = 5;

const NEWS: Readonly<Record<string, string>> = {
  'handover.prepared': 'the handover is being prepared',
  'handover.frozen': 'the pack is frozen, please sign',
  'handover.signature_given': 'one chair has signed, the other is to',
  'handover.signed': 'both chairs have signed',
  'handover.effected': 'the chair has passed',
  'handover.addendum_added': 'a late entry was added',
  'handover.closed': 'the handover is closed',
  'plan.meeting': 'the meeting has moved, and dates with it',
  'plan.effect_date': 'the day of the handover has moved, and dates with it',
  'plan.holiday': 'a day off was decreed, and dates looked at again',
};

/** Mails that say the same, together: in the order in which the first of each came. */
export function alike(mails: readonly CarriedMail[]): { to: CarriedMail[]; content: string }[] {
  const groups = new Map<string, CarriedMail[]>();
  for (const mail of mails) {
    const content = contentOf(mail);
    groups.set(content, [...(groups.get(content) ?? []), mail]);
  }
  return [...groups].map(([content, to]) => ({ to, content }));
}

/** What a mail carried, in a few words. */
function contentOf({ items, isDigest, state }: CarriedMail): string {
  const named = items.slice(0, NAMED).map(nameOf);
  const more = items.length > NAMED ? [`and ${items.length - NAMED} more`] : [];
  const failed = state === 'sent' ? '' : ' (could not be sent)';
  return `${isDigest ? 'digest' : 'urgent'}${failed}: ${[...named, ...more].join('; ')}`;
}

function nameOf({ kind, subject, rung }: CarriedItem): string {
  const id = subject.slice(subject.indexOf(':') + 1);
  if (rung !== null) return `${id} ${rungInWords(rung)}`;
  if (subject.startsWith('task:')) return `${id} ${kind.slice(kind.indexOf('.') + 1).replaceAll('_', ' ')}`;
  return NEWS[kind] ?? `${kind.replaceAll(/[._]/g, ' ')} (${id})`;
}

/** A step of the reminder ladder; days are working days. */
function rungInWords(rung: string): string {
  const step = rung.replace(/^review-/, '');
  const [, when, days] = /^(before|after)-(\d+)$/.exec(step) ?? [];
  const count = days === '1' ? '1 day' : `${days ?? ''} days`;
  const words = step === 'on' ? 'is due' : when === undefined ? 'is still open' : `${count} ${when} due`;
  return rung === step ? words : `waits for review, ${words}`;
}
