import { TextField } from '../../web/components/field.js';
import { paths } from '../../web/paths.js';
import type { ListedPerson, ListedStandIn } from '../people-page.queries.js';
import { FormPage, type AskedProps } from './form-page.js';
import { ReasonField } from './person-fields.js';
import { standInDays } from './person-words.js';

export interface EndStandInProps extends AskedProps {
  readonly person: ListedPerson;
  readonly standIn: ListedStandIn;
}

/** Asks since when somebody who was away is back. */
export function EndStandInPage({ person, standIn, ...props }: EndStandInProps) {
  const { page, viewer, errors = {} } = props;
  const words = page.texts.people;
  const typed = props.typed ?? { untilDay: person.today };
  const fields = { page, typed, errors };
  return (
    <FormPage
      {...props}
      above={person.name}
      title={words.endStandInTitle}
      lead={standInDays(page, standIn)}
      action={paths.endStandIn(viewer.bodyId, standIn.id)}
      version={standIn.version}
      labels={words.fields}
      submit={words.endStandInTitle}
      back={paths.person(viewer.bodyId, person.id)}
    >
      <TextField {...fields} name="untilDay" type="date" label={words.fields.back} hint={words.hints.back} />
      <ReasonField {...fields} />
    </FormPage>
  );
}
