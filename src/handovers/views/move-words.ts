import type { Audience, Message } from '../../engine/decision.js';
import { sidesOfDesk } from '../../engine/desks.js';
import { answeringDesk } from '../../engine/tasks/task.js';
import type { Side } from '../../engine/words.js';
import type { Offer } from '../task-actions.js';
import type { PageMove } from '../task-moves.forms.js';
import { deskName } from './desk-names.js';
import type { TaskSceneProps } from './task-facts.js';

/** How a move is spoken of on its page, before and after. */
export interface MoveWords {
  readonly title: string;
  readonly button: string;
  /** What follows. */
  readonly next: string;
  /** What is said once it is done. */
  readonly done: string;
}

/**
 * The words for one move of one task. @param outcome what the move would do: at a joint desk the first half of an answer
 * leaves the task where it is.
 */
export function moveWords(props: TaskSceneProps, move: PageMove, outcome: Offer['outcome']): MoveWords {
  const { moves } = props.page.texts.tasks;
  const { page, viewer, frame, task } = props;
  const owner = deskName(page, viewer, frame, task.owner);
  const accepting = deskName(page, viewer, frame, answeringDesk(task));
  const plain = (words: {
    readonly title: string;
    readonly link: string;
    readonly next: string;
    readonly done: string;
  }) => ({
    title: words.title,
    button: words.link,
    next: words.next,
    done: words.done,
  });
  const towards = (
    words: {
      readonly title: string;
      readonly link: string;
      readonly next: (to: string) => string;
      readonly done: (to: string) => string;
    },
    to: string,
  ): MoveWords => ({ title: words.title, button: words.link, next: words.next(to), done: words.done(to) });
  switch (move) {
    case 'submit':
      return task.acceptedBy === null ? plain(moves.finish) : towards(moves.submit, accepting);
    case 'return':
    case 'reopen':
      return towards(moves[move], owner);
    case 'accept':
    case 'waive':
      if (outcome?.changes.state !== task.state) return plain(moves[move]);
      return { ...plain(moves[move]), ...halfAnswer(props, move, outcome) };
    case 'commit':
    case 'fulfil':
    case 'reassign':
    case 'pin':
    case 'unpin':
      return plain(moves[move]);
  }
}

/** The first of two chairs has answered: the other one is still to come. */
function halfAnswer(
  { page, viewer, frame, task }: TaskSceneProps,
  move: 'accept' | 'waive',
  { changes }: NonNullable<Offer['outcome']>,
): Pick<MoveWords, 'next' | 'done'> {
  const words = page.texts.tasks.moves[move];
  const given = (move === 'accept' ? changes.acceptances : changes.waivers) ?? [];
  const missing = sidesOfDesk(answeringDesk(task)).find((side) => !given.includes(side)) ?? 'incoming';
  const other = deskName(page, viewer, frame, missing);
  return { next: words.nextJoint(other), done: words.doneJoint(other) };
}

/** Who is told of a move and how soon, in words. */
export function toldOf(props: TaskSceneProps, messages: readonly Message[]): string {
  const { moves } = props.page.texts.tasks;
  const names = (urgent: boolean): string[] => [
    ...new Set(messages.filter((message) => message.urgent === urgent).flatMap(({ to }) => to.flatMap(sidesOf(props)))),
  ];
  const list = (some: string[]): string => new Intl.ListFormat(props.page.locale).format(some);
  const [urgent, daily] = [names(true), names(false)];
  if (urgent.length + daily.length === 0) return moves.toldNobody;
  return [
    ...(urgent.length === 0 ? [] : [moves.toldUrgent(list(urgent))]),
    ...(daily.length === 0 ? [] : [moves.toldDaily(list(daily))]),
  ].join('; ');
}

function sidesOf({ page, viewer, frame, task }: TaskSceneProps): (audience: Audience) => string[] {
  const named = (side: Side): string => deskName(page, viewer, frame, side);
  return (audience) => {
    if (typeof audience === 'object') return [];
    if (audience === 'owner') return sidesOfDesk(task.owner).map(named);
    return audience === 'acceptedBy' ? sidesOfDesk(answeringDesk(task)).map(named) : [named(audience)];
  };
}
