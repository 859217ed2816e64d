import { COMMITMENT } from '../engine/plan/reminders.js';
import { isSettled, taskMachine } from '../engine/tasks/task.js';
import { localDate } from '../engine/time/zones.js';
import { readHistories, type Histories } from './histories.js';
import { secondsAfter, type BodyView, type Finding, type Rule } from './rule.js';
import { readSent, type SentItem } from './sent-items.js';

/**
 * Product invariant 4: no reminder for something done, waived, taken on, moved away or cancelled when it was decided to
 * send it, and no mail to someone who had left.
 */
export const neverStale: Rule = {
  name: 'no reminder of what was over or moved',
  async check(view) {
    const sent = await readSent(view);
    const histories = await readHistories(view);
    const findings = sent.flatMap((item): Finding[] => {
      const what = stale(item, histories, view) ?? toSomeoneGone(item, view);
      return what === null ? [] : [{ body: view.id, about: `delivery:${item.deliveryId}`, what }];
    });
    return { looked: sent.length, findings };
  },
};

function stale(item: SentItem, histories: Histories, { allowances }: BodyView): string | null {
  const { rung, taskId, stream, forDue, decidedAt } = item;
  if (rung === null || taskId === null || decidedAt === null) return null;
  // A change and a decision that were being written at the same moment may have crossed: either order was right.
  const since = secondsAfter(decidedAt, -allowances.crossing);
  const which = `reminder ${rung} of task:${taskId} of ${stream}, decided at ${decidedAt},`;
  const states = histories.states(stream, `task:${taskId}`, since, decidedAt);
  const settled = taskMachine.final.filter((state) => isSettled({ state }));
  // What the incoming chair took on is reminded of until it is done, also when the file is closed.
  const isCommitment = rung.startsWith(COMMITMENT) && states.includes('committed');
  if (isCommitment && histories.wasFulfilled(stream, taskId, since))
    return `${which} was about a commitment that was done`;
  if (!isCommitment && states.length > 0 && states.every((state) => settled.some((each) => each === state))) {
    return `${which} was about a task that was ${states.join(', then ')}`;
  }
  const handover = histories.states(stream, `handover:${stream}`, since, decidedAt);
  const isOver = (state: string): boolean => state === 'cancelled' || (state === 'closed' && !isCommitment);
  if (handover.length > 0 && handover.every(isOver)) {
    return `${which} was about a handover that was ${handover.join(', then ')}`;
  }
  const dates = histories.dueDates(stream, taskId, since, decidedAt);
  if (!dates.includes(forDue))
    return `${which} spoke of ${forDue ?? 'no date'}, but it was due ${dates.join(', then ')}`;
  return null;
}

function toSomeoneGone({ leftOn, decidedAt, recipientId }: SentItem, view: BodyView): string | null {
  if (leftOn === null || decidedAt === null) return null;
  const day = localDate(secondsAfter(decidedAt, -view.allowances.crossing), view.zone);
  return day >= leftOn ? `was sent on ${day} to person:${recipientId}, who had left on ${leftOn}` : null;
}
