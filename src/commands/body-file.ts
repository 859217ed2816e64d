import type { CalendarDefinition } from '../engine/time/calendar.js';
import type { Template } from '../engine/tasks/template.js';
import type { NewMeeting } from '../handovers/add-meeting.js';
import type { NewPlans } from '../packs/content/add-plans.js';
import type { NewMember } from '../people/add-member.js';
import type { NewOffice } from '../people/add-office.js';
import type { NewPerson } from '../people/add-person.js';
import type { BodyDefinition } from '../people/create-body.js';
import type { NewRole } from '../people/give-role.js';

type BodyHead = Omit<BodyDefinition, 'calendars' | 'members' | 'offices' | 'people' | 'roles'>;

/** A body as a file holds it. Calendars, templates and the rotation are named, and lie in folders of `config`. */
export interface BodyFile extends Partial<NewPlans> {
  readonly note?: string;
  readonly body: BodyHead;
  readonly calendars: readonly string[];
  readonly members: readonly NewMember[];
  readonly offices: readonly NewOffice[];
  readonly people: readonly NewPerson[];
  readonly roles: readonly NewRole[];
  /** Null when it has none to import. */
  readonly rotation: string | null;
  readonly templates: readonly string[];
  readonly meetings: readonly NewMeeting[];
}

/** A body file with everything that it names. */
export interface BodyDocuments {
  readonly file: BodyFile;
  readonly calendars: readonly CalendarDefinition[];
  readonly templates: readonly Template[];
  /** In any shape that the import of a rotation takes; null for none. */
  readonly rotation: unknown;
}
