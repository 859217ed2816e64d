import { Inspection, under, type Fields, type Problem } from '../engine/inspection.js';

/** The lists of a body file that tell of its plans, and how long each may be. */
export const PLAN_LISTS = { actionPlans: 20, programmes: 500, results: 5000 } as const;

/** What the lists refer to. */
export interface PlanNames {
  readonly terms: ReadonlySet<unknown>;
  readonly meetings: ReadonlySet<unknown>;
}

/**
 * Every problem of the plans of a body file: unknown fields, wrong kinds of values, and terms, plans, areas, objectives
 * and meetings that nothing has.
 */
export function planProblems(file: Fields, names: PlanNames): Problem[] {
  const inspection = new Inspection();
  const areas = new Map<unknown, ReadonlyMap<unknown, readonly unknown[]>>();
  each(inspection, file, 'actionPlans', (plan, path) => areas.set(...inspectPlan(inspection, plan, path)));
  each(inspection, file, 'programmes', (programme, path) => {
    const fields = inspection.fields(programme, path, { termId: true, content: true, sources: true });
    if (fields === null) return;
    known(inspection, fields.termId, under(path, 'termId'), names.terms, 'the rotation');
    inspectTexts(inspection, fields.sources, under(path, 'sources'));
    inspectProgramme(inspection, fields.content, under(path, 'content'));
  });
  each(inspection, file, 'results', (result, path) => {
    const fields = inspection.fields(result, path, RESULT);
    if (fields === null) return;
    const { meetingId } = fields;
    inspection.text(fields.id, under(path, 'id'), 63);
    inspection.text(fields.text, under(path, 'text'), 2000);
    inspectTexts(inspection, fields.sources, under(path, 'sources'));
    known(inspection, fields.termId, under(path, 'termId'), names.terms, 'the rotation');
    if (meetingId !== null) known(inspection, meetingId, under(path, 'meetingId'), names.meetings, 'meetings');
    if (fields.certainty !== null) inspection.text(fields.certainty, under(path, 'certainty'), 500);
    if (fields.action !== null) inspection.wholeNumber(fields.action, under(path, 'action'), 1, 1000);
    const plan = areas.get(fields.planId);
    const objectives = plan?.get(fields.area);
    if (plan === undefined) inspection.note(under(path, 'planId'), 'must be one that stands in actionPlans');
    else if (objectives === undefined) inspection.note(under(path, 'area'), 'must be an area of its plan');
    else if (fields.objective !== null && !objectives.includes(fields.objective)) {
      inspection.note(under(path, 'objective'), 'must be an objective of its area');
    }
  });
  return inspection.problems;
}

const RESULT = {
  ...{ id: true, termId: true, planId: true, area: true, objective: true, action: true },
  ...{ text: true, meetingId: true, certainty: true, sources: true },
};
const PLAN = {
  ...{ period: true, adoptedOn: true, adoptedAt: true, binding: true, areas: true },
  ...{ note: false, unassigned: false, tasks: false, predecessor: false },
};
const PROGRAMME = {
  ...{ coordinator: false, label: false, slogan: false, presentedAt: false, unknown: false },
  ...{ keywords: false, principles: false, meetings: false, priorities: true },
};

type PlanEntry = [id: unknown, areas: ReadonlyMap<unknown, readonly unknown[]>];

