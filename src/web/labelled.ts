import type { PageRequest } from './page-request.js';

/** `First day: choose one`; French sets a space before the colon. */
export function labelled({ language }: Pick<PageRequest, 'language'>, label: string, text: string): string {
  return language === 'fr' ? `${label}\u00a0: ${text}` : `${label}: ${text}`;
}
