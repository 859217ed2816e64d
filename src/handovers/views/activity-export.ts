import type { ActivityLine } from '../../audit/account.queries.js';
import { dayAndTime } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import { detailOf, sentenceParts, subjectOf, type TaskTitles } from './line-words.js';

export interface ActivityTableSource {
  readonly page: PageRequest;
  readonly zone: string;
  readonly lines: readonly ActivityLine[];
  readonly titles: TaskTitles;
}

/** The record as a table for spreadsheets, in the reader's language; instants as ISO 8601 writes them, and locally. */
export function activityTable(source: ActivityTableSource): (string | number | null)[][] {
  const { seq, at, local, who, side, what, subject, detail, text, hash } = source.page.texts.activity.columns;
  return [
    [seq, at, local, who, side, what, subject, detail, text, hash],
    ...source.lines.map((line) => rowOf(line, source)),
  ];
}

function rowOf(line: ActivityLine, { page, zone, titles }: ActivityTableSource): (string | number | null)[] {
  const { activity } = page.texts;
  const about = subjectOf(page, line, titles).text;
  return [
    line.seq,
    line.at,
    dayAndTime(page, line.at, zone),
    line.actorName ?? activity.system,
    sidesOf(page, line),
    sentenceParts(page, line).join(about),
    line.subject,
    detailOf(page, line),
    line.text,
    line.hash,
  ];
}

/** For which sides it was done, as the record names them. */
function sidesOf({ texts }: PageRequest, { facts: { sides } }: ActivityLine): string | null {
  const desks: Readonly<Record<string, string>> = texts.layout.desks;
  if (!Array.isArray(sides)) return null;
  return sides.map((side) => desks[String(side)] ?? String(side)).join(', ');
}
