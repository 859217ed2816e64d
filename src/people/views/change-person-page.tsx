import { paths } from '../../web/paths.js';
import type { ListedOffice, ListedPerson } from '../people-page.queries.js';
import { FormPage, type AskedProps } from './form-page.js';
import { PersonFields, ReasonField } from './person-fields.js';

export interface ChangePersonProps extends AskedProps {
  readonly person: ListedPerson;
  readonly offices: readonly ListedOffice[];
}

/** Asks what of a person is to change. */
export function ChangePersonPage({ person, offices, ...props }: ChangePersonProps) {
  const { page, viewer, errors = {} } = props;
  const words = page.texts.people;
  const { name, mail, office, language, version } = person;
  const typed = props.typed ?? { name, mail, officeId: office.id, language };
  return (
    <FormPage
      {...props}
      above={name}
      title={words.change}
      action={paths.changePerson(viewer.bodyId, person.id)}
      version={version}
      labels={words.fields}
      submit={words.save}
      back={paths.person(viewer.bodyId, person.id)}
    >
      <PersonFields page={page} typed={typed} errors={errors} offices={offices} />
      <ReasonField page={page} typed={typed} errors={errors} />
    </FormPage>
  );
}
