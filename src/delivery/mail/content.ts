import type { Language } from '../../engine/words.js';

/** What a mail says, before it becomes text and HTML. All texts are in one language, on one line, and not escaped. */
export interface MailContent {
  readonly language: Language;
  readonly bodyName: string;
  readonly subject: string;
  readonly heading: string;
  readonly greeting: string;
  readonly groups: readonly MailGroup[];
  /** Why the reader gets this, and when it stops. */
  readonly footer: readonly string[];
}

/** What belongs to one handover. */
export interface MailGroup {
  readonly intro: string;
  readonly rows: readonly MailRow[];
  readonly link: MailLink | null;
}

/** One message: what it is about, and what is to be said of that. */
export interface MailRow {
  readonly title: string;
  readonly link: MailLink | null;
  /** Said first, and loudest where it is late. */
  readonly status: string;
  readonly isLate: boolean;
  readonly lines: readonly string[];
}

export interface MailLink {
  readonly label: string;
  readonly href: string;
}
