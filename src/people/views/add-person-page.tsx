import { paths } from '../../web/paths.js';
import type { ListedOffice } from '../people-page.queries.js';
import { FormPage, type AskedProps } from './form-page.js';
import { PersonFields } from './person-fields.js';

/** Asks who is to be added. */
export function AddPersonPage({ offices, ...props }: AskedProps & { readonly offices: readonly ListedOffice[] }) {
  const { page, viewer, typed = {}, errors = {} } = props;
  const words = page.texts.people;
  return (
    <FormPage
      {...props}
      above={viewer.bodyName}
      title={words.add}
      lead={words.addLead}
      action={paths.newPerson(viewer.bodyId)}
      labels={words.fields}
      submit={words.addSubmit}
      back={paths.people(viewer.bodyId)}
    >
      <PersonFields page={page} typed={typed} errors={errors} offices={offices} />
    </FormPage>
  );
}
