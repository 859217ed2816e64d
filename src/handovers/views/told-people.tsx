import type { Viewer } from '../../people/find-session.js';
import { memberName } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';
import type { ToldPerson } from '../move.queries.js';

export interface ToldPeopleProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly people: readonly ToldPerson[];
}

/** Who gets a message, by the side they speak for. */
export function ToldPeople({ page, viewer, people }: ToldPeopleProps) {
  const { move } = page.texts;
  const groups = new Map<string, ToldPerson[]>();
  for (const person of people) {
    const of = person.member === null ? viewer.secretariatName : memberName(page.language, person.member);
    groups.set(of, [...(groups.get(of) ?? []), person]);
  }
  return (
    <section aria-labelledby="told">
      <h2 id="told">{move.toldTitle}</h2>
      {people.length === 0 ? (
        <p>{move.nobodyTold}</p>
      ) : (
        <dl class="facts">
          {[...groups].map(([of, members]) => (
            <>
              <dt>{of}</dt>
              <dd>
                {members.map(({ id, name }, index) => (
                  <>
                    {index === 0 ? null : ', '}
                    <bdi key={id}>{name}</bdi>
                  </>
                ))}
              </dd>
            </>
          ))}
        </dl>
      )}
      <p class="quiet">
        {move.toldHint} {move.notYou}
      </p>
    </section>
  );
}
