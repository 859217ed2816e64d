import { personsOf, sidesOf, type Actor } from '../decision.js';
import { actingSides, deskOf, sidesOfDesk } from '../desks.js';
import { holds, speaksForOneChair, type Gate } from '../gates.js';
import { answeringDesk, type TaskFacts } from './task.js';
import type { Desk } from '../words.js';

/**
 * Four eyes: no one accepts what their own side submitted, and a stand-in counts as both people (product
 * invariant 3). Not only as both sides: someone who changed sides since they submitted is still the same person.
 */
export function submittedBySomeoneElse(facts: TaskFacts, actor: Actor): Gate {
  const { sides, persons } = facts.submittedBy ?? { sides: [], persons: [] };
  const sameSides = sidesOf(actor).filter((side) => sides.includes(side));
  const samePersons = personsOf(actor).filter((person) => persons.includes(person));
  const others = deskOf(sidesOfDesk(answeringDesk(facts)).filter((side) => !sides.includes(side)));
  return holds(sameSides.length + samePersons.length === 0, 'task.own_side_submitted', others ?? 'nobody', {
    sides: sameSides,
    persons: samePersons,
  });
}

/**
 * The same for letting someone off a task that nobody has submitted: who counts as the owner's side as well cannot
 * do it. `desk` is the one that lets off; what it owes itself it may waive or take on.
 */
export function ownerIsSomeoneElse(facts: TaskFacts, desk: Desk, actor: Actor): Gate {
  const owing = sidesOfDesk(facts.owner).filter((side) => !sidesOfDesk(desk).includes(side));
  const sides = sidesOf(actor).filter((side) => owing.includes(side));
  return holds(sides.length === 0, 'task.own_side_owes', desk, { sides });
}

/**
 * Where both chairs must accept or waive: each once, each through its own person. An actor who spoke for one chair
 * and has since come to speak for the other is still one person.
 */
export function agreementGates(facts: TaskFacts, answer: 'accept' | 'waive', actor: Actor): readonly Gate[] {
  const desk = answeringDesk(facts);
  const sides = actingSides(actor, [desk]);
  if (desk !== 'joint' || sides.length === 0) return [];
  const agreed = answer === 'accept' ? facts.acceptances : facts.waivers;
  const missing = deskOf(sidesOfDesk(desk).filter((side) => !agreed.includes(side))) ?? 'nobody';
  const again = sides.filter((side) => agreed.includes(side));
  const samePersons = personsOf(actor).filter((person) => facts.agreedPersons.includes(person));
  const spokeForTheOther = agreed.length > 0 && again.length === 0 && samePersons.length > 0;
  return [
    speaksForOneChair('task', sides),
    holds(again.length === 0, 'task.already_agreed', missing, { sides: again }),
    holds(!spokeForTheOther, 'task.same_person_agreed', missing, { persons: samePersons }),
  ];
}
