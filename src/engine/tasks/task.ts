import type { Allowance } from '../desks.js';
import type { Machine } from '../machine.js';
import type { HandoverState } from '../handovers/handover.js';
import type { Desk, Evidence, IsoDate, Side } from '../words.js';

export type TaskState = 'open' | 'started' | 'submitted' | 'returned' | 'accepted' | 'waived' | 'committed';

export type TaskMove = TaskCommand['move'];

/** The life of a task. *Blocked* and *overdue* are not states: they follow from dependencies and dates. */
export const taskMachine: Machine<TaskState, TaskMove> = {
  name: 'task',
  states: ['open', 'started', 'submitted', 'returned', 'accepted', 'waived', 'committed'],
  initial: 'open',
  final: ['accepted', 'waived', 'committed'],
  transitions: [
    { move: 'start', from: ['open', 'returned'], to: 'started' },
    { move: 'submit', from: ['started'], to: 'submitted' },
    { move: 'return', from: ['submitted'], to: 'returned' },
    { move: 'accept', from: ['submitted'], to: 'accepted' },
    { move: 'waive', from: ['open', 'started', 'submitted', 'returned'], to: 'waived' },
    { move: 'commit', from: ['open', 'started', 'submitted', 'returned'], to: 'committed' },
    { move: 'reopen', from: ['accepted'], to: 'started' },
    // What was taken on stays so: that it is done is said beside, since nobody accepts what their own side did.
    { move: 'fulfil', from: ['committed'], to: 'same' },
    {
      move: 'comment',
      from: ['open', 'started', 'submitted', 'returned', 'accepted', 'waived', 'committed'],
      to: 'same',
    },
    { move: 'reassign', from: ['open', 'started', 'submitted', 'returned'], to: 'same' },
    { move: 'pin', from: ['open', 'started', 'submitted', 'returned'], to: 'same' },
    { move: 'unpin', from: ['open', 'started', 'submitted', 'returned'], to: 'same' },
    { move: 'addEvidence', from: ['open', 'started', 'submitted', 'returned', 'accepted', 'committed'], to: 'same' },
    { move: 'removeEvidence', from: ['open', 'started', 'returned'], to: 'same' },
  ],
};

/**
 * Who may make which move. Whoever returns or reopens answers for the accepting desk; at a joint one either chair
 * may. Only the secretariat moves dates.
 */
export const taskMoves: Readonly<Record<TaskMove, Allowance>> = {
  start: { by: ['owner'], lead: 'no' },
  submit: { by: ['owner'], lead: 'no' },
  return: { by: ['acceptedBy'], lead: 'no' },
  accept: { by: ['acceptedBy'], lead: 'no' },
  waive: { by: ['acceptedBy'], lead: 'when_mandatory' },
  commit: { by: ['incoming'], lead: 'always' },
  reopen: { by: ['acceptedBy'], lead: 'no' },
  fulfil: { by: ['incoming'], lead: 'no' },
  comment: { by: ['outgoing', 'incoming', 'secretariat'], lead: 'no' },
  reassign: { by: ['owner', 'secretariat'], lead: 'no' },
  pin: { by: ['secretariat'], lead: 'no' },
  unpin: { by: ['secretariat'], lead: 'no' },
  addEvidence: { by: ['owner', 'acceptedBy', 'secretariat'], lead: 'no' },
  removeEvidence: { by: ['owner', 'secretariat'], lead: 'no' },
};

/** What can be asked of a task. Reasons, notes and texts are free text of people. */
export type TaskCommand =
  | { readonly move: 'start' }
  | { readonly move: 'submit'; readonly note?: string }
  | { readonly move: 'return'; readonly reason: string }
  | { readonly move: 'accept'; readonly note?: string }
  | { readonly move: 'waive'; readonly reason: string }
  /** The incoming chair takes the unfinished task into its term, to be done by that day. */
  | { readonly move: 'commit'; readonly reason: string; readonly dueOn: IsoDate; readonly personId?: string }
  | { readonly move: 'reopen'; readonly reason: string }
  /** What the incoming chair took on is done; the reason says what shows it. */
  | { readonly move: 'fulfil'; readonly reason: string }
  | { readonly move: 'comment'; readonly text: string }
  /** Null takes the task from a person or office without giving it to another. */
  | { readonly move: 'reassign'; readonly personId?: string | null; readonly officeId?: string | null }
  | { readonly move: 'pin'; readonly on: IsoDate; readonly reason: string }
  | { readonly move: 'unpin'; readonly reason: string }
  /** Evidence that is a file kept here comes in versions: the first adds the piece, each later one replaces what it holds. */
  | { readonly move: 'addEvidence'; readonly evidenceId: string; readonly file?: EvidenceFile }
  | { readonly move: 'removeEvidence'; readonly evidenceId: string };

