import type { TestApp } from './app.js';
import type { PersonId } from './rabat.js';
import type { PageAnswer } from './visitor.js';

/** Asks for a page as somebody, in English whatever the language of their mails. */
export async function getPage(app: TestApp, person: PersonId, address: string): Promise<PageAnswer> {
  const visitor = await app.signIn(person);
  return visitor.get(address, { headers: { cookie: `${visitor.cookie}; gavel-language=en` } });
}

/** Sends a form as somebody, and gets the answer in English. */
export async function sendForm(
  app: TestApp,
  person: PersonId,
  address: string,
  fields: Readonly<Record<string, string>>,
): Promise<PageAnswer> {
  const visitor = await app.signIn(person);
  return visitor.post(address, fields, { headers: { cookie: `${visitor.cookie}; gavel-language=en` } });
}
