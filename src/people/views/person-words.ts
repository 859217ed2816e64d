import { LANGUAGE_NAMES } from '../../../config/languages/pages.js';
import { longDay } from '../../web/dates.js';
import { isolated } from '../../web/gate-words.js';
import { memberName } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';
import type { ListedGrant, ListedOffice, ListedPerson, ListedStandIn } from '../people-page.queries.js';
import { MAIL_LANGUAGES } from '../settings.forms.js';

/** An office with the member it belongs to, where it does. */
export function officeName(page: PageRequest, { name, member }: Pick<ListedOffice, 'name' | 'member'>): string {
  return member === null ? name : `${memberName(page.language, member)}: ${isolated(page, name)}`;
}

/** The roles that hold today, each once. */
export function rolesToday({ texts }: PageRequest, { grants, today }: ListedPerson): string[] {
  const held = grants.filter(({ fromDay }) => fromDay <= today).map(({ role }) => texts.layout.personRoles[role]);
  return [...new Set(held)];
}

/** From when a role holds, and to when where that is known. */
export function grantDays(page: PageRequest, { fromDay, untilDay }: ListedGrant): string {
  const { people } = page.texts;
  const from = longDay(page, fromDay);
  return untilDay === null ? people.since(from) : people.between(from, longDay(page, untilDay));
}

/** Who stands in, and for how long. */
export function standInDays(page: PageRequest, { standInName, fromDay, untilDay }: ListedStandIn): string {
  return page.texts.people.standsIn(standInName, longDay(page, fromDay), longDay(page, untilDay));
}

export function officeChoices(page: PageRequest, offices: readonly ListedOffice[]) {
  return offices.map((office) => ({ value: office.id, text: officeName(page, office) }));
}

export function languageChoices() {
  return MAIL_LANGUAGES.map((language) => ({ value: language, text: LANGUAGE_NAMES[language] }));
}