function inspectPlan(inspection: Inspection, input: unknown, path: string): PlanEntry {
  const areas = new Map<unknown, readonly unknown[]>();
  const plan = inspection.fields(input, path, { id: true, title: true, content: true, sources: true });
  if (plan === null) return [undefined, areas];
  inspection.text(plan.id, under(path, 'id'), 63);
  inspection.text(plan.title, under(path, 'title'), 500);
  inspectTexts(inspection, plan.sources, under(path, 'sources'));
  const at = under(path, 'content');
  const content = inspection.fields(plan.content, at, PLAN);
  if (content === null) return [plan.id, areas];
  inspection.date(content.adoptedOn, under(at, 'adoptedOn'));
  inspection.text(content.adoptedAt, under(at, 'adoptedAt'), 500);
  inspection.yesOrNo(content.binding, under(at, 'binding'));
  if (content.tasks !== undefined) inspectTexts(inspection, content.tasks, under(at, 'tasks'));
  for (const [index, year] of (inspection.list(content.period, under(at, 'period'), 2, 2) ?? []).entries()) {
    inspection.wholeNumber(year, `${under(at, 'period')}[${String(index)}]`, 1900, 2200);
  }
  each(inspection, content, 'areas', (area, place) => areas.set(...inspectArea(inspection, area, place)), at);
  return [plan.id, areas];
}

function inspectArea(inspection: Inspection, input: unknown, path: string): [unknown, readonly unknown[]] {
  const numbers: unknown[] = [];
  const area = inspection.fields(input, path, { number: true, label: true, objectives: true });
  if (area === null) return [undefined, numbers];
  inspection.text(area.number, under(path, 'number'), 20);
  inspection.text(area.label, under(path, 'label'), 500);
  each(
    inspection,
    area,
    'objectives',
    (input, place) => {
      const keys = { number: true, label: true, certainty: false, actions: true };
      const objective = inspection.fields(input, place, keys);
      if (objective === null) return;
      numbers.push(inspection.text(objective.number, under(place, 'number'), 20));
      inspection.text(objective.label, under(place, 'label'), 500);
      const inspectAction = (action: unknown, spot: string): void => {
        const fields = inspection.fields(action, spot, { number: true, label: true, sources: false });
        inspection.wholeNumber(fields?.number, under(spot, 'number'), 1, 1000);
        if (fields !== null && fields.label !== null) inspection.text(fields.label, under(spot, 'label'), 1000);
      };
      each(inspection, objective, 'actions', inspectAction, place);
    },
    path,
  );
  return [area.number, numbers];
}

function inspectProgramme(inspection: Inspection, input: unknown, path: string): void {
  const content = inspection.fields(input, path, PROGRAMME);
  if (content === null) return;
  for (const name of ['coordinator', 'label', 'slogan', 'presentedAt', 'unknown']) {
    if (content[name] !== undefined) inspection.text(content[name], under(path, name), 2000);
  }
  for (const name of ['keywords', 'principles', 'meetings']) {
    if (content[name] !== undefined) inspectTexts(inspection, content[name], under(path, name));
  }
  const keys = { text: true, area: false, objective: false, action: false, certainty: false };
  const inspectPriority = (priority: unknown, place: string): void => {
    const fields = inspection.fields(priority, place, keys);
    if (fields !== null) inspection.text(fields.text, under(place, 'text'), 1000);
  };
  each(inspection, content, 'priorities', inspectPriority, path);
}

function inspectTexts(inspection: Inspection, input: unknown, path: string): void {
  for (const [index, text] of (inspection.list(input, path, 0, 100) ?? []).entries()) {
    inspection.text(text, `${path}[${String(index)}]`, 2000);
  }
}

/** Looks at each entry of a list that may be left out at the top of a file. */
function each(
  inspection: Inspection,
  fields: Fields,
  name: string,
  look: (entry: unknown, path: string) => unknown,
  path = '',
): void {
  const at = under(path, name);
  if (path === '' && fields[name] === undefined) return;
  const most = Object.hasOwn(PLAN_LISTS, name) ? PLAN_LISTS[name as keyof typeof PLAN_LISTS] : 200;
  for (const [index, entry] of (inspection.list(fields[name], at, 0, most) ?? []).entries()) {
    look(entry, `${at}[${String(index)}]`);
  }
}

function known(inspection: Inspection, value: unknown, path: string, set: ReadonlySet<unknown>, where: string): void {
  if (!set.has(value)) inspection.note(path, `must be one that stands in ${where}`);
}
