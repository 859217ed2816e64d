import { languageName, memberName } from '../../../web/names.js';
import type { PageRequest } from '../../../web/page-request.js';
import type { PackOffice } from '../pack.js';
import { PartPage, type PartProps } from './part-page.js';

export interface ContactsPageProps extends PartProps {
  readonly offices: readonly PackOffice[];
  /** Whether the reader works in the handover, and so sees addresses. */
  readonly inside: boolean;
}

/** The offices of both chairs and of the secretariat, with those of their people who have a part today. */
export function ContactsPage(props: ContactsPageProps) {
  const { page, viewer, frame, offices, inside } = props;
  const { names, contacts: words } = page.texts.pack.parts;
  return (
    <PartPage page={page} viewer={viewer} frame={frame} title={names.contacts}>
      {inside ? null : <p class="quiet">{words.hidden}</p>}
      {offices.map((office) => (
        <section key={`${office.side} ${office.id}`} class="part-section">
          <h2>
            <bdi dir="auto">{office.name}</bdi>
          </h2>
          <p class="quiet">
            {page.texts.layout.desks[office.side]}
            {office.member === null ? null : ` · ${memberName(page.language, office.member)}`}
          </p>
          {office.people.length === 0 ? <p>{words.nobody}</p> : <People page={page} office={office} inside={inside} />}
        </section>
      ))}
    </PartPage>
  );
}

interface PeopleProps {
  readonly page: PageRequest;
  readonly office: PackOffice;
  readonly inside: boolean;
}

function People({ page, office, inside }: PeopleProps) {
  const { columns } = page.texts.pack.parts.contacts;
  return (
    <table class="dates pack contacts">
      <caption class="unseen">{office.name}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.role}</th>
          <th scope="col">{columns.language}</th>
          {inside ? <th scope="col">{columns.mail}</th> : null}
        </tr>
      </thead>
      <tbody>
        {office.people.map(({ id, name, role, language, mail }) => (
          <tr key={`${id} ${role}`}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            <td data-label={columns.role}>{page.texts.layout.personRoles[role]}</td>
            <td data-label={columns.language}>{languageName(page.language, language)}</td>
            {mail === null ? null : (
              <td class="mail">
                <a href={`mailto:${encodeURIComponent(mail).replace('%40', '@')}`}>
                  <bdi>{mail}</bdi>
                </a>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
