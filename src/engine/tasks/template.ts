import { canBeAcceptedAt } from '../desks.js';
import { Inspection, under, type Fields, type Problem } from '../inspection.js';
import type { ReminderLadder } from '../plan/reminders.js';
import { ladderProblems } from '../plan/reminders.js';
import type { Anchor, Desk, DueRule, Evidence, Marking } from '../words.js';

/** A text per language; English is always there and stands in where another is missing. */
export type Translated = Readonly<Record<string, string>>;

export interface TemplateSection {
  readonly code: string;
  readonly order: number;
  readonly title: Translated;
}

export interface TemplateItem {
  readonly code: string;
  readonly section: string;
  readonly title: Translated;
  readonly description: string;
  readonly owner: Desk;
  readonly acceptedBy: Desk | null;
  readonly mandatory: boolean;
  readonly evidence: Evidence;
  readonly evidenceKind: string;
  readonly defaultMarking: Marking;
  readonly due: DueRule;
  readonly dependsOn: readonly string[];
  /** The handover cannot take effect before this one is settled. */
  readonly blocksHandover?: boolean;
}

/** What a handover's checklist is made from. */
export interface Template {
  readonly template: { readonly id: string; readonly version: string; readonly title: string };
  readonly suggestedReminders: ReminderLadder;
  readonly sections: readonly TemplateSection[];
  readonly items: readonly TemplateItem[];
}

const DESKS: readonly unknown[] = ['outgoing', 'incoming', 'secretariat', 'joint'] satisfies Desk[];
const ANCHORS: readonly Anchor[] = ['HANDOVER_DATE', 'TERM_START', 'MEETING_START', 'MEETING_END'];
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;
/** Notes for people that a template file may carry; they have no effect. */
const NOTES = { vocabulary: false, dueRules: false, workedExample: false };
const HEAD = { id: true, version: true, title: true, fitsFor: false, origin: false, translationStatus: false };
const ITEM = {
  code: true,
  section: true,
  title: true,
  description: true,
  owner: true,
  acceptedBy: true,
  mandatory: true,
  evidence: true,
  evidenceKind: true,
  defaultMarking: true,
  due: true,
  dependsOn: true,
  blocksHandover: false,
};

/** Every problem of a template that came as untrusted JSON, each with its path; none means that it is a Template. */
export function templateProblems(input: unknown): Problem[] {
  const inspection = new Inspection();
  const keys = { template: true, suggestedReminders: true, sections: true, items: true, ...NOTES };
  const fields = inspection.fields(input, '', keys);
  if (fields === null) return inspection.problems;
  const head = inspection.fields(fields.template, 'template', HEAD);
  if (head !== null) {
    inspectCode(inspection, head.id, 'template.id');
    inspection.text(head.version, 'template.version', 40);
    inspection.text(head.title, 'template.title', 200);
  }
  for (const { path, message } of ladderProblems(fields.suggestedReminders)) {
    inspection.note(path === '' ? 'suggestedReminders' : `suggestedReminders.${path}`, message);
  }
  const sections = inspectSections(inspection, fields.sections);
  const items = inspection.list(fields.items, 'items', 1, 500) ?? [];
  const dependencies = new Map<string, readonly string[]>();
  for (const [index, item] of items.entries()) inspectItem(inspection, item, index, sections, dependencies);
  inspectDependencies(inspection, items, dependencies);
  return inspection.problems;
}

function inspectSections(inspection: Inspection, input: unknown): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const [index, section] of (inspection.list(input, 'sections', 1, 50) ?? []).entries()) {
    const path = `sections[${String(index)}]`;
    const fields = inspection.fields(section, path, { code: true, order: true, title: true });
    if (fields === null) continue;
    const code = inspectCode(inspection, fields.code, under(path, 'code'));
    if (code !== null && codes.has(code)) inspection.note(under(path, 'code'), 'is used twice');
    if (code !== null) codes.add(code);
    inspection.wholeNumber(fields.order, under(path, 'order'), 1, 1000);
    inspectTitle(inspection, fields.title, under(path, 'title'));
  }
  return codes;
}

