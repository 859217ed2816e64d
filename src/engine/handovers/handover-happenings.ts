import type { Accepted, Actor, Audience, Message } from '../decision.js';
import { actingSides } from '../desks.js';
import type { GivenSignature, HandoverChanges, HandoverFacts } from './handover-facts.js';
import { missingSignatures } from './handover-gates.js';
import { handoverMoves, type HandoverCommand } from './handover.js';
import { isSettled } from '../tasks/task.js';
import type { Fact, Facts } from '../words.js';

const ACTIONS: Readonly<Record<HandoverCommand['move'], string>> = {
  prepare: 'handover.prepared',
  freeze: 'handover.frozen',
  sign: 'handover.signed',
  reopen: 'handover.reopened',
  effect: 'handover.effected',
  close: 'handover.closed',
  cancel: 'handover.cancelled',
};

/** The line for the account about one decision: from which state to which, under which rule, speaking for which sides. */
export function handoverHappenings(
  facts: HandoverFacts,
  command: HandoverCommand,
  actor: Actor,
  changes: HandoverChanges,
): Accepted<HandoverChanges>['happenings'] {
  const asked = {
    from: facts.state,
    to: changes.state,
    rule: ruleOf(command),
    sides: actingSides(actor, handoverMoves[command.move].by),
    ...detailsOf(facts, changes),
  };
  const text = 'reason' in command ? command.reason : writtenIn(changes);
  return [
    {
      action: actionOf(command, changes),
      subject: `handover:${facts.id}`,
      facts: asked,
      ...(text === null ? {} : { text }),
    },
  ];
}

/** The reference of the decision, or the rank of whoever signed: both in their own words. */
function writtenIn({ effect, signature }: HandoverChanges): string | null {
  if (effect !== undefined) return effect.reference;
  return signature === undefined ? null : signature.declaration.rank;
}

/** One chair's signature is told apart from the handover being signed by both. */
function actionOf({ move }: HandoverCommand, changes: HandoverChanges): string {
  return move === 'sign' && changes.state === 'signing' ? 'handover.signature_given' : ACTIONS[move];
}

function ruleOf(command: HandoverCommand): string {
  if (command.move !== 'effect') return `handover.${command.move}`;
  if (command.withoutSignature !== undefined) return 'handover.effect_without_signature';
  return command.withoutCeremony === undefined ? 'handover.effect' : 'handover.effect_without_ceremony';
}

function detailsOf(facts: HandoverFacts, { signature, signaturesVoid, effect }: HandoverChanges): Facts {
  if (signature !== undefined) {
    return signedFacts(signature);
  }
  if (signaturesVoid === true)
    return { voided: facts.signatures.map(({ side, personId }): Fact => ({ side, person: personId })) };
  if (effect === undefined) return {};
  const blocking = facts.tasks.filter((task) => task.blocksHandover && !isSettled(task));
  return {
    at: effect.at,
    how: effect.how,
    way: effect.way,
    concludes: effect.concludesTermId,
    starts: effect.startsTermId,
    /** What the written decision excused; both empty where there was none. */
    unsigned: missingSignatures(facts),
    unsettled: blocking.map((task) => task.id),
  };
}

/** What is signed stands in the account, so that nobody can put other words in its place; the rank is free text. */
function signedFacts({ side, personId, signedForId, declaration }: GivenSignature): Facts {
  const { text, language, paper } = declaration;
  const by = { side, person: personId, signedFor: signedForId };
  return { ...by, declaration: text, language, ...(paper === undefined ? {} : { paper: { ...paper } }) };
}

/** Who is told, and whether it can wait for the digest: a call to sign, and whatever undoes work or moves the chair, cannot. */
const TOLD: Readonly<Record<HandoverCommand['move'], { readonly to: readonly Audience[]; readonly urgent: boolean }>> =
  {
    prepare: { to: ['outgoing', 'incoming'], urgent: false },
    freeze: { to: ['outgoing', 'incoming'], urgent: true },
    sign: { to: ['outgoing', 'incoming', 'secretariat'], urgent: false },
    reopen: { to: ['outgoing', 'incoming'], urgent: true },
    effect: { to: ['outgoing', 'incoming', 'secretariat'], urgent: true },
    close: { to: ['outgoing', 'incoming', 'secretariat'], urgent: false },
    cancel: { to: ['outgoing', 'incoming', 'secretariat'], urgent: true },
  };

/** The message that a decision owes; after one chair has signed it goes to the other, whose move it is. */
export function handoverMessages(
  facts: HandoverFacts,
  command: HandoverCommand,
  changes: HandoverChanges,
): readonly Message[] {
  const { to, urgent } = TOLD[command.move];
  const stillToSign =
    changes.signature === undefined ? [] : missingSignatures(facts).filter((side) => side !== changes.signature?.side);
  const half = stillToSign.length > 0;
  const audience: readonly Audience[] = half ? [...stillToSign, 'secretariat'] : to;
  const told: Facts = { handover: facts.id, state: changes.state };
  return [
    {
      kind: actionOf(command, changes),
      subject: `handover:${facts.id}`,
      to: audience,
      urgent: urgent || half,
      facts: told,
    },
  ];
}
