import { LANGUAGE_NAMES } from '../../../config/languages/pages.js';
import { BodyPage } from '../../web/components/body-page.js';
import { PageHead } from '../../web/components/page-head.js';
import { longDay } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import { mayActFor } from '../caller.js';
import type { Viewer } from '../find-session.js';
import type { ListedPerson } from '../people-page.queries.js';
import { mayAsk } from '../permissions.js';
import { grantDays, officeName, standInDays } from './person-words.js';

export interface PersonProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly person: ListedPerson;
}

/** One person: their office, what they may do and when, who stands in for them. */
export function PersonPage(props: PersonProps) {
  const { page, viewer, person } = props;
  const words = page.texts.people;
  const hasLeft = person.leftOn !== null && person.leftOn <= person.today;
  const manages = mayAsk('person.change', viewer.roles);
  return (
    <BodyPage page={page} viewer={viewer} title={person.name} current="people">
      <PageHead above={officeName(page, { ...person.office, member: person.member })} title={person.name}>
        {manages && !hasLeft ? (
          <a class="button" href={paths.changePerson(viewer.bodyId, person.id)}>
            {words.change}
          </a>
        ) : null}
      </PageHead>
      <dl class="facts">
        <dt>{words.fields.mail}</dt>
        <dd>
          <bdi>{person.mail}</bdi>
        </dd>
        <dt>{words.fields.language}</dt>
        <dd>{LANGUAGE_NAMES[person.language]}</dd>
        {person.leftOn === null ? null : (
          <>
            <dt>{words.leaves}</dt>
            <dd>{longDay(page, person.leftOn)}</dd>
          </>
        )}
      </dl>
      <Roles {...props} canManage={manages && !hasLeft} />
      <StandIns
        {...props}
        canName={!hasLeft && mayAsk('stand_in.name', viewer.roles) && mayActFor(viewer, person.id)}
      />
      {manages && !hasLeft ? (
        <ul class="person-moves">
          <li>
            <a href={paths.resetFactors(viewer.bodyId, person.id)}>{words.resetFactors}</a>
          </li>
          <li>
            <a href={paths.leaveBody(viewer.bodyId, person.id)}>{words.leaveLink(person.name)}</a>
          </li>
        </ul>
      ) : null}
    </BodyPage>
  );
}

function Roles({ page, viewer, person, canManage }: PersonProps & { readonly canManage: boolean }) {
  const { people: words, layout } = page.texts;
  return (
    <section class="part" aria-labelledby="roles-title">
      <h2 id="roles-title">{words.roles}</h2>
      {person.grants.length === 0 ? (
        <p>{words.noRole}</p>
      ) : (
        <ul class="rows entries">
          {person.grants.map((grant) => (
            <li key={grant.id}>
              <p>
                <b>{layout.personRoles[grant.role]}</b> <span class="quiet">{grantDays(page, grant)}</span>
              </p>
              {canManage ? (
                <a href={paths.endRole(viewer.bodyId, person.id, grant.id)}>
                  {words.endRole}
                  <span class="unseen">: {layout.personRoles[grant.role]}</span>
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {canManage ? (
        <p class="after-list">
          <a class="button" href={paths.giveRole(viewer.bodyId, person.id)}>
            {words.giveRole}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function StandIns({ page, viewer, person, canName }: PersonProps & { readonly canName: boolean }) {
  const words = page.texts.people;
  return (
    <section class="part" aria-labelledby="stand-ins-title">
      <h2 id="stand-ins-title">{words.standIns}</h2>
      {person.standIns.length === 0 ? (
        <p>{words.noStandIn}</p>
      ) : (
        <ul class="rows entries">
          {person.standIns.map((standIn) => (
            <li key={standIn.id}>
              <p>{standInDays(page, standIn)}</p>
              {canName ? (
                <a href={paths.endStandIn(viewer.bodyId, standIn.id)}>
                  {words.endStandIn}
                  <span class="unseen">: {standIn.standInName}</span>
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {canName ? (
        <p class="after-list">
          <a class="button" href={paths.nameStandInFor(viewer.bodyId, person.id)}>
            {words.nameStandIn}
          </a>
        </p>
      ) : null}
    </section>
  );
}
