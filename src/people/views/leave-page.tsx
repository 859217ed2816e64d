import { TextField } from '../../web/components/field.js';
import { paths } from '../../web/paths.js';
import type { ListedPerson } from '../people-page.queries.js';
import { FormPage, type AskedProps } from './form-page.js';
import { ReasonField } from './person-fields.js';

/** Asks from which day on a person has no part in the body any more, and says what that ends. */
export function LeavePage({ person, ...props }: AskedProps & { readonly person: ListedPerson }) {
  const { page, viewer, errors = {} } = props;
  const words = page.texts.people;
  const typed = props.typed ?? { leftOn: person.today };
  const fields = { page, typed, errors };
  return (
    <FormPage
      {...props}
      above={person.name}
      title={words.leaveTitle}
      lead={words.leaveLead}
      action={paths.leaveBody(viewer.bodyId, person.id)}
      version={person.version}
      labels={words.fields}
      submit={words.leaveSubmit}
      back={paths.person(viewer.bodyId, person.id)}
    >
      <TextField {...fields} name="leftOn" type="date" label={words.fields.leftOn} hint={words.hints.leftOn} />
      <ReasonField {...fields} />
    </FormPage>
  );
}
