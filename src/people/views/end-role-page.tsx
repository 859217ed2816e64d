import { TextField } from '../../web/components/field.js';
import { paths } from '../../web/paths.js';
import type { ListedGrant, ListedPerson } from '../people-page.queries.js';
import { FormPage, type AskedProps } from './form-page.js';
import { ReasonField } from './person-fields.js';
import { grantDays } from './person-words.js';

export interface EndRoleProps extends AskedProps {
  readonly person: ListedPerson;
  readonly grant: ListedGrant;
}

/** Asks when a role is to end. */
export function EndRolePage({ person, grant, ...props }: EndRoleProps) {
  const { page, viewer, errors = {} } = props;
  const { people: words, layout } = page.texts;
  const typed = props.typed ?? { untilDay: person.today };
  const fields = { page, typed, errors };
  return (
    <FormPage
      {...props}
      above={person.name}
      title={words.endRoleTitle}
      lead={`${layout.personRoles[grant.role]}, ${grantDays(page, grant)}`}
      action={paths.endRole(viewer.bodyId, person.id, grant.id)}
      version={grant.version}
      labels={words.fields}
      submit={words.endRoleTitle}
      back={paths.person(viewer.bodyId, person.id)}
    >
      <TextField {...fields} name="untilDay" type="date" label={words.fields.untilDay} hint={words.hints.endDay} />
      <ReasonField {...fields} />
    </FormPage>
  );
}
