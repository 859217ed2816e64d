import { IsLine } from '../api/text-fields.js';
import type { TaskCommand } from '../engine/tasks/task.js';
import { check, type Checked, type Typed } from '../web/form.js';
import { ReasonForm } from './handovers.forms.js';
import { NOBODY } from './task-list.js';
import type { OfferedMove } from './task-actions.js';
import { CommitForm, NoteForm, PinForm } from './tasks.forms.js';

/** The moves that have a page of their own, on which they are thought over. Starting needs no second thought. */
export type PageMove = Exclude<OfferedMove, 'start'>;

/** Who a task is given to: `-` for nobody in particular. */
class ResponsibleForm {
  @IsLine(63, { optional: true })
  personId?: string;

  @IsLine(63, { optional: true })
  officeId?: string;
}

type Reader = (typed: Typed) => Checked<TaskCommand>;

/** Which fields each page has. */
export const FIELDS_OF: Readonly<Record<PageMove, readonly string[]>> = {
  submit: ['note'],
  accept: ['note'],
  return: ['reason'],
  waive: ['reason'],
  commit: ['dueOn', 'personId', 'reason'],
  reopen: ['reason'],
  fulfil: ['reason'],
  reassign: ['personId', 'officeId'],
  pin: ['on', 'reason'],
  unpin: ['reason'],
};

const READERS: Readonly<Record<PageMove, Reader>> = {
  submit: withNote('submit'),
  accept: withNote('accept'),
  return: withReason('return'),
  waive: withReason('waive'),
  reopen: withReason('reopen'),
  fulfil: withReason('fulfil'),
  unpin: withReason('unpin'),
  commit: (typed) =>
    mapped(check(CommitForm, typed), ({ reason, dueOn, personId }) => ({
      move: 'commit',
      reason,
      dueOn,
      ...(personId === undefined ? {} : { personId }),
    })),
  pin: (typed) => mapped(check(PinForm, typed), ({ on, reason }) => ({ move: 'pin', on, reason })),
  reassign: (typed) =>
    mapped(check(ResponsibleForm, typed), ({ personId, officeId }) => ({
      move: 'reassign',
      ...(personId === undefined ? {} : { personId: personId === NOBODY ? null : personId }),
      ...(officeId === undefined ? {} : { officeId: officeId === NOBODY ? null : officeId }),
    })),
};

/** What was typed on the page of a move, as the command it asks for. */
export function commandOf(move: PageMove, typed: Typed): Checked<TaskCommand> {
  return READERS[move](typed);
}

/** What a form carries beside its fields: on the strength of what it was filled in. */
export interface SeenBefore {
  /** Of the task; a form without one has seen none that ever was. */
  readonly version: number;
  /** The newest entry of the account; null where the form does not say. */
  readonly seq: number | null;
}

export function seenBefore({ version = '', seen = '' }: Typed): SeenBefore {
  return { version: whole(version) ?? -1, seq: whole(seen) };
}

function whole(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function withNote(move: 'submit' | 'accept'): Reader {
  return (typed) => mapped(check(NoteForm, typed), ({ note }) => ({ move, ...(note === undefined ? {} : { note }) }));
}

function withReason(move: 'return' | 'waive' | 'reopen' | 'fulfil' | 'unpin'): Reader {
  return (typed) => mapped(check(ReasonForm, typed), ({ reason }) => ({ move, reason }));
}

function mapped<Form>(checked: Checked<Form>, toCommand: (form: Form) => TaskCommand): Checked<TaskCommand> {
  return checked.errors === null ? { form: toCommand(checked.form), errors: null } : checked;
}
