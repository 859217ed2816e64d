import type { Side } from '../../engine/words.js';
import { SelectField, TextArea, TextField } from '../../web/components/field.js';
import type { FieldErrors, Typed } from '../../web/form.js';
import type { PageRequest } from '../../web/page-request.js';
import { sidesOfDesk } from '../../engine/desks.js';
import type { Colleague } from '../task-page.queries.js';
import { NOBODY } from '../task-list.js';
import { FIELDS_OF, type PageMove } from '../task-moves.forms.js';
import type { TaskView } from '../tasks.queries.js';

export interface MoveFieldsProps {
  readonly page: PageRequest;
  readonly move: PageMove;
  readonly task: TaskView;
  readonly colleagues: readonly Colleague[];
  readonly typed: Typed;
  readonly errors: FieldErrors;
}

/** The fields of a move's page. */
export function MoveFields(props: MoveFieldsProps) {
  return (
    <>
      {FIELDS_OF[props.move].map((name) => (
        <MoveField key={name} {...props} name={name} />
      ))}
    </>
  );
}

function MoveField({ page, move, task, colleagues, typed, errors, name }: MoveFieldsProps & { readonly name: string }) {
  const { fields, hints, nobodyNamed } = page.texts.tasks.moves;
  const common = { page, name, typed, errors };
  const nobody = { value: NOBODY, text: nobodyNamed };
  switch (name) {
    case 'dueOn':
    case 'on':
      return <TextField {...common} type="date" label={fields[name]} />;
    case 'personId': {
      if (move === 'commit') {
        const people = peopleOf(colleagues, ['incoming']);
        const choices = [{ value: '', text: nobodyNamed }, ...people];
        return <SelectField {...common} label={fields.personId} hint={hints.personId} choices={choices} />;
      }
      const chosen = { personId: task.personId ?? NOBODY, ...typed };
      const choices = [nobody, ...peopleOf(colleagues, sidesOfDesk(task.owner))];
      return <SelectField {...common} typed={chosen} label={fields.personId} choices={choices} />;
    }
    case 'officeId': {
      const chosen = { officeId: task.officeId ?? NOBODY, ...typed };
      const choices = [nobody, ...officesOf(colleagues, sidesOfDesk(task.owner))];
      return <SelectField {...common} typed={chosen} label={fields.officeId} choices={choices} />;
    }
    case 'note':
      return <TextArea {...common} label={fields.note} hint={hints.note} />;
    default:
      return <TextArea {...common} label={fields.reason} hint={reasonHint(page, move)} />;
  }
}

function reasonHint({ texts }: PageRequest, move: PageMove): string | undefined {
  const { reason } = texts.tasks.moves.hints;
  return move === 'submit' || move === 'accept' || move === 'reassign' ? undefined : reason[move];
}

function peopleOf(colleagues: readonly Colleague[], sides: readonly Side[]) {
  return ofSides(colleagues, sides).map(({ id, name, officeName }) => ({ value: id, text: `${name} (${officeName})` }));
}

function officesOf(colleagues: readonly Colleague[], sides: readonly Side[]) {
  const offices = new Map(ofSides(colleagues, sides).map(({ officeId, officeName }) => [officeId, officeName]));
  return [...offices].map(([value, text]) => ({ value, text }));
}

function ofSides(colleagues: readonly Colleague[], sides: readonly Side[]): readonly Colleague[] {
  return colleagues.filter((colleague) => colleague.sides.some((side) => sides.includes(side)));
}
