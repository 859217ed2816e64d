import { SelectField, TextArea, TextField } from '../../web/components/field.js';
import type { FieldErrors, Typed } from '../../web/form.js';
import type { PageRequest } from '../../web/page-request.js';
import type { ListedOffice } from '../people-page.queries.js';
import { languageChoices, officeChoices } from './person-words.js';

interface FieldsProps {
  readonly page: PageRequest;
  readonly typed: Typed;
  readonly errors: FieldErrors;
}

/** Who somebody is and how they are reached. */
export function PersonFields({ offices, ...props }: FieldsProps & { readonly offices: readonly ListedOffice[] }) {
  const { fields, hints, chooseOffice } = props.page.texts.people;
  const nothingYet = (props.typed.officeId ?? '') === '' ? [{ value: '', text: chooseOffice }] : [];
  return (
    <>
      <TextField {...props} name="name" label={fields.name} autocomplete="off" />
      <TextField {...props} name="mail" type="email" label={fields.mail} hint={hints.mail} autocomplete="off" />
      <SelectField
        {...props}
        name="officeId"
        label={fields.officeId}
        hint={hints.officeId}
        choices={[...nothingYet, ...officeChoices(props.page, offices)]}
      />
      <SelectField {...props} name="language" label={fields.language} choices={languageChoices()} />
    </>
  );
}

/** Why it is done: kept with the record, from which it can be erased. */
export function ReasonField(props: FieldsProps) {
  const { fields, hints } = props.page.texts.people;
  return <TextArea {...props} name="reason" label={fields.reason} hint={hints.reason} rows={3} />;
}
