import { SelectField, TextField } from '../../web/components/field.js';
import { paths } from '../../web/paths.js';
import type { ListedPerson } from '../people-page.queries.js';
import { mayAsk } from '../permissions.js';
import { FormPage, type AskedProps } from './form-page.js';
import { ReasonField } from './person-fields.js';
import { officeName } from './person-words.js';

export interface StandInProps extends AskedProps {
  readonly people: readonly ListedPerson[];
  /** Who is to be away. */
  readonly absent: string;
}

/** Asks who stands in for somebody, and when: the secretariat for anyone, everyone else for themselves. */
export function StandInPage({ people, absent, ...props }: StandInProps) {
  const { page, viewer, errors = {} } = props;
  const words = page.texts.people;
  const { fields: labels, hints } = words;
  const typed = { ...(props.typed ?? { fromDay: people[0]?.today ?? '' }), personId: absent };
  const fields = { page, typed, errors };
  const choices = people.map(({ id, name, office, member }) => ({
    value: id,
    text: `${name} (${officeName(page, { name: office.name, member })})`,
  }));
  const forAnyone = mayAsk('person.change', viewer.roles);
  const back = forAnyone ? paths.people(viewer.bodyId) : paths.person(viewer.bodyId, viewer.personId);
  return (
    <FormPage
      {...props}
      above={viewer.bodyName}
      title={words.nameStandIn}
      lead={words.standInLead}
      action={paths.nameStandIn(viewer.bodyId)}
      labels={labels}
      submit={words.nameStandIn}
      back={back}
    >
      {forAnyone ? <SelectField {...fields} name="personId" label={labels.personId} choices={choices} /> : null}
      <SelectField
        {...fields}
        name="standInId"
        label={labels.standInId}
        choices={[
          { value: '', text: words.choose },
          ...choices.filter(({ value }) => forAnyone || value !== viewer.personId),
        ]}
      />
      <TextField {...fields} name="fromDay" type="date" label={labels.away} />
      <TextField {...fields} name="untilDay" type="date" label={labels.back} hint={hints.back} />
      <ReasonField {...fields} />
    </FormPage>
  );
}
