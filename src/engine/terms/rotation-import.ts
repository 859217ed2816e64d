import { Inspection, under } from '../inspection.js';
import type { Problem } from '../inspection.js';
import { readDate, readEntry, readHolders, readTexts } from './rotation-entry.js';
import type { RotationEntry } from './rotation-entry.js';
import { boundaryShown, notePlacingProblems, place, termsOn } from './rotation-placing.js';
import type { PlacedEntry } from './rotation-placing.js';
import type { Boundary, Term } from './term.js';
import type { Facts, IsoDate } from '../words.js';

/** What a file says of the body whose chair rotates; texts are as printed. */
export interface BodyFacts {
  readonly key: string;
  readonly name: string;
  readonly boundary: Boundary;
  /** Nominal length, rule of order, what triggers a handover, who accepts, troika, source: as far as given. */
  readonly texts: Readonly<Record<string, string>>;
  /** The order of turns before a decision changed it, where the file tells it. */
  readonly orderBeforeAmendment: readonly { readonly holders: readonly string[]; readonly start: IsoDate }[];
}

/** Something out of the ordinary that happened in a rotation. */
export interface Irregularity {
  readonly kind: string;
  readonly what: string;
  readonly source?: string;
  readonly seen?: string;
}

/** A rotation that was read: nothing in it is doubtful without being marked so. */
export interface Rotation {
  readonly body: BodyFacts;
  readonly terms: readonly Term[];
  readonly irregularities: readonly Irregularity[];
  /** What else the file says of single terms: ceremony, place, mode, notes. */
  readonly remarks: readonly { readonly term: string; readonly facts: Facts }[];
}

/** Everything that is wrong with the input, each with its path; nothing was read then. */
export interface Unreadable {
  readonly problems: readonly Problem[];
}

const MOST_TERMS = 1000;
const MOST_BODIES = 100;
const BODY_KEY = /^[a-z0-9][a-z0-9-]{0,39}$/;
const TEXT_KEYS = {
  nominalTerm: false,
  rule: false,
  handoverTrigger: false,
  accepts: false,
  troika: false,
  source: false,
};
const BODY_KEYS = {
  key: true,
  name: true,
  boundary: false,
  terms: true,
  irregularities: false,
  orderBeforeAmendment: false,
  ...TEXT_KEYS,
};
/** Sections of a dialogue's file that tell of other things than its rotation. */
const DIALOGUE_KEYS = {
  dialogue: true,
  terms: true,
  generated: false,
  method: false,
  members: false,
  steeringCommittee: false,
  referenceCountries: false,
  actionPlan: false,
  events: false,
  moroccanProgramme: false,
  somRabat2024: false,
  portugueseProgramme: false,
};

/**
 * Reads the rotation of one body from untrusted JSON. `today`, in the body's zone, decides what is over, what runs and
 * what is to come. Refuses unknown fields, dates that do not exist, ends before starts, terms that overlap, codes that
 * are none, and texts that cannot be shown, all at once.
 */
export function readRotation(json: unknown, today: IsoDate): Rotation | Unreadable {
  const inspect = new Inspection();
  const rotation = readBody(inspect, json, '', today);
  return rotation === null || inspect.problems.length > 0 ? { problems: inspect.problems } : rotation;
}

/**
 * Reads a file: of several bodies (`{ note, bodies }`), of one dialogue with its terms among other sections
 * (`{ dialogue, terms, ... }`), or of one body alone. Refuses what `readRotation` refuses, and a body that comes twice.
 */
export function readRotations(json: unknown, today: IsoDate): { readonly rotations: readonly Rotation[] } | Unreadable {
  const inspect = new Inspection();
  const rotations = has(json, 'bodies')
    ? readBodies(inspect, json, today)
    : [has(json, 'dialogue') ? readDialogue(inspect, json, today) : readBody(inspect, json, '', today)];
  const read = rotations.flatMap((rotation) => rotation ?? []);
  return inspect.problems.length > 0 ? { problems: inspect.problems } : { rotations: read };
}

function readBodies(inspect: Inspection, json: unknown, today: IsoDate): readonly (Rotation | null)[] {
  const fields = inspect.fields(json, '', { note: false, bodies: true });
  if (fields?.note !== undefined) inspect.text(fields.note, 'note', 4000);
  const keys = new Set<string>();
  return (inspect.list(fields?.bodies, 'bodies', 1, MOST_BODIES) ?? []).map((body, at) => {
    const path = `bodies[${String(at)}]`;
    const rotation = readBody(inspect, body, path, today);
    if (rotation !== null && keys.has(rotation.body.key)) inspect.note(`${path}.key`, 'comes twice');
    if (rotation !== null) keys.add(rotation.body.key);
    return rotation;
  });
}