function inspectItem(
  inspection: Inspection,
  input: unknown,
  index: number,
  sections: ReadonlySet<string>,
  dependencies: Map<string, readonly string[]>,
): void {
  const path = `items[${String(index)}]`;
  const item = inspection.fields(input, path, ITEM);
  if (item === null) return;
  const code = inspectCode(inspection, item.code, under(path, 'code'));
  if (code !== null && dependencies.has(code)) inspection.note(under(path, 'code'), 'is used twice');
  if (typeof item.section !== 'string' || !sections.has(item.section)) {
    inspection.note(under(path, 'section'), 'must be the code of one of the sections');
  }
  inspectTitle(inspection, item.title, under(path, 'title'));
  inspection.text(item.description, under(path, 'description'), 2000);
  oneOf(inspection, item.owner, under(path, 'owner'), DESKS);
  if (item.acceptedBy !== null) oneOf(inspection, item.acceptedBy, under(path, 'acceptedBy'), DESKS);
  if (isDesk(item.owner) && isDesk(item.acceptedBy) && !canBeAcceptedAt(item.owner, item.acceptedBy)) {
    inspection.note(
      under(path, 'acceptedBy'),
      'leaves nobody who may accept: no side accepts what it submitted itself',
    );
  }
  inspection.yesOrNo(item.mandatory, under(path, 'mandatory'));
  oneOf(inspection, item.evidence, under(path, 'evidence'), ['required', 'optional', 'none']);
  if (item.evidenceKind !== '') inspection.text(item.evidenceKind, under(path, 'evidenceKind'), 200);
  oneOf(inspection, item.defaultMarking, under(path, 'defaultMarking'), ['public', 'participants', 'restricted']);
  if (item.blocksHandover !== undefined) inspection.yesOrNo(item.blocksHandover, under(path, 'blocksHandover'));
  inspectDue(inspection, item.due, under(path, 'due'));
  const needs = inspection.list(item.dependsOn, under(path, 'dependsOn'), 0, 100) ?? [];
  if (code !== null)
    dependencies.set(
      code,
      needs.filter((need) => typeof need === 'string'),
    );
}

function inspectDue(inspection: Inspection, input: unknown, path: string): void {
  const due = inspection.fields(input, path, { anchor: true, offset: true, unit: true });
  if (due === null) return;
  oneOf(inspection, due.anchor, under(path, 'anchor'), ANCHORS);
  inspection.wholeNumber(due.offset, under(path, 'offset'), -1000, 1000);
  oneOf(inspection, due.unit, under(path, 'unit'), ['calendar_days', 'working_days']);
}

/** Each needed task must be there, and no task may wait for itself by any way round. */
function inspectDependencies(
  inspection: Inspection,
  items: readonly unknown[],
  dependencies: ReadonlyMap<string, readonly string[]>,
): void {
  for (const [index, item] of items.entries()) {
    const { code, dependsOn } = Object(item) as Fields;
    if (!Array.isArray(dependsOn)) continue;
    for (const [place, need] of dependsOn.entries()) {
      const path = `items[${String(index)}].dependsOn[${String(place)}]`;
      if (typeof need !== 'string' || !dependencies.has(need))
        inspection.note(path, 'must be the code of another item');
    }
    const cycle = typeof code === 'string' ? cycleThrough(code, dependencies) : null;
    if (cycle !== null) {
      inspection.note(`items[${String(index)}].dependsOn`, `waits for itself: ${cycle.join(' needs ')}`);
    }
  }
}

/** The shortest way from a code back to itself, or null. */
function cycleThrough(code: string, dependencies: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const seen = new Set<string>();
  let ways: (readonly string[])[] = [[code]];
  while (ways.length > 0) {
    const longer: (readonly string[])[] = [];
    for (const way of ways) {
      for (const need of dependencies.get(way.at(-1) ?? code) ?? []) {
        if (need === code) return [...way, need];
        if (seen.has(need)) continue;
        seen.add(need);
        longer.push([...way, need]);
      }
    }
    ways = longer;
  }
  return null;
}

function inspectCode(inspection: Inspection, value: unknown, path: string): string | null {
  if (typeof value === 'string' && CODE.test(value)) return value;
  return inspection.note(path, 'must be 1 to 40 letters, digits, dots, dashes and underscores');
}

function inspectTitle(inspection: Inspection, value: unknown, path: string): void {
  const titles = inspection.fields(value, path, { en: true, fr: false, pt: false, ar: false });
  for (const [language, title] of Object.entries(titles ?? {})) inspection.text(title, under(path, language), 200);
}

function isDesk(value: unknown): value is Desk {
  return DESKS.includes(value);
}

function oneOf(inspection: Inspection, value: unknown, path: string, known: readonly unknown[]): void {
  if (!known.includes(value)) inspection.note(path, `must be one of ${known.join(', ')}`);
}
