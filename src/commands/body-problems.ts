import { SILENCE_RULES } from '../engine/handovers/section.js';
import { Inspection, under, type Fields, type Problem } from '../engine/inspection.js';
import { isZone } from '../engine/time/zones.js';
import { MEETING_FORMATS, MEETING_STATUSES, MEETING_TYPES } from '../handovers/handovers.entity.js';
import { MEMBER_STATUSES } from '../people/people.entity.js';
import { PLAN_LISTS } from './plan-problems.js';

const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
/** One address: no names, comments, lists or blanks. */
const MAIL = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+$/;
/** Working days. */
const MOST_REVIEW_DAYS = 60;
const LANGUAGES = ['en', 'fr', 'pt'];
const BOUNDARIES = ['shared_day', 'inclusive'];
const LISTS = {
  calendars: 100,
  members: 400,
  offices: 1000,
  people: 5000,
  roles: 10_000,
  templates: 50,
  meetings: 5000,
};

/** What the parts of a file are called, so that others can be held against it. */
interface Known {
  readonly calendars: ReadonlySet<unknown>;
  readonly members: ReadonlySet<unknown>;
  readonly offices: ReadonlyMap<unknown, unknown>;
  readonly people: ReadonlyMap<unknown, unknown>;
}

/**
 * Every problem of a body file that came as untrusted JSON, each with its path: unknown fields, keys used twice, names
 * that nothing in the file has, dates that do not exist, roles that their office has no place for. Its plans, which need
 * the rotation to be read first, are left to `planProblems`.
 */
export function bodyFileProblems(input: unknown): Problem[] {
  const inspection = new Inspection();
  const lists = Object.fromEntries(Object.keys(LISTS).map((key) => [key, true]));
  const plans = Object.fromEntries(Object.keys(PLAN_LISTS).map((key) => [key, false]));
  const file = inspection.fields(input, '', { note: false, body: true, rotation: true, ...lists, ...plans });
  if (file === null) return inspection.problems;
  if (file.note !== undefined) inspection.text(file.note, 'note', 4000);
  const known = knownIn(file);
  inspectHead(inspection, file.body, known);
  if (file.rotation !== null) inspectKey(inspection, file.rotation, 'rotation');
  const each = (name: keyof typeof LISTS, inspect: Inspector): void => {
    const list = inspection.list(file[name], name, 0, LISTS[name]) ?? [];
    for (const [index, value] of list.entries()) inspect(inspection, value, `${name}[${index}]`, known);
    inspectRepeats(inspection, list, name);
  };
  each('calendars', inspectKey);
  each('templates', inspectKey);
  each('members', inspectMember);
  each('offices', inspectOffice);
  each('people', inspectPerson);
  each('roles', inspectRole);
  each('meetings', inspectMeeting);
  return inspection.problems;
}

type Inspector = (inspection: Inspection, value: unknown, path: string, known: Known) => void;

function inspectHead(inspection: Inspection, input: unknown, known: Known): void {
  const texts = { name: true, shortName: true, secretariatName: true };
  const keys = {
    id: true,
    ...texts,
    zone: true,
    boundary: true,
    secretariatCalendarId: true,
    facts: true,
    review: false,
  };
  const head = inspection.fields(input, 'body', keys);
  if (head === null) return;
  inspectKey(inspection, head.id, 'body.id');
  for (const name of Object.keys(texts)) inspection.text(head[name], `body.${name}`, 500);
  if (typeof head.zone !== 'string' || !isZone(head.zone))
    inspection.note('body.zone', 'must be the name of a time zone');
  oneOf(inspection, head.boundary, 'body.boundary', BOUNDARIES);
  among(inspection, head.secretariatCalendarId, 'body.secretariatCalendarId', known.calendars, 'calendars');
  if (head.facts !== undefined) inspectFacts(inspection, head.facts, 'body.facts');
  if (head.review !== undefined) inspectReview(inspection, head.review, 'body.review');
}

function inspectReview(inspection: Inspection, input: unknown, path: string): void {
  const review = inspection.fields(input, path, { days: true, silence: true });
  if (review === null) return;
  const { days, silence } = review;
  if (!Number.isInteger(days) || Number(days) < 1 || Number(days) > MOST_REVIEW_DAYS)
    inspection.note(under(path, 'days'), `must be a whole number from 1 to ${MOST_REVIEW_DAYS}`);
  oneOf(inspection, silence, under(path, 'silence'), SILENCE_RULES);
}

function inspectMember(inspection: Inspection, input: unknown, path: string, known: Known): void {
  const keys = { id: true, name: true, rotationGroup: true, status: true, calendarId: true };
  const member = inspectNamed(inspection, input, path, keys);
  if (member === null) return;
  if (member.rotationGroup !== null) inspection.text(member.rotationGroup, under(path, 'rotationGroup'), 500);
  oneOf(inspection, member.status, under(path, 'status'), MEMBER_STATUSES);
  if (member.calendarId !== null) {
    among(inspection, member.calendarId, under(path, 'calendarId'), known.calendars, 'calendars');
  }
}

function inspectOffice(inspection: Inspection, input: unknown, path: string, known: Known): void {
  const office = inspectNamed(inspection, input, path, { id: true, memberId: true, name: true, calendarId: true });
  if (office === null) return;
  if (office.memberId !== null) among(inspection, office.memberId, under(path, 'memberId'), known.members, 'members');
  among(inspection, office.calendarId, under(path, 'calendarId'), known.calendars, 'calendars');
}

