import { BodyPage } from '../../web/components/body-page.js';
import { PageHead } from '../../web/components/page-head.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { Viewer } from '../find-session.js';
import type { ListedPerson } from '../people-page.queries.js';
import { mayAsk } from '../permissions.js';
import { officeName, rolesToday, standInDays } from './person-words.js';

export interface PeopleProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  /** By their offices. */
  readonly people: readonly ListedPerson[];
}

/** Who works in a body, by office, with what they may do today. */
export function PeoplePage({ page, viewer, people }: PeopleProps) {
  const words = page.texts.people;
  return (
    <BodyPage page={page} viewer={viewer} title={words.title} current="people">
      <PageHead above={viewer.bodyName} title={words.title}>
        {mayAsk('stand_in.name', viewer.roles) ? (
          <a class="button" href={paths.nameStandIn(viewer.bodyId)}>
            {words.nameStandIn}
          </a>
        ) : null}
        {mayAsk('person.add', viewer.roles) ? (
          <a class="button main" href={paths.newPerson(viewer.bodyId)}>
            {words.add}
          </a>
        ) : null}
      </PageHead>
      {byOffice(people).map((ofOffice) => (
        <Office key={ofOffice[0].office.id} page={page} viewer={viewer} people={ofOffice} />
      ))}
    </BodyPage>
  );
}

type SomePeople = readonly [ListedPerson, ...ListedPerson[]];

function Office({ page, viewer, people }: Omit<PeopleProps, 'people'> & { readonly people: SomePeople }) {
  const [{ office, member }] = people;
  return (
    <section class="part" aria-labelledby={`office-${office.id}`}>
      <h2 id={`office-${office.id}`}>{officeName(page, { name: office.name, member })}</h2>
      <ul class="rows people-list">
        {people.map((person) => (
          <Person key={person.id} page={page} viewer={viewer} person={person} />
        ))}
      </ul>
    </section>
  );
}

function Person({ page, viewer, person }: Omit<PeopleProps, 'people'> & { readonly person: ListedPerson }) {
  const words = page.texts.people;
  const roles = rolesToday(page, person);
  return (
    <li>
      <p>
        <a href={paths.person(viewer.bodyId, person.id)}>
          <bdi>{person.name}</bdi>
        </a>
        {person.id === viewer.personId ? <span class="quiet"> · {words.you}</span> : null}
      </p>
      <p>{roles.length === 0 ? <span class="quiet">{words.noRole}</span> : roles.join(page.texts.layout.comma)}</p>
      <p class="quiet">
        <bdi>{person.mail}</bdi>
      </p>
      {person.standIns.map((standIn) => (
        <p key={standIn.id} class="stand-in">
          {standInDays(page, standIn)}
        </p>
      ))}
    </li>
  );
}

/** People come in the order of their offices. */
function byOffice(people: readonly ListedPerson[]): SomePeople[] {
  const offices = new Map<string, [ListedPerson, ...ListedPerson[]]>();
  for (const person of people) {
    const known = offices.get(person.office.id);
    if (known === undefined) offices.set(person.office.id, [person]);
    else known.push(person);
  }
  return [...offices.values()];
}
