import type { Role } from '../../engine/words.js';
import { SelectField, TextField } from '../../web/components/field.js';
import { paths } from '../../web/paths.js';
import type { ListedPerson } from '../people-page.queries.js';
import { FormPage, type AskedProps } from './form-page.js';
import { ReasonField } from './person-fields.js';

/** Which roles people of an office can have: those of a member speak for it, those of the secretariat for nobody. */
const ROLES_OF = {
  member: ['delegate', 'lead', 'observer'],
  secretariat: ['secretariat', 'observer'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** Asks which role a person is to have, and when. */
export function GiveRolePage({ person, ...props }: AskedProps & { readonly person: ListedPerson }) {
  const { page, viewer, errors = {} } = props;
  const { people: words, layout } = page.texts;
  const typed = props.typed ?? { fromDay: person.today };
  const fields = { page, typed, errors };
  const roles = ROLES_OF[person.member === null ? 'secretariat' : 'member'];
  return (
    <FormPage
      {...props}
      above={person.name}
      title={words.giveRole}
      lead={words.giveRoleLead}
      action={paths.giveRole(viewer.bodyId, person.id)}
      labels={words.fields}
      submit={words.giveRole}
      back={paths.person(viewer.bodyId, person.id)}
    >
      <SelectField
        {...fields}
        name="role"
        label={words.fields.role}
        choices={roles.map((role) => ({ value: role, text: layout.personRoles[role] }))}
      />
      <TextField {...fields} name="fromDay" type="date" label={words.fields.fromDay} />
      <TextField {...fields} name="untilDay" type="date" label={words.fields.untilDay} hint={words.hints.untilDay} />
      <ReasonField {...fields} />
    </FormPage>
  );
}
