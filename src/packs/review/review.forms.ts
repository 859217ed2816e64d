import { IsKey, IsProse, IsRealDate } from '../../api/text-fields.js';
import { IsOneOf } from '../../api/value-fields.js';
import type { FollowUp, SectionCommand } from '../../engine/handovers/section.js';
import { check, type Checked, type FieldErrors, type Typed } from '../../web/form.js';

export class PresentSectionForm {
  @IsProse(8000, { says: 'What was done in this part of the handover and where it stands.' })
  summary!: string;

  @IsProse(8000, { optional: true, says: 'What the incoming chair needs to do, one thing on each line.' })
  needs?: string;
}

export class ReservationForm {
  @IsProse(8000, { says: 'What the incoming chair reserves; it stays in the record.' })
  reservation!: string;

  @IsOneOf(['outgoing', 'incoming'], {
    optional: true,
    says: 'The chair that is to do something about it, as a task of this section. What the incoming chair takes is a commitment.',
  })
  followUp?: FollowUp['owner'];

  @IsRealDate({ optional: true, says: 'By when; needed where a chair is named.' })
  dueOn?: string;
}

export class SectionCommentForm {
  @IsProse(8000) text!: string;

  @IsKey({ optional: true, listOfAtMost: 50, says: 'Ids of people who are told of it; each works in the handover.' })
  mentions?: string[];

  @IsKey({ optional: true, says: 'The id of the comment that it answers.' })
  answers?: string;
}

const DECISIONS = ['accept', 'accept_with_reservation', 'return'] as const;

/** The decision box of a section's page. */
class DecisionForm {
  @IsOneOf([...DECISIONS]) decision!: (typeof DECISIONS)[number];

  @IsProse(8000, { optional: true }) text?: string;

  @IsOneOf(['outgoing', 'incoming'], { optional: true }) followUp?: FollowUp['owner'];

  @IsRealDate({ optional: true }) dueOn?: string;
}

/** What was decided on the page, as the command it asks for: words are needed for all but a plain acceptance. */
export function decisionOf(typed: Typed): Checked<SectionCommand> {
  const { form, errors } = check(DecisionForm, typed);
  if (errors !== null) return { form: null, errors };
  const { decision, text, followUp, dueOn } = form;
  const asksForTask = decision === 'accept_with_reservation' && followUp !== undefined;
  const missing: FieldErrors = {
    ...(decision !== 'accept' && text === undefined ? { text: 'missing' as const } : {}),
    ...(asksForTask && dueOn === undefined ? { dueOn: 'missing' as const } : {}),
  };
  if (Object.keys(missing).length > 0) return { form: null, errors: missing };
  return { form: commandOf(form), errors: null };
}

function commandOf({ decision, text = '', followUp, dueOn }: DecisionForm): SectionCommand {
  switch (decision) {
    case 'accept':
      return text === '' ? { move: 'accept' } : { move: 'accept', note: text };
    case 'return':
      return { move: 'return', reason: text };
    case 'accept_with_reservation':
      return followUp === undefined || dueOn === undefined
        ? { move: decision, reservation: text }
        : { move: decision, reservation: text, followUp: { owner: followUp, dueOn } };
  }
}

/** Before the id of a person: the box that has them told of a comment. */
export const MENTION = 'mention:';

/** Whom the boxes of a comment name. */
export function mentionsOf(typed: Typed): readonly string[] {
  return Object.keys(typed).flatMap((name) => (name.startsWith(MENTION) ? [name.slice(MENTION.length)] : []));
}