function readDialogue(inspect: Inspection, json: unknown, today: IsoDate): Rotation | null {
  const fields = inspect.fields(json, '', DIALOGUE_KEYS);
  const dialogue = fields?.dialogue;
  if (!has(dialogue, 'key') || !has(dialogue, 'name')) return inspect.note('dialogue', 'must give a key and a name');
  return readBody(inspect, { key: dialogue.key, name: dialogue.name, terms: fields?.terms }, '', today);
}

function readBody(inspect: Inspection, json: unknown, path: string, today: IsoDate): Rotation | null {
  const fields = inspect.fields(json, path, BODY_KEYS);
  if (fields === null) return null;
  const entries = readTerms(inspect, fields.terms, under(path, 'terms'));
  const boundary = readBoundary(inspect, fields.boundary, under(path, 'boundary'), entries);
  const placed = place(entries, boundary);
  notePlacingProblems(inspect, placed);
  const texts = Object.fromEntries(Object.keys(TEXT_KEYS).map((key) => [key, fields[key]]));
  return {
    body: {
      key: readBodyKey(inspect, fields.key, under(path, 'key')),
      name: (fields.name === undefined ? null : inspect.text(fields.name, under(path, 'name'), 200)) ?? '',
      boundary,
      texts: readTexts(inspect, texts, path, TEXT_KEYS),
      orderBeforeAmendment: readOrder(inspect, fields.orderBeforeAmendment, under(path, 'orderBeforeAmendment')),
    },
    terms: termsOn(placed, today),
    irregularities: readIrregularities(inspect, fields.irregularities, under(path, 'irregularities')),
    remarks: placed.flatMap(remarkOn),
  };
}

function readTerms(inspect: Inspection, value: unknown, path: string): readonly RotationEntry[] {
  if (value === undefined) return [];
  const list = inspect.list(value, path, 1, MOST_TERMS) ?? [];
  return list.flatMap((each, at) => readEntry(inspect, each, `${path}[${String(at)}]`) ?? []);
}

/** The style named by the file, in a word or in a sentence; where it names none, the one that its dates show. */
function readBoundary(inspect: Inspection, value: unknown, path: string, entries: readonly RotationEntry[]): Boundary {
  const shown = boundaryShown(entries);
  if (value === undefined) {
    if (shown === null) inspect.note(path, 'is missing, and the dates do not show one style: shared_day or inclusive');
    return shown ?? 'shared_day';
  }
  const text = inspect.text(value, path, 2000) ?? '';
  if (/^(shared_day$|end day of one term is the start day of the next)/.test(text)) return 'shared_day';
  if (/^inclusive\b/.test(text)) return 'inclusive';
  if (text !== '') inspect.note(path, 'must be shared_day or inclusive');
  return 'shared_day';
}

function readBodyKey(inspect: Inspection, value: unknown, path: string): string {
  if (typeof value === 'string' && BODY_KEY.test(value)) return value;
  if (value !== undefined) inspect.note(path, 'must be small letters, digits and hyphens, at most 40');
  return '';
}

function readOrder(inspect: Inspection, value: unknown, path: string): BodyFacts['orderBeforeAmendment'] {
  if (value === undefined) return [];
  return (inspect.list(value, path, 0, MOST_TERMS) ?? []).flatMap((each, at) => {
    const here = `${path}[${String(at)}]`;
    const fields = inspect.fields(each, here, { chair: true, start: true });
    if (fields === null) return [];
    const holders = readHolders(inspect, fields.chair, under(here, 'chair'));
    const { date } = readDate(inspect, fields.start, 'day', under(here, 'start'), 'first');
    return date === null ? [] : [{ holders, start: date }];
  });
}

function readIrregularities(inspect: Inspection, value: unknown, path: string): readonly Irregularity[] {
  if (value === undefined) return [];
  return (inspect.list(value, path, 0, MOST_TERMS) ?? []).map((each, at) => {
    const keys = { kind: true, what: true, source: false, seen: false };
    const { kind = '', what = '', ...rest } = readTexts(inspect, each, `${path}[${String(at)}]`, keys);
    return { kind, what, ...rest };
  });
}

function remarkOn(entry: PlacedEntry): Rotation['remarks'] {
  return Object.keys(entry.remarks).length === 0 ? [] : [{ term: entry.id, facts: entry.remarks }];
}

function has<Key extends string>(value: unknown, key: Key): value is Readonly<Record<Key, unknown>> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}
