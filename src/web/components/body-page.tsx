import type { ComponentChildren } from 'preact';
import type { Viewer } from '../../people/find-session.js';
import { bodyPlaces, type BodyPlace } from '../body-places.js';
import { Layout } from '../layout.js';
import type { PageRequest } from '../page-request.js';

export interface BodyPageProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly title: string;
  readonly current: BodyPlace | null;
  readonly hasErrors?: boolean;
  readonly children: ComponentChildren;
}

/** A page of a body that belongs to no single handover: the navigation between such pages around the content. */
export function BodyPage({ page, viewer, title, current, hasErrors = false, children }: BodyPageProps) {
  return (
    <Layout
      page={page}
      title={title}
      places={bodyPlaces(page, viewer, current)}
      standing={standingOf(page, viewer)}
      hasErrors={hasErrors}
    >
      {children}
    </Layout>
  );
}

/** As what the reader is here: of the secretariat, an observer, or whatever else they were given. */
function standingOf({ texts }: PageRequest, { roles, secretariatName }: Viewer): string {
  const { layout } = texts;
  if (roles.includes('secretariat')) return layout.roles.secretariat(secretariatName);
  return roles.map((role) => layout.personRoles[role]).join(layout.comma);
}
