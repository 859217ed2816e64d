import type { RotationCommand } from '../engine/terms/rotation.js';
import type {
  AppointCaretakerForm,
  BridgeForm,
  DeclareVacancyForm,
  InsertForm,
  MovePassageForm,
  SetSuccessorForm,
  ShiftForm,
  SkipForm,
  SwapForm,
  WithdrawForm,
} from './rotation.forms.js';
import { draftOf } from './terms.forms.js';

/** The operation that each form says, with what was left out filled in; fields that are none of it, such as a token, stay behind. */

export function insertOf({ term, before, laterMonths, reason, decidedBy }: InsertForm): RotationCommand {
  return { operation: 'insert', term: draftOf(term), before, laterMonths: laterMonths ?? 0, reason, decidedBy };
}

export function skipOf({ term, later, reason, decidedBy }: SkipForm): RotationCommand {
  return { operation: 'skip', term, later, reason, decidedBy };
}

export function swapOf({ first, second, reason, decidedBy }: SwapForm): RotationCommand {
  return { operation: 'swap', first, second, reason, decidedBy };
}

export function shiftOf(form: ShiftForm): RotationCommand {
  const { from, months, givenUp = [], insert, missingDay = 'refuse', reason, decidedBy } = form;
  const put = insert === undefined || insert === null ? null : { term: draftOf(insert.term), before: insert.before };
  return { operation: 'shift', from, months, givenUp, insert: put, missingDay, reason, decidedBy };
}

export function bridgeOf({ term, end, later, reason, decidedBy }: BridgeForm): RotationCommand {
  const rhythm = later === undefined || later === null ? null : { months: later.months, boundary: later.boundary };
  return { operation: 'bridge', term, end, later: rhythm, reason, decidedBy };
}

export function vacancyOf({ id, from, end, boundary, reason, decidedBy }: DeclareVacancyForm): RotationCommand {
  return { operation: 'declare-vacancy', id, from, end: end ?? null, boundary, reason, decidedBy };
}

export function caretakerOf(form: AppointCaretakerForm): RotationCommand {
  const { id, holders, from, end, boundary, reason, decidedBy } = form;
  return { operation: 'appoint-caretaker', id, holders, from, end: end ?? null, boundary, reason, decidedBy };
}

export function passageOf({ incoming, on, reason, decidedBy }: MovePassageForm): RotationCommand {
  return { operation: 'move-passage', incoming, on, reason, decidedBy };
}

export function successorOf({ term, holders, reason, decidedBy }: SetSuccessorForm): RotationCommand {
  return { operation: 'set-successor', term, holders, reason, decidedBy };
}

export function withdrawalOf({ term, replacement, reason, decidedBy }: WithdrawForm): RotationCommand {
  const { id, holders } = replacement;
  return { operation: 'withdraw', term, replacement: { id, holders }, reason, decidedBy };
}