function inspectPerson(inspection: Inspection, input: unknown, path: string, known: Known): void {
  const keys = { id: true, officeId: true, name: true, mail: true, language: true };
  const person = inspectNamed(inspection, input, path, keys);
  if (person === null) return;
  among(inspection, person.officeId, under(path, 'officeId'), known.offices, 'offices');
  if (typeof person.mail !== 'string' || !MAIL.test(person.mail)) {
    inspection.note(under(path, 'mail'), 'must be one mail address');
  }
  oneOf(inspection, person.language, under(path, 'language'), LANGUAGES);
}

function inspectRole(inspection: Inspection, input: unknown, path: string, known: Known): void {
  const role = inspection.fields(input, path, { personId: true, role: true, fromDay: true, untilDay: true });
  if (role === null) return;
  among(inspection, role.personId, under(path, 'personId'), known.people, 'people');
  oneOf(inspection, role.role, under(path, 'role'), ['delegate', 'lead', 'secretariat', 'observer']);
  const from = inspection.date(role.fromDay, under(path, 'fromDay'));
  const until = role.untilDay === null ? null : inspection.date(role.untilDay, under(path, 'untilDay'));
  if (from !== null && until !== null && until <= from) {
    inspection.note(under(path, 'untilDay'), 'must be after fromDay');
  }
  if (!known.people.has(role.personId) || role.role === 'observer') return;
  const member = known.offices.get(known.people.get(role.personId)) ?? null;
  if ((role.role === 'secretariat') !== (member === null)) {
    inspection.note(under(path, 'role'), 'is none that the office of this person can have');
  }
}

function inspectMeeting(inspection: Inspection, input: unknown, path: string): void {
  const days = { startsOn: true, endsOn: true };
  const kinds = { type: true, status: true, format: true };
  const keys = { id: true, title: true, place: true, countryId: true, facts: false, ...days, ...kinds };
  const meeting = inspectNamed(inspection, input, path, keys, 'title');
  if (meeting === null) return;
  if (meeting.place !== null) inspection.text(meeting.place, under(path, 'place'), 500);
  if (meeting.countryId !== null) inspectKey(inspection, meeting.countryId, under(path, 'countryId'));
  oneOf(inspection, meeting.type, under(path, 'type'), MEETING_TYPES);
  oneOf(inspection, meeting.status, under(path, 'status'), MEETING_STATUSES);
  oneOf(inspection, meeting.format, under(path, 'format'), MEETING_FORMATS);
  if (meeting.facts !== undefined) inspectFacts(inspection, meeting.facts, under(path, 'facts'));
  const [from, to] = [meeting.startsOn, meeting.endsOn].map((day, at) => {
    return day === null ? null : inspection.date(day, under(path, at === 0 ? 'startsOn' : 'endsOn'));
  });
  if ((meeting.startsOn === null) !== (meeting.endsOn === null)) inspection.note(path, 'must have both days or none');
  if (from != null && to != null && to < from) inspection.note(under(path, 'endsOn'), 'must not be before startsOn');
}

function knownIn(file: Fields): Known {
  const rows = (value: unknown): Fields[] =>
    Array.isArray(value) ? value.filter((row): row is Fields => typeof row === 'object' && row !== null) : [];
  return {
    calendars: new Set(Array.isArray(file.calendars) ? file.calendars : []),
    members: new Set(rows(file.members).map(({ id }) => id)),
    offices: new Map(rows(file.offices).map(({ id, memberId }) => [id, memberId])),
    people: new Map(rows(file.people).map(({ id, officeId }) => [id, officeId])),
  };
}

/** Keys that come twice in a list of names, or of things with an id. */
function inspectRepeats(inspection: Inspection, list: readonly unknown[], name: string): void {
  const seen = new Set<unknown>();
  for (const [index, value] of list.entries()) {
    const id: unknown = typeof value === 'object' && value !== null ? (value as Fields).id : value;
    if (id !== undefined && seen.has(id)) inspection.note(`${name}[${index}]`, `${JSON.stringify(id)} comes twice`);
    seen.add(id);
  }
}

function inspectNamed(
  inspection: Inspection,
  input: unknown,
  path: string,
  keys: Readonly<Record<string, boolean>>,
  name = 'name',
): Fields | null {
  const fields = inspection.fields(input, path, keys);
  if (fields === null) return null;
  inspectKey(inspection, fields.id, under(path, 'id'));
  inspection.text(fields[name], under(path, name), 500);
  return fields;
}

/** Anything that can be kept as it is: no broken texts, nothing nested beyond reason. */
function inspectFacts(inspection: Inspection, input: unknown, path: string): void {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) inspection.note(path, 'must be an object');
  else inspectFact(inspection, input, path, 0);
}

function inspectFact(inspection: Inspection, value: unknown, path: string, depth: number): void {
  if (depth > 16) inspection.note(path, 'is nested too deep');
  else if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) inspectFact(inspection, entry, `${path}[${index}]`, depth + 1);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) inspectFact(inspection, entry, under(path, key), depth + 1);
  } else if (typeof value === 'string' && value !== '') inspection.text(value, path, 4000);
}

function inspectKey(inspection: Inspection, value: unknown, path: string): void {
  if (typeof value !== 'string' || !KEY.test(value)) {
    inspection.note(path, 'must be 1 to 63 letters, digits, dots, dashes and underscores');
  }
}

function oneOf(inspection: Inspection, value: unknown, path: string, known: readonly unknown[]): void {
  if (!known.includes(value)) inspection.note(path, `must be one of ${known.join(', ')}`);
}

function among(
  inspection: Inspection,
  value: unknown,
  path: string,
  known: { has(value: unknown): boolean },
  where: string,
): void {
  if (!known.has(value)) inspection.note(path, `must be one that stands in ${where}`);
}
