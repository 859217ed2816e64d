import { paths } from '../../web/paths.js';
import { oneLine } from './clean-text.js';
import type { MailContent, MailGroup, MailLink, MailRow } from './content.js';
import { daysUntil, writtenDate } from './dates.js';
import type { MailTexts } from '../../../config/languages/en/mails.js';
import type { DecidedItem, DecidedMail } from '../decided-mail.js';
import type { Matter } from '../matter.js';
import { MAIL_TEXTS } from './languages.js';
import { namesAt, writeRow } from './write-rows.js';

/**
 * What a mail says, in its reader's language: what happened or is due, whose move it is, and why they are told. Other
 * people are not named, only desks and the members who sit there.
 * @param publicUrl where links lead; without a slash at the end.
 */
export function writeContent(mail: DecidedMail, publicUrl: string): MailContent {
  const { language } = mail.reader;
  const texts = MAIL_TEXTS[language];
  const groups = groupsOf(mail, texts, publicUrl);
  const rows = groups.flatMap((group) => group.rows);
  const late = rows.filter((row) => row.isLate).length;
  const [only, ...more] = rows;
  const single = only !== undefined && more.length === 0 ? only : null;
  const subject =
    single === null ? texts.subjectOfMany(rows.length, late) : texts.subjectOfOne(single.status, single.title);
  const heading = single === null ? texts.headingOfMany(rows.length, late) : texts.headingOfOne(single.status);
  const bodyName = oneLine(mail.bodyName);
  return {
    language,
    bodyName,
    subject: `[${bodyName}] ${subject}`,
    heading,
    greeting: texts.greeting(oneLine(mail.reader.name)),
    groups,
    footer: footerOf(mail.items, texts),
  };
}

/** What is late comes first, then what was owed first. */
function groupsOf(mail: DecidedMail, texts: MailTexts, publicUrl: string): MailGroup[] {
  const byHandover = new Map<string, DecidedItem[]>();
  for (const item of withoutRepetition(mail.items)) {
    const key = item.matter.handover?.id ?? '';
    byHandover.set(key, [...(byHandover.get(key) ?? []), item]);
  }
  return [...byHandover.values()].map((items) => {
    const linkTo = (matter: Matter): MailLink | null => linkOf(matter, texts, publicUrl);
    const rows = items.map((item): MailRow => writeRow(item, { mail, texts, linkTo }));
    const matter = items[0]?.matter;
    return {
      intro: matter === undefined ? '' : introOf(matter, mail, texts),
      rows: [...rows.filter((row) => row.isLate), ...rows.filter((row) => !row.isLate)],
      link: matter === undefined ? null : handoverLink(matter, texts, publicUrl),
    };
  });
}

/** A reader who is reminded of one task by several steps at once, because nobody worked for a while, reads of it once. */
function withoutRepetition(items: readonly DecidedItem[]): readonly DecidedItem[] {
  const inOrder = [...items].sort((one, other) => (one.matter.dueAt < other.matter.dueAt ? -1 : 1));
  const last = new Map(inOrder.map((item) => [keyOf(item), item]));
  return inOrder.filter((item) => last.get(keyOf(item)) === item);
}

function keyOf({ matter }: DecidedItem): string {
  return matter.rung === null ? matter.id : `${matter.stream} ${matter.subject}`;
}

function introOf({ handover, chairs }: Matter, { at, calendar, reader }: DecidedMail, texts: MailTexts): string {
  if (handover === null) return '';
  const from = namesAt('outgoing', chairs, texts) || texts.unknownChair;
  const to = namesAt('incoming', chairs, texts) || texts.unknownChair;
  if (handover.date === null) return texts.handoverUndated(from, to);
  const date = writtenDate(handover.date, reader.language);
  const days = daysUntil(handover.date, at, calendar.zone);
  return days < 0 ? texts.handoverWasOn(from, to, date) : texts.handoverIsOn(from, to, date, texts.inDays(days));
}

function linkOf(matter: Matter, texts: MailTexts, publicUrl: string): MailLink | null {
  const { task, section, handover } = matter;
  if (section !== null && handover !== null) {
    return { label: texts.openSection, href: `${publicUrl}${paths.section(matter.bodyId, handover.id, section.id)}` };
  }
  if (task === null || handover === null) return handoverLink(matter, texts, publicUrl);
  return { label: texts.openTask, href: `${publicUrl}${paths.task(matter.bodyId, handover.id, task.id)}` };
}

function handoverLink({ handover, bodyId }: Matter, texts: MailTexts, publicUrl: string): MailLink | null {
  return handover === null ? null : { label: texts.open, href: `${publicUrl}${paths.handover(bodyId, handover.id)}` };
}

function footerOf(items: readonly DecidedItem[], texts: MailTexts): string[] {
  const why = [...new Set(items.map(({ as }) => texts.why[as]))];
  return [...why, texts.whenItStops, texts.noReply];
}
