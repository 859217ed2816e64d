import type { MailTexts } from '../../../config/languages/en/mails.js';
import { sidesOfDesk } from '../../engine/desks.js';
import { REVIEW } from '../../engine/plan/reminders.js';
import { whoseMove } from '../../engine/tasks/task.js';
import type { Translated } from '../../engine/tasks/template.js';
import type { Anchor, Desk, Fact, IsoDate, Language } from '../../engine/words.js';
import { endOfDay } from '../../engine/time/zones.js';
import type { DecidedItem, DecidedMail } from '../decided-mail.js';
import type { Chairs, Matter, SectionNow, TaskNow } from '../matter.js';
import { oneLine } from './clean-text.js';
import type { MailLink, MailRow } from './content.js';
import { daysUntil, writtenDate, writtenDue } from './dates.js';

/** What a row needs beside its message. */
export interface RowSetting {
  readonly mail: DecidedMail;
  readonly texts: MailTexts;
  readonly linkTo: (matter: Matter) => MailLink | null;
}

/** New dates that a mail lists before it says how many more there are. */
const MOST_DATES = 12;

const ANCHORS: readonly Anchor[] = ['MEETING_START', 'MEETING_END', 'HANDOVER_DATE', 'TERM_START'];

/** One message as a row of its reader's mail. */
export function writeRow(item: DecidedItem, setting: RowSetting): MailRow {
  const { matter } = item;
  const link = setting.linkTo(matter);
  if (matter.task !== null) return { link, ...taskRow(item, matter.task, setting) };
  const { texts, mail } = setting;
  if (matter.section !== null) return { link, ...sectionRow(matter, matter.section, setting) };
  const title = oneLine(matter.handover?.title ?? matter.subject.replace(/^\w+:/, ''));
  const lines = matter.kind.startsWith('plan.') ? planLines(matter, mail.reader.language, texts) : [];
  return { link, title, status: newsOf(matter.kind, texts), isLate: false, lines };
}

function sectionRow(
  { kind }: Matter,
  { title, reviewDueOn }: SectionNow,
  { mail, texts }: RowSetting,
): Omit<MailRow, 'link'> {
  const { language } = mail.reader;
  const lines = reviewDueOn === null ? [] : [texts.reviewUntil(writtenDate(reviewDueOn, language))];
  return { title: translated(title, language), status: newsOf(kind, texts), isLate: false, lines };
}

/** A title in the reader's language, in English where it was not translated. */
function translated(title: Translated, language: Language): string {
  return oneLine(title[language] ?? title.en ?? '');
}

/** The names of the members who sit at a desk, for people: `Morocco`, `Morocco and Portugal`. */
export function namesAt(desk: Desk, chairs: Chairs, texts: MailTexts): string {
  const sides = sidesOfDesk(desk).filter((side) => side !== 'secretariat');
  const names = sides.flatMap((side) => chairs[side].map(({ name }) => oneLine(name)));
  const last = names.pop() ?? '';
  return names.length === 0 ? last : texts.and(names.join(', '), last);
}

function taskRow(item: DecidedItem, task: TaskNow, { mail, texts }: RowSetting): Omit<MailRow, 'link'> {
  const { matter } = item;
  const { language } = mail.reader;
  const title = `${task.id} ${translated(task.title, language)}`;
  const move = moveOf(item, task, mail, texts);
  const state = `${texts.states[task.state]}.${move === null ? '' : ` ${move}`}`;
  const { due, dueAt } = task;
  if (due === null || dueAt === null) return { title, status: statusOf(item, texts, 0), isLate: false, lines: [state] };
  const zone = ownerZone(matter, task, due, dueAt, mail);
  const days = daysUntil(due, mail.at, zone);
  const dueLine = writtenDue(due, dueAt, zone, mail.calendar.zone, language, texts);
  const isLate = days < 0 && whoseMove(task) !== 'nobody';
  const late = isLate && matter.rung === null ? [`${dueLine}: ${texts.late(-days)}`] : [dueLine];
  return { title, status: statusOf(item, texts, days), isLate, lines: [...late, state] };
}

function statusOf({ matter, as }: DecidedItem, texts: MailTexts, days: number): string {
  if (matter.rung === null) return newsOf(matter.kind, texts);
  if (days < 0) return texts.late(-days);
  const asked = matter.rung.startsWith(REVIEW) && as !== 'secretariat';
  return asked ? texts.reviewAsked : texts.due(texts.inDays(days));
}

function newsOf(kind: string, texts: MailTexts): string {
  const news: Readonly<Record<string, string>> = texts.news;
  return news[kind] ?? texts.otherNews;
}

function moveOf({ matter, as }: DecidedItem, task: TaskNow, mail: DecidedMail, texts: MailTexts): string | null {
  const desk = whoseMove(task);
  if (desk === 'nobody') return null;
  const inPerson = as === 'person' && task.personId === mail.reader.id && desk === task.owner;
  if (inPerson || sidesOfDesk(desk).some((side) => side === as)) return texts.yourMove;
  return texts.waitingFor(texts.desks[desk](namesAt(desk, matter.chairs, texts)));
}

/** The zone in which the due day ends at that instant: of two owners, the one whose day ends first. */
function ownerZone(
  { handover }: Matter,
  { owner }: TaskNow,
  due: IsoDate,
  dueAt: string,
  { calendars, calendar }: DecidedMail,
): string {
  const zones = sidesOfDesk(owner).flatMap((side) => {
    const owners = calendars.get(handover?.[`${side}CalendarId`] ?? '');
    return owners === undefined ? [] : [owners.zone];
  });
  return zones.find((zone) => endOfDay(due, zone) === dueAt) ?? zones[0] ?? calendar.zone;
}

function planLines({ facts, moved }: Matter, language: Language, texts: MailTexts): string[] {
  const written = (date: IsoDate | null): string => (date === null ? texts.noDateYet : writtenDate(date, language));
  const anchors = ANCHORS.flatMap((anchor) => {
    const from = dateIn(facts.before, anchor);
    const to = dateIn(facts.after, anchor);
    return from === to ? [] : [texts.movedFromTo(texts.anchors[anchor], written(from), written(to))];
  });
  const inForce = moved.filter((one) => one.now === one.to);
  const dates = inForce.slice(0, MOST_DATES).map(({ id, title, from, to }) => {
    return texts.movedFromTo(`${id} ${translated(title, language)}`, written(from), written(to));
  });
  const more = inForce.length - dates.length;
  return [...anchors, ...dates, ...(more > 0 ? [texts.moreDates(more)] : [])];
}

function dateIn(anchors: Fact | undefined, anchor: Anchor): IsoDate | null {
  if (typeof anchors !== 'object' || anchors === null || !(anchor in anchors)) return null;
  const date = (anchors as Readonly<Record<string, Fact>>)[anchor];
  return typeof date === 'string' ? date : null;
}