/** What the account holds fast of a file: nobody can put another content in its place unseen. */
export interface EvidenceFile {
  /** 1 for the first. */
  readonly version: number;
  /** Of its content, in hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/** Whether a file takes the place of an earlier version, so that there are no more pieces than before. */
export function isReplacement(file: EvidenceFile | undefined): boolean {
  return file !== undefined && file.version > 1;
}

/** Who submitted: every side and every person that the submitting actor counted as. */
export interface Submission {
  readonly sides: readonly Side[];
  readonly persons: readonly string[];
}

/** A task that must be settled first, with the desks that can move it. */
export interface Dependency {
  readonly id: string;
  readonly state: TaskState;
  readonly owner: Desk;
  readonly acceptedBy: Desk | null;
}

/** What a decision about a task looks at. */
export interface TaskFacts {
  readonly id: string;
  readonly section: string;
  readonly owner: Desk;
  /** Null: nobody has to accept it, and submitting it is enough. */
  readonly acceptedBy: Desk | null;
  readonly mandatory: boolean;
  readonly evidence: Evidence;
  readonly blocksHandover: boolean;
  readonly state: TaskState;
  readonly due: IsoDate | null;
  /** The day it was pinned to, which no re-planning moves. */
  readonly pinned: IsoDate | null;
  readonly evidenceCount: number;
  /** Whether what was taken on is done; only a committed task can be. */
  readonly fulfilled: boolean;
  readonly submittedBy: Submission | null;
  /** The sides that have accepted so far; a joint desk needs both chairs. */
  readonly acceptances: readonly Side[];
  /** The sides that have waived so far. Of acceptances and waivers one is always empty until the task is settled. */
  readonly waivers: readonly Side[];
  /** Every person whom those who accepted or waived so far counted as. */
  readonly agreedPersons: readonly string[];
  readonly personId: string | null;
  readonly officeId: string | null;
  readonly dependencies: readonly Dependency[];
  readonly handoverId: string;
  readonly handoverState: HandoverState;
  /** When the term of the incoming chair begins; null while nobody knows. */
  readonly termStart: IsoDate | null;
}

/** What to write: the state always, of the rest only what changes. */
export interface TaskChanges {
  readonly state: TaskState;
  readonly submittedBy?: Submission | null;
  readonly acceptances?: readonly Side[];
  readonly waivers?: readonly Side[];
  readonly agreedPersons?: readonly string[];
  readonly personId?: string | null;
  readonly officeId?: string | null;
  readonly pinned?: IsoDate | null;
  readonly committedOn?: IsoDate;
  readonly fulfilled?: true;
  readonly evidenceCount?: number;
}

/** Whether nothing more is owed on the task in this handover. */
export function isSettled(task: { readonly state: TaskState }): boolean {
  return task.state === 'accepted' || task.state === 'waived' || task.state === 'committed';
}

/** The desk that answers for a task: its accepting side, or the secretariat where no side accepts. */
export function answeringDesk(task: { readonly acceptedBy: Desk | null }): Desk {
  return task.acceptedBy ?? 'secretariat';
}

/** Whose move a task is: the owner's until submitted, then the accepting desk's, and nobody's once settled. */
export function whoseMove(task: {
  readonly state: TaskState;
  readonly owner: Desk;
  readonly acceptedBy: Desk | null;
}): Desk | 'nobody' {
  if (isSettled(task)) return 'nobody';
  return task.state === 'submitted' ? answeringDesk(task) : task.owner;
}
